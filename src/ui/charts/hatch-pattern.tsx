/**
 * Diagonal lines in the colour of the page. Laid over a bar, they mark time after hours. A dark line runs inside each one
 * where bars have patterns of their own, and on pale cells (`inked`).
 */
export const HatchPattern = ({ id, inked = false }: { id: string; inked?: boolean }) => (
  <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line class="hatch" x1="2.5" y1="0" x2="2.5" y2="5" />
    <line class={inked ? 'inked' : 'ink'} x1="2.5" y1="0" x2="2.5" y2="5" />
  </pattern>
);
