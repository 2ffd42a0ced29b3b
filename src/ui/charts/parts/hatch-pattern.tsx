/**
 * Diagonal lines in the colour of the page. Laid over a bar, they mark time after hours. Each line has a dark line
 * inside: always with `inked`, which is for pale cells; otherwise only where bars have patterns of their own.
 */
export const HatchPattern = ({ id, inked = false }: { id: string; inked?: boolean }) => (
  <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line class="hatch" x1="2.5" y1="0" x2="2.5" y2="5" />
    <line class={inked ? 'inked' : 'ink'} x1="2.5" y1="0" x2="2.5" y2="5" />
  </pattern>
);
