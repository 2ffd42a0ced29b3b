/** Draws a small square that shows a colour of a chart in its legend. */
import { useId } from 'preact/hooks';
import { HatchPattern } from './hatch-pattern.tsx';

/**
 * `color` is the class of the bar or cell: a purpose, `all`, `rest` or a shade. `hatched` adds the hatch for time after
 * hours; `inked` draws it for pale cells.
 */
export function Swatch({
  color,
  hatched = false,
  inked = false,
}: {
  color: string;
  hatched?: boolean;
  inked?: boolean;
}) {
  const hatch = useId();
  return (
    <svg width="12" height="12" aria-hidden="true">
      <defs>
        <HatchPattern id={hatch} inked={inked} />
      </defs>
      <rect class={inked ? color : `bar ${color}`} width="12" height="12" rx="2" />
      {hatched ? <rect class={inked ? undefined : 'after'} width="12" height="12" fill={`url(#${hatch})`} /> : null}
    </svg>
  );
}
