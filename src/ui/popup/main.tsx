import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { DaySummary } from '../../core/summary.ts';
import type { State } from '../../messages.ts';
import { asker } from '../ask-worker.ts';
import { actNames, duration, Headline, LowerBound, SampleNote } from '../figures.tsx';
import '../style.css';

document.body.classList.add('popup');
const ask = asker((message) => browser.runtime.sendMessage(message));

function Popup() {
  const [state, setState] = useState<State | null>(null);
  const [day, setDay] = useState<DaySummary | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const read = useCallback(async () => {
    const now = await ask('state.read');
    setState(now);
    setDay(await ask('day.read', now.today));
  }, []);
  useEffect(() => {
    read().catch((e: Error) => setTrouble(e.message));
  }, [read]);
  if (trouble !== null) return <p role="alert">{trouble}</p>;
  if (state === null || day === null) return <p className="soft">正在读取…</p>;
  const openPage = (path: string) => browser.tabs.create({ url: browser.runtime.getURL(path) });
  const pause = (until: 'resume' | null) => ask('settings.write', { pausedUntil: until }).then(read);
  if (!state.consented)
    return (
      <>
        <h1>指尖账本</h1>
        <p>还没有同意，什么都没有记。</p>
        <button type="button" onClick={() => openPage('src/ui/consent/index.html')}>
          去看说明
        </button>
      </>
    );
  return (
    <>
      <h1>今天</h1>
      <p className="soft">{state.recording ? '正在记录' : '已暂停'}</p>
      <SampleNote sample={state.sample} />
      <Headline days={[day]} />
      <table>
        <tbody>
          {day.systems.slice(0, 6).map((s) => (
            <tr key={s.id}>
              <td>{s.id}</td>
              <td className="n">{duration(s.activeMs + s.watchingMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {Object.entries(day.acts)
          .map(([form, act]) => `${actNames[form as keyof typeof actNames]} ${act.count}`)
          .join('　')}
      </p>
      <LowerBound />
      <p>
        <button type="button" onClick={() => openPage('src/ui/dashboard/index.html')}>
          本月
        </button>{' '}
        <button type="button" className="plain" onClick={() => pause(state.recording ? 'resume' : null)}>
          {state.recording ? '暂停' : '继续记录'}
        </button>
      </p>
    </>
  );
}

render(<Popup />, document.getElementById('app') as HTMLElement);
