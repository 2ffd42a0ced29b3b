/**
 * Defines patterns that distinguish purposes without colour: on paper, with forced colours, and when the owner turns
 * them on. The patterns are drawn once per page; the style sheet refers to `#hatch-PURPOSE`.
 */

/** The lines of each purpose as a path in a tile of 8 × 8. */
const tiles: Readonly<Record<string, string>> = {
  study: 'M0 0V8M4 0V8',
  casework: 'M0 2H8M0 6H8',
  none: 'M1 1H3V3H1ZM5 5H7V7H5Z',
};

export const HatchSheet = () => (
  <svg class="hidden" width="0" height="0" aria-hidden="true">
    <defs>
      {Object.entries(tiles).map(([purpose, d]) => (
        <pattern key={purpose} id={`hatch-${purpose}`} width="8" height="8" patternUnits="userSpaceOnUse">
          {/* Opaque, so that nothing behind the bar shows through. */}
          <rect class="ground" width="8" height="8" />
          <path class={`weave ${purpose}`} d={d} />
        </pattern>
      ))}
      {/* Wider than HatchPattern, so that the bar's own pattern shows between the lines. */}
      <pattern id="hatch-after" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="hatch" d="M4.5 0V9" />
        <path class="ink" d="M4.5 0V9" />
      </pattern>
    </defs>
  </svg>
);
