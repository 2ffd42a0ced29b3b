/** The shades of calendar cells and of the week grid. */
import type { ComponentChildren } from 'preact';
import { useTexts } from '../../page-context.ts';

const hour = 3_600_000;
/**
 * Returns the shade of a duration: 0 for no time, 1 below 1 hour, 2 below 2 hours, 3 below 4 hours, 4 from 4 hours. The
 * steps are fixed, so that charts can be compared.
 */
export const heatStep = (ms: number): 0 | 1 | 2 | 3 | 4 =>
  ms <= 0 ? 0 : ms < hour ? 1 : ms < 2 * hour ? 2 : ms < 4 * hour ? 3 : 4;

/** Draws the legend of the five shades. */
export function HeatLegend({ children }: { children?: ComponentChildren }) {
  const texts = useTexts('charts');
  return (
    <ul class="legend">
      {texts.cuts.map((name, i) => (
        <li key={name}>
          <svg width="12" height="12" aria-hidden="true">
            <rect class={`cell heat-${i}`} width="12" height="12" rx="2" />
          </svg>
          {name}
        </li>
      ))}
      {children}
    </ul>
  );
}
