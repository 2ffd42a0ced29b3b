import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { PhoneBurden } from '../../core/events.ts';
import type { DaySummary } from '../../core/summary.ts';
import type { SiteStanding, State } from '../../messages.ts';
import { asker } from '../ask-worker.ts';
import { actNames, duration, Headline, LowerBound, SampleNote } from '../figures.tsx';
import '../style.css';

document.body.classList.add('popup');
const ask = asker((message) => browser.runtime.sendMessage(message));

const phone: readonly (readonly [PhoneBurden, string])[] = [
  ['chain', '接龙'],
  ['check-in', '打卡'],
  ['received', '收到'],
  ['forward', '转发'],
  ['photo', '拍照上传'],
];

/** What no extension can see, told by the owner; kept apart from what is measured. */
function Phone({ day, after }: { day: DaySummary; after: () => void }) {
  return (
    <p>
      <span className="soft">手机上又来了：</span>
      {phone.map(([burden, name]) => (
        <button
          key={burden}
          type="button"
          className="plain small"
          data-self={burden}
          onClick={() => ask('self.add', burden, null).then(after)}
        >
          {name} {day.selfReported[burden]?.count ?? ''}
        </button>
      ))}
    </p>
  );
}

/** The page in front: recorded, or how it could be. */
function Site() {
  const [site, setSite] = useState<SiteStanding>({ standing: 'none' });
  useEffect(() => {
    browser.tabs
      .query({ active: true, currentWindow: true })
      .then(([tab]) => ask('site.read', tab?.url ?? ''))
      .then(setSite);
  }, []);
  if (site.standing === 'recorded') return <p className="soft">本页：{site.name ?? site.system.host}，记录中</p>;
  if (site.standing === 'never') return <p className="soft">本页属于永不记录的网站。</p>;
  if (site.standing !== 'addable' && site.standing !== 'not-granted') return null;
  // The browser asks only while the click is being handled: nothing may be awaited before.
  const add = () => browser.permissions.request({ origins: [`${site.origin.replace(/:\d+$/, '')}/*`] });
  return (
    <p>
      <button type="button" className="plain" data-action="add-site" onClick={add}>
        加入记录：{site.origin}
      </button>
    </p>
  );
}

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
      <Phone day={day} after={read} />
      <Site />
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
