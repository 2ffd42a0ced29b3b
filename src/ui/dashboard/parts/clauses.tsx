/**
 * This folder holds parts that several tabs of the dashboard use. This file shows the clauses of regulations that
 * concern a burden form. The text states that a feature was observed, and never claims a violation.
 */
import { clausesOf } from '../../../core/acts/clauses.ts';
import type { DaySummary } from '../../../core/days/day-summary.ts';
import type { BurdenForm } from '../../../core/events.ts';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { languageEntries } from '../../strings/languages.ts';

/** Returns how often a form was observed on systems that the owner marked as exempt (安保/应急, security and emergency). */
export const countExempt = (days: readonly DaySummary[], form: BurdenForm, exempt: ReadonlySet<string>): number =>
  days
    .flatMap((day) => day.features ?? [])
    .filter((f) => f.form === form && exempt.has(f.system))
    .reduce((sum, f) => sum + f.count, 0);

/**
 * Shows the clauses that concern a burden form, and how often the form was observed on exempt systems. Draws nothing if
 * there are no clauses.
 */
export function BurdenClauses({ form, days }: { form: BurdenForm; days: readonly DaySummary[] }) {
  const { ask, state, language } = usePageContext();
  const texts = useTexts('clauses');
  const systems = useAnswer(() => ask('systems.read'), [ask, state]);
  const clauses = clausesOf[form];
  if (clauses.length === 0) return null;
  const ids = [...new Set(clauses.map((c) => c.id))];
  const exempt = new Set(systems.status === 'ready' ? systems.value.filter((s) => s.exempt).map((s) => s.host) : []);
  const count = countExempt(days, form, exempt);
  return (
    <div data-clauses={form}>
      <h3>{texts.observed}</h3>
      <ul>
        {ids.map((id) => {
          const same = clauses.filter((c) => c.id === id);
          const exception = same.some((c) => c.hasException) ? texts.exception : '';
          const from = same.map((c) => texts.instruments[c.instrument]).join(texts.instrumentSeparator);
          return (
            <li key={id}>
              {texts.clause(texts.clauses[id], exception)}
              {languageEntries[language].sentenceSeparator}
              {texts.from(from, [...new Set(same.map((c) => texts.strengths[c.strength]))].join('; '))}
            </li>
          );
        })}
      </ul>
      {count === 0 ? null : <p>{texts.exempt(format.number(count, language))}</p>}
    </div>
  );
}
