/**
 * This tab shows what is missing in the figures: days without records, work that no extension can measure, and records
 * that were not used.
 */

import type { DaySummary } from '../../../core/days/day-summary.ts';
import type { DropReason } from '../../../core/events.ts';
import { isRestDay } from '../../../core/time/workdays.ts';
import * as dates from '../../figures/dates.ts';
import * as format from '../../figures/format.ts';
import { periodTotals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { daysBetween, earlier, later, periodOf, routeHash } from '../../route.ts';
import { AnswerCard } from '../../shared/answer-card.tsx';
import { type Answer, useAnswer } from '../../shared/use-answer.ts';
import { LowerBoundNote } from '../parts/lower-bound-note.tsx';
import { useDays } from '../parts/use-days.ts';
import type { TabProps } from './tab-props.ts';

export function CoverageTab({ route }: TabProps) {
  const days = useDays(route);
  return (
    <>
      <AnswerCard answer={days}>{(value) => <RecordedDays route={route} days={value} />}</AnswerCard>
      <NeverMeasured />
      <DroppedRecords days={days} />
      <MissingPermissions route={route} />
      {days.status === 'ready' && days.value.length > 0 ? <LowerBoundNote /> : null}
    </>
  );
}

function RecordedDays({ route, days }: TabProps & { days: readonly DaySummary[] }) {
  const { ask, state, language } = usePageContext();
  const texts = useTexts('coverage');
  const screens = useTexts('screens');
  const { workdays } = useTexts('overview');
  const { from, to } = periodOf(route.unit, route.day);
  const pauses = useAnswer(() => ask('pauses.read', from, to), [ask, from, to, state]);
  const first = state.firstDay ?? state.today;
  const expected = daysBetween(later(from, first), earlier(to, state.today)).filter((d) => !isRestDay(d));
  const recordedDays = new Set(days.filter((d) => d.attentionMs > 0).map((d) => d.day));
  const recorded = expected.filter((d) => recordedDays.has(d));
  // Today is not over and can still get records.
  const missing = expected.filter((d) => !recordedDays.has(d) && d !== state.today);
  return (
    <section class="card">
      <h2>{workdays(recorded.length, expected.length, route.unit === 'day')}</h2>
      {missing.length === 0 || route.unit === 'day' ? null : (
        <p>
          {texts.missing}
          {missing.map((d) => dates.shortDay(d, language)).join(screens.listSeparator)}
        </p>
      )}
      {pauses.status === 'ready' && pauses.value.ms >= 60_000 ? (
        <p>{texts.paused(format.duration(pauses.value.ms, language))}</p>
      ) : null}
    </section>
  );
}

/** Lists work that no extension can measure. */
function NeverMeasured() {
  const { state, language } = usePageContext();
  const texts = useTexts('coverage');
  return (
    <section class="card">
      <h2>{texts.never}</h2>
      <ul>
        {texts.neverList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{state.trouble === null ? format.sentences(language, texts.neverTail, texts.phone) : texts.neverTail}</p>
    </section>
  );
}

/** Shows how many records were measured and then not used, by reason. */
function DroppedRecords({ days }: { days: Answer<readonly DaySummary[]> }) {
  const texts = useTexts('coverage');
  return (
    <section class="card">
      <h2>{texts.dropped}</h2>
      <p class="soft">{texts.droppedNote}</p>
      <AnswerCard answer={days} inCard>
        {(value) => <DroppedTable days={value} />}
      </AnswerCard>
    </section>
  );
}

function DroppedTable({ days }: { days: readonly DaySummary[] }) {
  const { state, language } = usePageContext();
  const texts = useTexts('coverage');
  const dropped = Object.entries(periodTotals(days).dropped).sort((a, b) => b[1] - a[1]);
  if (dropped.length === 0) return <p>{state.trouble === null ? texts.none : texts.unsure}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{texts.reason}</th>
          <th scope="col" class="n">
            {texts.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {dropped.map(([reason, count]) => (
          <tr key={reason}>
            <th scope="row">{texts.reasons[reason as DropReason]}</th>
            <td class="n">{format.number(count, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Shows how many groups and sites are turned on but do not have the browser's permission yet. */
function MissingPermissions({ route }: TabProps) {
  const { ask, state } = usePageContext();
  const texts = useTexts('coverage');
  const catalogue = useAnswer(() => ask('catalogue.read'), [ask, state]);
  return (
    <section class="card">
      <h2>{texts.groups}</h2>
      <AnswerCard answer={catalogue} inCard>
        {({ groups, added }) => {
          const waiting = groups.filter((g) => g.on && !g.granted).length + added.filter((s) => !s.granted).length;
          return (
            <>
              <p>{waiting === 0 ? texts.groupsNone : texts.groupsSome(waiting)}</p>
              {waiting === 0 ? null : <a href={routeHash({ ...route, tab: 'settings' })}>{texts.toSettings}</a>}
            </>
          );
        }}
      </AnswerCard>
    </section>
  );
}
