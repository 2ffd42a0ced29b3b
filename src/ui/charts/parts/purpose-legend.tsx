/** Draws the legend of the purposes that are used, in stacking order. */
import type { ComponentChildren } from 'preact';
import { type PurposeOrNone, purposeOrder } from '../../figures/period-totals.ts';
import { useTexts } from '../../page-context.ts';
import { Swatch } from './swatch.tsx';

export function PurposeLegend(props: {
  used: ReadonlySet<PurposeOrNone>;
  /** Adds the hatch for time after hours. */
  hatched?: boolean;
  children?: ComponentChildren;
}) {
  const { used, hatched = true, children } = props;
  const names = useTexts('purposes').purposes;
  const texts = useTexts('overview');
  return (
    <ul class="legend" aria-label={texts.legend}>
      {purposeOrder
        .filter((p) => used.has(p))
        .map((p) => (
          <li key={p}>
            <Swatch color={p} />
            {names[p]}
          </li>
        ))}
      {hatched ? (
        <li>
          <Swatch color="all" hatched />
          {texts.hatched}
        </li>
      ) : null}
      {children}
    </ul>
  );
}
