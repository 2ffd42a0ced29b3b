/** The last step of the wizard: saves or prints the file that was shown, and forgets a saved month on request. */
import { useEffect, useState } from 'preact/hooks';
import { assessRisk } from '../../../core/report/reidentification-risk.ts';
import type { Study } from '../../../core/report/studies.ts';
import priors from '../../../data/report-priors.json' with { type: 'json' };
import type { ExportLogEntry, MonthPreview, SaveFormat } from '../../../messages.ts';
import { instant, sentences } from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import type { ExportChoices } from './export-choices.ts';
import { FilePreview } from './file-preview.tsx';
import { seal } from './seal.ts';

interface Props {
  readonly preview: MonthPreview;
  readonly choices: ExportChoices;
  readonly study: Study | null;
  readonly reload: () => Promise<void>;
}

export function SaveStep({ preview, choices, study, reload }: Props) {
  const { ask, language, save, print } = usePageContext();
  const texts = useTexts('monthExport');
  const screens = useTexts('screens');
  const [savedCode, setSavedCode] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [acceptsRisk, setAcceptsRisk] = useState(false);
  const [forgetting, setForgetting] = useState<'no' | 'asked' | 'done'>('no');
  const [saves, setSaves] = useState<readonly ExportLogEntry[]>([]);
  useEffect(() => {
    // Saving and forgetting each change the log of saves.
    if (savedCode !== null || forgetting !== 'asked') ask('saves.read').then(setSaves, () => setSaves([]));
  }, [ask, savedCode, forgetting]);
  const { check } = texts;
  const { month, level, e, removed } = choices;
  if (month === null || preview.report === null) return <FilePreview preview={preview} />;
  const risk = assessRisk(preview.report, priors, { sealed: study !== null, days: preview.days });
  const saveAs = async (form: SaveFormat) => {
    try {
      const file = await ask('month.save', { month: month.month, level, e, removed }, form);
      const sealed = form === 'sealed' && study !== null ? await seal(file.bytes, study.key) : null;
      save(file.fileName, sealed === null ? file.bytes : new Blob([sealed.slice()]));
      setSavedCode(file.code);
      setFailure(null);
      await reload();
    } catch (error) {
      setFailure((error as Error).message);
    }
  };
  const forget = async () => {
    await ask('month.forget', month.month);
    setForgetting('done');
    await reload();
  };
  if (forgetting === 'done') return <p role="status">{texts.save.forgot}</p>;
  return (
    <>
      {preview.partial ? <p class="notice">{texts.months.running}</p> : null}
      <FilePreview preview={preview} hideDetails />
      <ul class="ways">
        {risk.grade === 'high' && !acceptsRisk ? (
          <li>
            <button type="button" class="plain" data-action="sure" onClick={() => setAcceptsRisk(true)}>
              {texts.risk.sure}
            </button>
          </li>
        ) : study === null ? (
          <>
            <li>
              <button type="button" data-action="save-json" onClick={() => saveAs('json')}>
                {texts.save.json}
              </button>
              <span class="soft">
                {check.exact} · {check.size(preview.size)} · {check.code(preview.code ?? '')}
              </span>
            </li>
            <li>
              <button type="button" class="plain" data-action="save-csv" onClick={() => saveAs('csv')}>
                {texts.save.csv}
              </button>
              <span class="soft">{texts.save.csvNote}</span>
            </li>
          </>
        ) : (
          <li>
            <button type="button" data-action="save-sealed" onClick={() => saveAs('sealed')}>
              {texts.save.sealed}
            </button>
            <span class="soft">
              {sentences(language, `${texts.hand.sealed(study.name)}${screens.fullStop}`, texts.save.sealedNote)}
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
      {failure === null ? null : (
        <p role="alert">
          {texts.save.failed}
          {failure}
        </p>
      )}
      {savedCode === null ? null : (
        <p role="status" data-saved={savedCode}>
          {texts.save.done(savedCode)} {preview.partial ? null : texts.save.handOver}
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
