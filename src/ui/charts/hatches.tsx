/** What each purpose is hatched with, where colour alone must not tell them apart: on paper, and when the owner wants it. */
const lines: Readonly<Record<string, string>> = {
  study: 'M0 0V8M4 0V8',
  casework: 'M0 2H8M0 6H8',
  none: 'M1 1H3V3H1ZM5 5H7V7H5Z',
};

/** Once a page; the style sheet refers to `#hatch-PURPOSE`. */
export const HatchSheet = () => (
  <svg class="hidden" width="0" height="0" aria-hidden="true">
    <defs>
      {Object.entries(lines).map(([of, d]) => (
        <pattern key={of} id={`hatch-${of}`} width="8" height="8" patternUnits="userSpaceOnUse">
          {/* Nothing behind a bar is seen through it. */}
          <rect class="ground" width="8" height="8" />
          <path class={`weave ${of}`} d={d} />
        </pattern>
      ))}
      {/* Wider than the lines of HatchPattern: what a bar is woven of is seen between these. */}
      <pattern id="hatch-after" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="hatch" d="M4.5 0V9" />
        <path class="ink" d="M4.5 0V9" />
      </pattern>
    </defs>
  </svg>
);
