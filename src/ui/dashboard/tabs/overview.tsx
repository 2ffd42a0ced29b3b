/** What the period cost, in one look. */
import { useEffect, useState } from 'preact/hooks';
import type { DaySummary } from '../../../core/days/day-summary.ts';
import { usualDay } from '../../../core/days/usual-day.ts';
import type { Day } from '../../../core/events.ts';
import { addDays } from '../../../core/time/local-time.ts';
import { isRestDay } from '../../../core/time/workdays.ts';
import type { SystemInfo } from '../../../messages.ts';
import { asksPurpose } from '../../asks-purpose.ts';
import { DayBars } from '../../charts/day-bars.tsx';
import { MonthBars } from '../../charts/month-bars.tsx';
import { QuarterHours } from '../../charts/quarter-hours.tsx';
import * as format from '../../figures/format.ts';
import { periodTotals, type Totals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { PurposeQuestion } from '../../purpose-question.tsx';
import { daysBetween, earlier, later, periodOf, type Route, routeHash, step } from '../../route.ts';
import { charts } from '../../strings/charts.ts';
import { overview } from '../../strings/overview.ts';
import { AnswerCard } from '../parts/answer-card.tsx';
import { EmptyPeriod } from '../parts/empty-period.tsx';
import { LowerBoundNote } from '../parts/lower-bound-note.tsx';
import { PeriodSentence } from '../parts/period-sentence.tsx';
import { PortalTable } from '../parts/portal-table.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { useDays } from '../parts/use-days.ts';
import type { TabProps } from './tab-props.ts';

export function Overview({ route }: TabProps) {
  const days = useDays(route);
  return (
    <AnswerCard answer={days}>
      {(there) => (there.length === 0 ? <EmptyPeriod /> : <Period route={route} days={there} />)}
    </AnswerCard>
  );
}

function Period({ route, days }: TabProps & { days: readonly DaySummary[] }) {
  const { state, language } = usePageContext();
  const texts = useTexts(overview);
  const { from, to } = periodOf(route.unit, route.day);
  const totals = periodTotals(days);
  const today = days.find((d) => d.day === state.today);
  const [only] = days;
  return (
    <>
      <Kpis route={route} days={days} totals={totals} />
      {state.trouble === null ? <Question /> : null}
      {route.unit === 'day' && only !== undefined ? (
        <div class="card">
          <QuarterHours day={only} language={language} height={190} />
        </div>
      ) : route.unit === 'year' ? (
        <Year from={from} />
      ) : (
        <div class={today === undefined ? '' : 'pair'}>
          <div class="card">
            <DayBars from={from} to={to} days={days} />
          </div>
          {today === undefined ? null : (
            <div class="card">
              <QuarterHours day={today} language={language} height={190} title={texts.today} />
            </div>
          )}
        </div>
      )}
      <section class="card">
        <h2>{texts.byPortal}</h2>
        <PortalTable totals={totals} limit={8} />
        {totals.systems.length > 8 ? <a href={routeHash({ ...route, tab: 'portals' })}>{texts.allPortals}</a> : null}
      </section>
      {route.unit === 'month' ? <Twelve to={to} /> : null}
      <section class="card">
        <PeriodSentence route={route} totals={totals} />
      </section>
      <CoverageLine route={route} days={days} />
      <LowerBoundNote />
    </>
  );
}

function Kpis({ route, days, totals }: TabProps & { days: readonly DaySummary[]; totals: Totals }) {
  const { language, state } = usePageContext();
  const texts = useTexts(overview);
  const against = useBefore(route, days);
  const young =
    state.firstDay !== null && Date.parse(state.today) - Date.parse(state.firstDay) < 35 * 86_400_000
      ? texts.young
      : '';
  const { repeats, entries } = totals;
  const items = [
    [
      texts.time,
      format.duration(totals.attentionMs, language),
      against ?? texts.perDay(format.duration(totals.attentionMs / Math.max(1, totals.days), language)),
    ],
    [
      texts.repeats,
      entries.eligible === 0 || young !== ''
        ? format.number(repeats, language)
        : `${format.number(repeats, language)} · ${format.percent(repeats, entries.eligible)}`,
      young === ''
        ? texts.ofEntries(format.number(repeats, language), format.number(entries.eligible, language))
        : young,
    ],
    [
      texts.after,
      format.duration(totals.afterHoursMs, language),
      texts.ofTime(format.percent(totals.afterHoursMs, totals.attentionMs)),
    ],
    [
      texts.portals,
      format.number(totals.systems.filter((s) => s.attentionMs > 0).length, language),
      texts.switches(format.number(totals.switches, language)),
    ],
  ] as const;
  return (
    <dl class="kpis">
      {items.map(([name, value, note]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="value">{value}</dd>
          <dd class="note">{note}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The mean workday beside that of the period before, up to the same day of it; one day beside the usual one. */
function useBefore(route: Route, days: readonly DaySummary[]): string | null {
  const { ask, language, state } = usePageContext();
  const texts = useTexts(overview);
  const now = periodOf(route.unit, route.day);
  const before = periodOf(route.unit, step(route, -1).day);
  const shown = daysBetween(now.from, earlier(now.to, state.today)).length;
  const isDay = route.unit === 'day';
  const from = isDay ? addDays(now.from, -21) : before.from;
  const until = daysBetween(before.from, before.to)[Math.max(0, shown - 1)] ?? before.to;
  const answer = useAnswer(() => ask('days.brief', from, until), [ask, from, until]);
  if (answer.status !== 'ready') return null;
  if (isDay) {
    const usual = usualDay(answer.value);
    const apart = (days[0]?.attentionMs ?? 0) - (usual?.ms ?? 0);
    if (usual === null) return '';
    if (Math.abs(apart) < 5 * 60_000) return texts.usualSame(usual.days);
    return texts.usual(usual.days, format.duration(Math.abs(apart), language), apart > 0);
  }
  const mean = (of: readonly { day: Day; attentionMs: number }[]) => {
    const work = of.filter((d) => d.attentionMs > 0 && !isRestDay(d.day));
    return work.length === 0 ? null : work.reduce((sum, d) => sum + d.attentionMs, 0) / work.length;
  };
  const [here, there] = [mean(days), mean(answer.value)];
  if (here === null || there === null) return null;
  if (Math.abs(here - there) < 5 * 60_000) return texts.againstSame;
  return texts.against(format.duration(Math.abs(here - there), language), here > there);
}

function Year({ from }: { from: Day }) {
  const { ask } = usePageContext();
  const texts = useTexts(charts);
  const year = from.slice(0, 4);
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}-01` as Day);
  const days = useAnswer(() => ask('days.brief', from, `${year}-12-31` as Day), [ask, from]);
  return (
    <AnswerCard answer={days}>
      {(value) => (
        <div class="card">
          <MonthBars months={months} days={value} title={texts.monthTitle} />
        </div>
      )}
    </AnswerCard>
  );
}

function Twelve({ to }: { to: Day }) {
  const { ask } = usePageContext();
  const texts = useTexts(charts);
  const [year = 0, month = 0] = to.split('-').map(Number);
  const months = Array.from(
    { length: 12 },
    (_, i) => new Date(Date.UTC(year, month - 12 + i, 1)).toISOString().slice(0, 10) as Day,
  );
  const days = useAnswer(() => ask('days.brief', months[0] as Day, to), [ask, to]);
  return (
    <AnswerCard answer={days}>
      {(value) =>
        new Set(value.map((d) => d.day.slice(0, 7))).size < 2 ? null : (
          <div class="card">
            <MonthBars months={months} days={value} title={texts.monthsTitle} />
          </div>
        )
      }
    </AnswerCard>
  );
}

/** Asks what one portal is for, after the figures stand. */
function Question() {
  const { ask, language, names, refresh } = usePageContext();
  const [system, setSystem] = useState<SystemInfo | null>(null);
  useEffect(() => {
    ask('systems.read').then(
      (all) => setSystem(all.find(asksPurpose) ?? null),
      () => {}, // a question that is not asked costs nothing
    );
  }, [ask]);
  if (system === null) return null;
  return (
    <PurposeQuestion
      system={system}
      name={names[system.host]?.[language] ?? system.host}
      ask={ask}
      after={() => {
        setSystem(null);
        return refresh();
      }}
    />
  );
}

function CoverageLine({ route, days }: TabProps & { days: readonly DaySummary[] }) {
  const { state, language } = usePageContext();
  const texts = useTexts(overview);
  const { from, to } = periodOf(route.unit, route.day);
  const first = state.firstDay ?? from;
  const dates = daysBetween(later(from, first), earlier(to, state.today));
  const work = dates.filter((d) => !isRestDay(d));
  const recorded = days.filter((d) => d.attentionMs > 0 && !isRestDay(d.day)).length;
  return (
    <p class="notice">
      {format.sentences(language, texts.workdays(recorded, work.length, route.unit === 'day'), texts.coverage)}{' '}
      <a href={routeHash({ ...route, tab: 'coverage' })}>{texts.coverageMore}</a>
    </p>
  );
}
