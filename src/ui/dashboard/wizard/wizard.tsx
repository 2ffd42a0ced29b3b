/** The month report: shown, checked, saved. */
import { useState } from 'preact/hooks';
import type { ReportLevel } from '../../../core/month.ts';
import type { SavedReport } from '../../../messages.ts';
import { useShell } from '../../shell.ts';

export function Wizard() {
  const { ask, save, state } = useShell();
  const [report, setReport] = useState<SavedReport | null>(null);
  const [year = 0, month = 0] = state.today.split('-').map(Number);
  const show = (level: ReportLevel) => ask('month.export', { year, month, level }).then(setReport);
  return (
    <section>
      <p class="soft">
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
          <button type="button" onClick={() => save(report.fileName, report.bytes)}>
            保存 {report.fileName}
          </button>
        </>
      )}
    </section>
  );
}
