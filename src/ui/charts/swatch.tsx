/** What a legend shows of a kind of work; apart from the bars, since the popup has no legend. */
import { useId } from 'preact/hooks';
import { HatchPattern } from './bars.tsx';

/** `of` a kind of work, or `all` of them; `hatched` as what was after hours. */
export function Swatch({ of, hatched = false, inked = false }: { of: string; hatched?: boolean; inked?: boolean }) {
  const hatch = useId();
  return (
    <svg width="12" height="12" aria-hidden="true">
      <defs>
        <HatchPattern id={hatch} inked={inked} />
      </defs>
      <rect class={inked ? of : `bar ${of}`} width="12" height="12" rx="2" />
      {hatched ? <rect class={inked ? undefined : 'after'} width="12" height="12" fill={`url(#${hatch})`} /> : null}
    </svg>
  );
}
