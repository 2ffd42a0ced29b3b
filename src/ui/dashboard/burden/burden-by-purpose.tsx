/** Shows the time by purpose, and the sum of reporting and study. */
import * as format from '../../figures/format.ts';
import { purposeOrder, type Totals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { FormulaRow } from './formula-row.tsx';

export function BurdenByPurpose({ totals }: { totals: Totals }) {
  const { language, names } = usePageContext();
  const texts = useTexts('burden');
  const purposes = useTexts('purposes').purposes;
  const inWords = (ms: number) => format.duration(ms, language);
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
            .map((s) => `${names[s.id]?.[language] ?? s.id} ${inWords(s.attentionMs)}`);
          return (
            <FormulaRow
              key={purpose}
              name={purposes[purpose]}
              value={format.clock(byPurpose[purpose])}
              formula={parts.length === 0 ? texts.nothingThere : texts.formulaPurpose(parts.join(' + '))}
              color={purpose}
              part={byPurpose[purpose]}
              whole={totals.attentionMs}
            />
          );
        })}
      <FormulaRow
        name={texts.burdenHours}
        value={format.clock(burden)}
        formula={texts.formulaBurden(inWords(byPurpose.reporting), inWords(byPurpose.study), inWords(burden))}
        color="all"
        part={burden}
        whole={totals.attentionMs}
      />
    </section>
  );
}
