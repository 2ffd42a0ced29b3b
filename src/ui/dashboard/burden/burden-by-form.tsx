/** Shows time and counts by burden form: filling, repeated entries, burden acts and switching. */
import type { DaySummary } from '../../../core/days/day-summary.ts';
import type { BurdenForm } from '../../../core/events.ts';
import * as format from '../../figures/format.ts';
import type { Totals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { BurdenClauses } from '../parts/clauses.tsx';
import { FormulaRow } from './formula-row.tsx';

export function BurdenByForm({ totals, days }: { totals: Totals; days: readonly DaySummary[] }) {
  const { language } = usePageContext();
  const texts = useTexts('burden');
  const forms = useTexts('screens').acts;
  const inWords = (ms: number) => format.duration(ms, language);
  const count = (n: number) => format.number(n, language);
  const { submissions, entries } = totals;
  const acts = Object.entries(totals.acts)
    .filter(([form]) => form !== 'fragmentation' && form !== 'after-hours')
    .sort((a, b) => b[1].ms - a[1].ms || b[1].count - a[1].count);
  return (
    <section class="card">
      <h2>{texts.byForm}</h2>
      <p class="soft">{texts.byFormNote}</p>
      <FormulaRow
        name={texts.filling}
        value={format.clock(submissions.ms)}
        formula={texts.formulaFilling(
          count(submissions.total),
          inWords(submissions.ms),
          inWords(submissions.ms / Math.max(1, submissions.total)),
          count(submissions.failed),
        )}
        color="all"
        part={submissions.ms}
        whole={totals.attentionMs}
      />
      <FormulaRow
        name={texts.again}
        value={texts.range(
          inWords(entries.repeatFocusMs),
          inWords(Math.max(entries.repeatFocusMs, submissions.repeatMs)),
        )}
        formula={texts.formulaAgain(
          inWords(entries.repeatFocusMs),
          inWords(submissions.repeatMs),
          count(totals.repeats),
          count(entries.eligible),
        )}
        color="all"
        part={entries.repeatFocusMs}
        most={Math.max(entries.repeatFocusMs, submissions.repeatMs)}
        whole={totals.attentionMs}
      />
      {acts.map(([form, act]) => (
        <FormulaRow
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
              : texts.formulaAct(count(act.count), inWords(act.ms), inWords(act.ms / Math.max(1, act.count)))
          }
          color="all"
          part={act.ms}
          whole={totals.attentionMs}
          more={<BurdenClauses form={form as BurdenForm} days={days} />}
        />
      ))}
      <FormulaRow
        name={texts.fragmentation}
        value={texts.times(count(totals.switches))}
        formula={texts.formulaSwitch(count(totals.switches), count(totals.logins), count(totals.days))}
        color="all"
        part={0}
        whole={totals.attentionMs}
        more={<BurdenClauses form="fragmentation" days={days} />}
      />
    </section>
  );
}
