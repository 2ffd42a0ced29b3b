/**
 * The export of a month, in four steps: month, level and recipient, checking every line, saving. The saved bytes are
 * exactly those in the preview.
 */

import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Day } from '../../../core/events.ts';
import { defaultLevel } from '../../../core/report/report-format.ts';
import type { Study } from '../../../core/report/studies.ts';
import type { MonthPreview } from '../../../messages.ts';
import { monthName } from '../../figures/dates.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { FailureCard, LoadingCard } from '../../shared/answer-card.tsx';
import { CheckStep } from './check-step.tsx';
import type { ExportChoices, ExportMonth } from './export-choices.ts';
import { LevelStep } from './level-step.tsx';
import { MonthStep } from './month-step.tsx';
import { OwnRecord } from './print/own-record.tsx';
import { ReportSheet } from './print/report-sheet.tsx';
import { SaveStep } from './save-step.tsx';
import './wizard.css';

export function ExportWizard() {
  const { ask, language } = usePageContext();
  const texts = useTexts('monthExport');
  const [step, setStep] = useState(0);
  const [months, setMonths] = useState<readonly ExportMonth[] | null>(null);
  const [studies, setStudies] = useState<readonly Study[]>([]);
  const [choices, setChoices] = useState<ExportChoices>({
    month: null,
    level: defaultLevel,
    e: 7,
    study: null,
    removed: [],
  });
  const [preview, setPreview] = useState<MonthPreview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const change = (changed: Partial<ExportChoices>) => setChoices((before) => ({ ...before, ...changed }));

  const readAll = useCallback(async () => {
    const [allMonths, allStudies] = await Promise.all([ask('months.read'), ask('studies.read')]);
    setMonths(allMonths);
    setStudies(allStudies);
    setChoices((before) => {
      // Preselect the latest closed month; the running month only if there is no other.
      const previous = allMonths.find(({ month }) => month === before.month?.month);
      const selected =
        previous ?? allMonths.find((m) => m.closed && !m.forgotten) ?? allMonths.find((m) => !m.forgotten) ?? null;
      return {
        ...before,
        month: selected,
        study: before.study ?? (selected?.closed ? (allStudies[0]?.name ?? null) : null),
      };
    });
  }, [ask]);
  const load = useCallback(() => {
    setFailure(null);
    readAll().catch((e: Error) => setFailure(e.message));
  }, [readAll]);
  useEffect(load, [load]);

  const month = choices.month?.month;
  // After the first save of a month, its level and noise are fixed.
  const lock = choices.month?.lock ?? null;
  const level = lock?.level ?? choices.level;
  const e = lock?.e ?? choices.e;
  const refreshPreview = useCallback(async () => {
    if (month === undefined) return;
    try {
      setPreview(await ask('month.lines', { month, level, e, removed: choices.removed }));
      setFailure(null);
    } catch (error) {
      setPreview(null);
      setFailure((error as Error).message);
    }
  }, [ask, month, level, e, choices.removed]);
  useEffect(() => {
    if (step > 0) void refreshPreview();
  }, [step, refreshPreview]);

  if (months === null) return failure === null ? <LoadingCard /> : <FailureCard message={failure} retry={load} />;
  const study = studies.find(({ name }) => name === choices.study) ?? null;
  const effectiveChoices = { ...choices, level, e };
  const canContinue = step === 0 ? choices.month !== null : step === 1 || preview?.bytes != null;
  return (
    <>
      <section class="card no-print" data-wizard={step + 1}>
        {month === undefined || step === 0 ? null : (
          <h2>{texts.head(monthName(`${month}-01` as Day, language), texts.steps[step] ?? '')}</h2>
        )}
        <ol class="steps" aria-label={texts.stepsName}>
          {texts.steps.map((name, i) => (
            <li key={name} aria-current={i === step ? 'step' : undefined}>
              {name}
            </li>
          ))}
        </ol>
        {failure === null ? null : <p role="alert">{failure}</p>}
        {step === 0 ? <MonthStep months={months} choices={effectiveChoices} change={change} /> : null}
        {step === 1 ? (
          <LevelStep
            choices={effectiveChoices}
            change={change}
            studies={studies}
            statements={preview?.said ?? {}}
            refreshPreview={refreshPreview}
            reload={readAll}
          />
        ) : null}
        {step === 2 && preview !== null ? (
          <CheckStep
            preview={preview}
            choices={effectiveChoices}
            change={change}
            refreshPreview={refreshPreview}
            studies={studies}
            chooseRecipient={() => setStep(1)}
          />
        ) : null}
        {step === 3 && preview !== null ? (
          <SaveStep preview={preview} choices={effectiveChoices} study={study} reload={readAll} />
        ) : null}
        <p class="tools">
          {step > 0 ? (
            <button type="button" class="plain" data-action="back" onClick={() => setStep(step - 1)}>
              {texts.back}
            </button>
          ) : null}
          {step < 3 && months.length > 0 ? (
            <button type="button" data-action="next" disabled={!canContinue} onClick={() => setStep(step + 1)}>
              {texts.next}
            </button>
          ) : null}
        </p>
      </section>
      {step === 3 && preview?.report ? <ReportSheet report={preview.report} partial={preview.partial} /> : null}
      {month === undefined || step > 0 ? null : <OwnRecord month={month} />}
    </>
  );
}
