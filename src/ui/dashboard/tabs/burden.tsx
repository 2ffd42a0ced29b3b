/** Hours by purpose and by form of burden; every number opens its formula and its parts. No score. */
import type { ComponentChildren } from 'preact';
import type { DaySummary } from '../../../core/days/day-summary.ts';
import type { BurdenForm, PhoneBurden } from '../../../core/events.ts';
import * as format from '../../figures/format.ts';
import { periodTotals, purposeOrder, type Totals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { burdenWords } from '../../strings/burden.ts';
import { phoneNames } from '../../strings/phone.ts';
import { purposeWords } from '../../strings/purposes.ts';
import { screens } from '../../strings/screens.ts';
import { AnswerCard } from '../parts/answer-card.tsx';
import { BurdenClauses } from '../parts/clauses.tsx';
import { EmptyPeriod } from '../parts/empty-period.tsx';
import { LowerBoundNote } from '../parts/lower-bound-note.tsx';
import { PeriodSentence } from '../parts/period-sentence.tsx';
import { useDays } from '../parts/use-days.ts';
import type { TabProps } from './tab-props.ts';

export function Burden({ route }: TabProps) {
  const days = useDays(route);
  return (
    <AnswerCard answer={days}>
      {(there) => (there.length === 0 ? <EmptyPeriod /> : <Parts route={route} days={there} />)}
    </AnswerCard>
  );
}

function Parts({ route, days }: TabProps & { days: readonly DaySummary[] }) {
  const texts = useTexts(burdenWords);
  const totals = periodTotals(days);
  return (
    <>
      <p class="notice">{texts.note}</p>
      <div class="pair even">
        <ByPurpose totals={totals} />
        <ByForm totals={totals} days={days} />
      </div>
      <Phone totals={totals} />
      <section class="card">
        <PeriodSentence route={route} totals={totals} />
      </section>
      <LowerBoundNote />
    </>
  );
}

/** In percent of the row's width; what is not nil can be seen. */
const barOf = (part: number, whole: number) => (part <= 0 || whole <= 0 ? 0 : Math.max(2, (part / whole) * 100));

/** A row that opens its formula. `part` of `whole` is the length of its bar; what may be more, up to `most`, is paler. */
function Row(props: {
  name: string;
  value: string;
  formula: string;
  of: string;
  part: number;
  most?: number;
  whole: number;
  more?: ComponentChildren;
}) {
  return (
    <details class="formula">
      <summary>
        <span>{props.name}</span>
        <svg width="100%" height="8" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 8">
          {props.most === undefined ? null : (
            <rect class={`bar ${props.of} paler`} width={barOf(props.most, props.whole)} height="8" />
          )}
          <rect class={`bar ${props.of}`} width={barOf(props.part, props.whole)} height="8" />
        </svg>
        <span class="n">{props.value}</span>
      </summary>
      <div>{props.formula}</div>
      {props.more}
    </details>
  );
}

function ByPurpose({ totals }: { totals: Totals }) {
  const { language, names } = usePageContext();
  const texts = useTexts(burdenWords);
  const purposes = useTexts(purposeWords).purposes;
  const prose = (ms: number) => format.duration(ms, language);
  const { byPurpose } = totals;
  const burden = byPurpose.reporting + byPurpose.study;
  return (
    <section class="card">
      <h2>{texts.byPurpose}</h2>
      <p class="soft">{texts.byPurposeNote}</p>
      {purposeOrder
        .filter((p) => p !== 'personal' || byPurpose.personal > 0)
        .map((purpose) => {
          const parts = totals.systems
            .filter((s) => s.purpose === purpose && s.attentionMs > 0)
            .map((s) => `${names[s.id]?.[language] ?? s.id} ${prose(s.attentionMs)}`);
          return (
            <Row
              key={purpose}
              name={purposes[purpose]}
              value={format.clock(byPurpose[purpose])}
              formula={parts.length === 0 ? texts.nothingThere : texts.formulaPurpose(parts.join(' + '))}
              of={purpose}
              part={byPurpose[purpose]}
              whole={totals.attentionMs}
            />
          );
        })}
      <Row
        name={texts.burdenHours}
        value={format.clock(burden)}
        formula={texts.formulaBurden(prose(byPurpose.reporting), prose(byPurpose.study), prose(burden))}
        of="all"
        part={burden}
        whole={totals.attentionMs}
      />
    </section>
  );
}

function ByForm({ totals, days }: { totals: Totals; days: readonly DaySummary[] }) {
  const { language } = usePageContext();
  const texts = useTexts(burdenWords);
  const forms = useTexts(screens).acts;
  const prose = (ms: number) => format.duration(ms, language);
  const count = (n: number) => format.number(n, language);
  const { submissions, entries } = totals;
  const acts = Object.entries(totals.acts)
    .filter(([form]) => form !== 'fragmentation' && form !== 'after-hours')
    .sort((a, b) => b[1].ms - a[1].ms || b[1].count - a[1].count);
  return (
    <section class="card">
      <h2>{texts.byForm}</h2>
      <p class="soft">{texts.byFormNote}</p>
      <Row
        name={texts.filling}
        value={format.clock(submissions.ms)}
        formula={texts.formulaFilling(
          count(submissions.total),
          prose(submissions.ms),
          prose(submissions.ms / Math.max(1, submissions.total)),
          count(submissions.failed),
        )}
        of="all"
        part={submissions.ms}
        whole={totals.attentionMs}
      />
      <Row
        name={texts.again}
        value={texts.range(prose(entries.repeatFocusMs), prose(Math.max(entries.repeatFocusMs, submissions.repeatMs)))}
        formula={texts.formulaAgain(
          prose(entries.repeatFocusMs),
          prose(submissions.repeatMs),
          count(totals.repeats),
          count(entries.eligible),
        )}
        of="all"
        part={entries.repeatFocusMs}
        most={Math.max(entries.repeatFocusMs, submissions.repeatMs)}
        whole={totals.attentionMs}
      />
      {acts.map(([form, act]) => (
        <Row
          key={form}
          name={forms[form as BurdenForm]}
          value={
            act.ms >= 30_000
              ? `${texts.times(count(act.count))} · ${format.clock(act.ms)}`
              : texts.times(count(act.count))
          }
          formula={
            act.ms === 0
              ? texts.formulaActCount(count(act.count))
              : texts.formulaAct(count(act.count), prose(act.ms), prose(act.ms / Math.max(1, act.count)))
          }
          of="all"
          part={act.ms}
          whole={totals.attentionMs}
          more={<BurdenClauses form={form as BurdenForm} days={days} />}
        />
      ))}
      <Row
        name={texts.fragmentation}
        value={texts.times(count(totals.switches))}
        formula={texts.formulaSwitch(count(totals.switches), count(totals.logins), count(totals.days))}
        of="all"
        part={0}
        whole={totals.attentionMs}
        more={<BurdenClauses form="fragmentation" days={days} />}
      />
    </section>
  );
}

function Phone({ totals }: { totals: Totals }) {
  const { language } = usePageContext();
  const texts = useTexts(burdenWords);
  const burdens = useTexts(phoneNames);
  const told = Object.entries(totals.selfReported);
  return (
    <section class="card">
      <h2>{texts.phone}</h2>
      <p class="soft">{told.length === 0 ? texts.noPhone : texts.phoneNote}</p>
      <ul class="lines">
        {told.map(([burden, { count, minutes }]) => (
          <li key={burden}>
            <span>{burdens[burden as PhoneBurden]}</span>
            <span class="num">
              {texts.phoneLine(
                format.number(count, language),
                minutes === 0 ? '' : texts.minutes(format.number(minutes, language)),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
