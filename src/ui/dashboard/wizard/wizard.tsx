/** The export wizard: month, level, every line beside the exact bytes, save. The preview is the file. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Day } from '../../../core/events.ts';
import type { Study } from '../../../core/report/studies.ts';
import type { MonthPreview } from '../../../messages.ts';
import { monthName } from '../../figures/dates.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { wizard } from '../../strings/wizard.ts';
import { FailureCard, LoadingCard } from '../parts/answer-card.tsx';
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
  const texts = useTexts(wizard);
  const [step, setStep] = useState(0);
  const [months, setMonths] = useState<readonly ExportMonth[] | null>(null);
  const [studies, setStudies] = useState<readonly Study[]>([]);
  const [chosen, setChosen] = useState<ExportChoices>({
    month: null,
    level: 'standard',
    e: 7,
    study: null,
    removed: [],
  });
  const [preview, setPreview] = useState<MonthPreview | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const change = (more: Partial<ExportChoices>) => setChosen((before) => ({ ...before, ...more }));

  const readAll = useCallback(async () => {
    const [all, known] = await Promise.all([ask('months.read'), ask('studies.read')]);
    setMonths(all);
    setStudies(known);
    setChosen((before) => {
      // Last month is what one hands over; the running one only when there is no other.
      const same = all.find(({ month }) => month === before.month?.month);
      const first = same ?? all.find((m) => m.closed && !m.forgotten) ?? all.find((m) => !m.forgotten) ?? null;
      return { ...before, month: first, study: before.study ?? (first?.closed ? (known[0]?.name ?? null) : null) };
    });
  }, [ask]);
  const begin = useCallback(() => {
    setTrouble(null);
    readAll().catch((e: Error) => setTrouble(e.message));
  }, [readAll]);
  useEffect(begin, [begin]);

  const month = chosen.month?.month;
  const lock = chosen.month?.lock ?? null;
  const level = lock?.level ?? chosen.level;
  const e = lock?.e ?? chosen.e;
  const look = useCallback(async () => {
    if (month === undefined) return;
    try {
      setPreview(await ask('month.lines', { month, level, e, removed: chosen.removed }));
      setTrouble(null);
    } catch (cause) {
      setPreview(null);
      setTrouble((cause as Error).message);
    }
  }, [ask, month, level, e, chosen.removed]);
  useEffect(() => {
    if (step > 0) void look();
  }, [step, look]);

  if (months === null) return trouble === null ? <LoadingCard /> : <FailureCard message={trouble} retry={begin} />;
  const study = studies.find(({ name }) => name === chosen.study) ?? null;
  const now = { ...chosen, level, e };
  const ready = step === 0 ? chosen.month !== null : step === 1 || preview?.bytes != null;
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
        {trouble === null ? null : <p role="alert">{trouble}</p>}
        {step === 0 ? <MonthStep months={months} chosen={now} change={change} /> : null}
        {step === 1 ? (
          <LevelStep
            chosen={now}
            change={change}
            studies={studies}
            said={preview?.said ?? {}}
            look={look}
            again={readAll}
          />
        ) : null}
        {step === 2 && preview !== null ? (
          <CheckStep
            preview={preview}
            chosen={now}
            change={change}
            look={look}
            studies={studies}
            toSeal={() => setStep(1)}
          />
        ) : null}
        {step === 3 && preview !== null ? (
          <SaveStep preview={preview} chosen={now} study={study} again={readAll} />
        ) : null}
        <p class="tools">
          {step > 0 ? (
            <button type="button" class="plain" data-action="back" onClick={() => setStep(step - 1)}>
              {texts.back}
            </button>
          ) : null}
          {step < 3 && months.length > 0 ? (
            <button type="button" data-action="next" disabled={!ready} onClick={() => setStep(step + 1)}>
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
