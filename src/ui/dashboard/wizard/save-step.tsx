/** Saves what was shown, says where it went, and forgets the month when asked. */
import { useEffect, useState } from 'preact/hooks';
import { assessRisk } from '../../../core/report/reidentification-risk.ts';
import type { Study } from '../../../core/report/studies.ts';
import priors from '../../../data/report-priors.json' with { type: 'json' };
import type { MonthPreview, SavedBefore, SaveForm } from '../../../messages.ts';
import { instant, sentences } from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { wizard } from '../../strings/wizard.ts';
import type { ExportChoices } from './export-choices.ts';
import { FileBox } from './file-preview.tsx';
import { seal } from './seal.ts';

interface Props {
  readonly preview: MonthPreview;
  readonly chosen: ExportChoices;
  readonly study: Study | null;
  readonly again: () => Promise<void>;
}

export function SaveStep({ preview, chosen, study, again }: Props) {
  const { ask, language, save, print } = usePageContext();
  const texts = useTexts(wizard);
  const [done, setDone] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const [forgetting, setForgetting] = useState<'no' | 'asked' | 'done'>('no');
  const [saves, setSaves] = useState<readonly SavedBefore[]>([]);
  useEffect(() => {
    // Each save and each forgetting changes the log.
    if (done !== null || forgetting !== 'asked') ask('saves.read').then(setSaves, () => setSaves([]));
  }, [ask, done, forgetting]);
  const { check } = texts;
  const { month, level, e, removed } = chosen;
  if (month === null || preview.report === null) return <FileBox preview={preview} />;
  const risk = assessRisk(preview.report, priors, { sealed: study !== null, days: preview.days });
  const keep = async (as: SaveForm) => {
    try {
      const file = await ask('month.save', { month: month.month, level, e, removed }, as);
      const sealed = as === 'sealed' && study !== null ? await seal(file.bytes, study.key) : null;
      save(file.fileName, sealed === null ? file.bytes : new Blob([sealed.slice()]));
      setDone(file.code);
      setTrouble(null);
      await again();
    } catch (cause) {
      setTrouble((cause as Error).message);
    }
  };
  const forget = async () => {
    await ask('month.forget', month.month);
    setForgetting('done');
    await again();
  };
  if (forgetting === 'done') return <p role="status">{texts.save.forgot}</p>;
  return (
    <>
      {preview.partial ? <p class="notice">{texts.months.running}</p> : null}
      <FileBox preview={preview} plain />
      <ul class="ways">
        {risk.grade === 'high' && !sure ? (
          <li>
            <button type="button" class="plain" data-action="sure" onClick={() => setSure(true)}>
              {texts.risk.sure}
            </button>
          </li>
        ) : study === null ? (
          <>
            <li>
              <button type="button" data-action="save-json" onClick={() => keep('json')}>
                {texts.save.json}
              </button>
              <span class="soft">
                {check.exact} · {check.size(preview.size)} · {check.code(preview.code ?? '')}
              </span>
            </li>
            <li>
              <button type="button" class="plain" data-action="save-csv" onClick={() => keep('csv')}>
                {texts.save.csv}
              </button>
              <span class="soft">{texts.save.csvNote}</span>
            </li>
          </>
        ) : (
          <li>
            <button type="button" data-action="save-sealed" onClick={() => keep('sealed')}>
              {texts.save.sealed}
            </button>
            <span class="soft">
              {sentences(
                language,
                `${texts.hand.sealed(study.name)}${language === 'en' ? '.' : '。'}`,
                texts.save.sealedNote,
              )}
            </span>
          </li>
        )}
        <li>
          <button type="button" class="plain" data-action="print-report" onClick={() => print('report')}>
            {texts.save.print}
          </button>
          <span class="soft">{texts.save.printNote}</span>
        </li>
      </ul>
      {trouble === null ? null : (
        <p role="alert">
          {texts.save.failed}
          {trouble}
        </p>
      )}
      {done === null ? null : (
        <p role="status" data-saved={done}>
          {texts.save.done(done)} {preview.partial ? null : texts.save.handOver}
        </p>
      )}
      {month.lock === null ? null : (
        <div>
          <p class="soft">{texts.save.forgetNote}</p>
          {forgetting === 'no' ? (
            <button type="button" class="plain" data-action="forget" onClick={() => setForgetting('asked')}>
              {texts.save.forget}
            </button>
          ) : (
            <button type="button" data-action="forget-sure" onClick={forget}>
              {texts.save.forgetSure}
            </button>
          )}
        </div>
      )}
      {saves.length === 0 ? null : (
        <details>
          <summary>{texts.save.log}</summary>
          <ul class="lines">
            {saves.map((s) => (
              <li key={`${s.at} ${s.code}`}>
                {instant(s.at, language, true)} · {s.month} · {texts.levelNames[s.level]} · {s.as} · {s.code}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
