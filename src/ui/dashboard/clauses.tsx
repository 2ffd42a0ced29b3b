/** Beside a burden form: the clauses it speaks to. A feature observed, never a violation. */
import { clausesOf } from '../../core/clauses.ts';
import type { BurdenForm } from '../../core/events.ts';
import type { DaySummary } from '../../core/summary.ts';
import * as format from '../format.ts';
import { useShell, useWords } from '../shell.ts';
import { clauseWords } from '../strings/clauses.ts';
import { useAnswer } from './days.tsx';

/** How often a form was observed on systems that the owner marked as 安保/应急. */
export const exemptCount = (days: readonly DaySummary[], form: BurdenForm, exempt: ReadonlySet<string>): number =>
  days
    .flatMap((day) => day.features ?? [])
    .filter((f) => f.form === form && exempt.has(f.system))
    .reduce((sum, f) => sum + f.count, 0);

export function Clauses({ form, days }: { form: BurdenForm; days: readonly DaySummary[] }) {
  const { ask, state, language } = useShell();
  const words = useWords(clauseWords);
  const systems = useAnswer(() => ask('systems.read'), [ask, state]);
  const clauses = clausesOf[form];
  if (clauses.length === 0) return null;
  const exempt = new Set(systems.at === 'there' ? systems.value.filter((s) => s.exempt).map((s) => s.host) : []);
  const count = exemptCount(days, form, exempt);
  return (
    <div data-clauses={form}>
      <p>
        <strong>{words.observed}</strong> {count === 0 ? null : words.exempt(format.number(count, language))}
      </p>
      <ul>
        {clauses.map(({ id, instrument, strength, hasException }) => (
          <li key={instrument}>
            {words.clauses[id]}
            {hasException ? ` (${words.exception})` : ''} · {words.instruments[instrument]} ·{' '}
            {words.strengths[strength]}
          </li>
        ))}
      </ul>
    </div>
  );
}
