import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Day } from '../../core/events.ts';
import type { DaySummary } from '../../core/summary.ts';
import type { ReportLevel, SavedReport } from '../../messages.ts';
import { asker } from '../ask-worker.ts';
import { actNames, duration, Headline, LowerBound, SampleNote } from '../figures.tsx';
import '../style.css';

const ask = asker((message) => browser.runtime.sendMessage(message));

function save({ fileName, bytes }: SavedReport): void {
  const url = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function Export({ year, month }: { year: number; month: number }) {
  const [report, setReport] = useState<SavedReport | null>(null);
  const show = (level: ReportLevel) => ask('month.export', { year, month, level }).then(setReport);
  return (
    <section>
      <h2>导出本月报告</h2>
      <p className="soft">
        不含姓名、平台名、网址和填写的内容。如由本单位的人收取，即使没有姓名也可能认出是您，请直接交给研究者。
      </p>
      <button type="button" onClick={() => show('least')}>
        最少：月度概况
      </button>{' '}
      <button type="button" onClick={() => show('standard')}>
        标准：月度概况和随机抽取一项
      </button>
      {report !== null && (
        <>
          {report.partial && <p>本月还没有结束，这份只供您自己看。</p>}
          <pre>{report.bytes}</pre>
          <button type="button" onClick={() => save(report)}>
            保存 {report.fileName}
          </button>
        </>
      )}
    </section>
  );
}

/** The owner's own copy, and the way out (promise P6). */
function Own() {
  const [said, say] = useState('');
  const [sure, setSure] = useState(false);
  const backUp = async () => {
    const backup = await ask('backup.read');
    save({ fileName: 'fingertip-ledger-backup.json', bytes: JSON.stringify(backup), partial: false });
  };
  const restore = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file === undefined) return;
    try {
      const { added, alreadyThere } = await ask('backup.restore', JSON.parse(await file.text()));
      say(`恢复了 ${added} 条，原有 ${alreadyThere} 条。`);
    } catch (trouble) {
      say(`${file.name}：${(trouble as Error).message}`);
    }
    input.value = '';
  };
  const erase = async () => {
    await ask('ledger.erase');
    say('已全部删除，也不再记录。');
    setSure(false);
  };
  return (
    <section>
      <h2>自己的账</h2>
      <p className="soft">备份文件里有平台域名和逐次记录，只给自己留存，不得收取或用于考核。</p>
      <button type="button" className="plain" data-action="backup" onClick={backUp}>
        保存备份
      </button>{' '}
      <label>
        从备份恢复 <input type="file" accept=".json" data-action="restore" onChange={(e) => restore(e.currentTarget)} />
      </label>{' '}
      {sure ? (
        <button type="button" data-action="erase-sure" onClick={erase}>
          确认全部删除，不能撤销
        </button>
      ) : (
        <button type="button" className="plain" data-action="erase" onClick={() => setSure(true)}>
          全部删除
        </button>
      )}
      <p role="status">{said}</p>
    </section>
  );
}

function Dashboard() {
  const [days, setDays] = useState<readonly DaySummary[] | null>(null);
  const [today, setToday] = useState<Day | null>(null);
  const [sample, setSample] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    (async () => {
      const state = await ask('state.read');
      setToday(state.today);
      setSample(state.sample);
      setDays(await ask('days.read', `${state.today.slice(0, 7)}-01` as Day, state.today));
    })().catch((e: Error) => setTrouble(e.message));
  }, []);
  if (trouble !== null) return <p role="alert">{trouble}</p>;
  if (days === null || today === null) return <p className="soft">正在读取…</p>;
  const systems = new Map<string, { ms: number; submissions: number; entries: number; acts: number }>();
  const acts = new Map<string, number>();
  for (const day of days) {
    for (const s of day.systems) {
      const all = systems.get(s.id) ?? { ms: 0, submissions: 0, entries: 0, acts: 0 };
      all.ms += s.activeMs + s.watchingMs;
      all.submissions += s.submissions;
      all.entries += s.entries;
      all.acts += s.acts;
      systems.set(s.id, all);
    }
    for (const [form, act] of Object.entries(day.acts)) acts.set(form, (acts.get(form) ?? 0) + act.count);
  }
  const [year = 0, month = 0] = today.split('-').map(Number);
  return (
    <>
      <h1>
        {year} 年 {month} 月
      </h1>
      <LowerBound />
      <SampleNote sample={sample} />
      <Headline days={days} />
      <h2>各平台</h2>
      <table>
        <thead>
          <tr>
            <th>平台</th>
            <th className="n">时间</th>
            <th className="n">填写</th>
            <th className="n">提交</th>
            <th className="n">打卡、留痕等</th>
          </tr>
        </thead>
        <tbody>
          {[...systems]
            .sort((a, b) => b[1].ms - a[1].ms)
            .map(([id, s]) => (
              <tr key={id}>
                <td>{id}</td>
                <td className="n">{duration(s.ms)}</td>
                <td className="n">{s.entries}</td>
                <td className="n">{s.submissions}</td>
                <td className="n">{s.acts}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <h2>负担的形式</h2>
      <table>
        <tbody>
          {[...acts].map(([form, count]) => (
            <tr key={form}>
              <td>{actNames[form as keyof typeof actNames]}</td>
              <td className="n">{count} 次</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Export year={year} month={month} />
      <Own />
    </>
  );
}

render(<Dashboard />, document.getElementById('app') as HTMLElement);
