/**
 * Defines a pattern of diagonal lines in the colour of the page. Over a bar, the lines mark time after hours. Each line
 * has a dark line inside. With `inked` (for pale cells) the dark line is always visible; without it, only if the bars
 * have patterns too.
 */
export const HatchPattern = ({ id, inked = false }: { id: string; inked?: boolean }) => (
  <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line class="hatch" x1="2.5" y1="0" x2="2.5" y2="5" />
    <line class={inked ? 'inked' : 'ink'} x1="2.5" y1="0" x2="2.5" y2="5" />
  </pattern>
);
