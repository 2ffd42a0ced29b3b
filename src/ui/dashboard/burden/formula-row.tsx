/**
 * Draws a row with a name, a bar and a value. The row opens to show how the value is calculated. The bar shows `part`
 * as a share of `whole`. If the value is a range, a paler bar shows its upper end, `most`.
 */
import type { ComponentChildren } from 'preact';
import './burden.css';

/** Returns the length of a bar in percent of the row; a value above 0 is at least 2 percent, so that it can be seen. */
const barLength = (part: number, whole: number) => (part <= 0 || whole <= 0 ? 0 : Math.max(2, (part / whole) * 100));

export function FormulaRow(props: {
  name: string;
  value: string;
  formula: string;
  /** Class that gives the bar its colour: a purpose or `all`. */
  color: string;
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
            <rect class={`bar ${props.color} paler`} width={barLength(props.most, props.whole)} height="8" />
          )}
          <rect class={`bar ${props.color}`} width={barLength(props.part, props.whole)} height="8" />
        </svg>
        <span class="n">{props.value}</span>
      </summary>
      <div>{props.formula}</div>
      {props.more}
    </details>
  );
}
