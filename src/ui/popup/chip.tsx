/** Shows the state of recording as a text with a shape. The shapes are those of the toolbar icon. */
import type { ComponentChildren } from 'preact';

/** SVG paths of 12 × 12 px: a filled circle, two bars, a ring and an exclamation mark. */
const shapes = {
  recording: 'M6 1a5 5 0 1 0 .01 0z',
  paused: 'M2 1h3v10H2zM7 1h3v10H7z',
  outside: 'M6 1a5 5 0 1 0 .01 0zm0 2a3 3 0 1 1-.01 0z',
  alert: 'M5 0h3v7H5zM5 9h3v3H5z',
};

export const Chip = ({ state, children }: { state: keyof typeof shapes; children: ComponentChildren }) => (
  <span class="chip">
    <svg width="12" height="12" aria-hidden="true">
      <path d={shapes[state]} />
    </svg>
    {children}
  </span>
);
