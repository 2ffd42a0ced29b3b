/** States by shape, as on the toolbar: solid, two bars, outline, outline with a mark. */
export const StateMark = ({ of }: { of: 'recording' | 'paused' | 'consent' }) => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    {of === 'recording' ? (
      <circle cx="6" cy="6" r="5" />
    ) : of === 'paused' ? (
      <path d="M2 1h3v10H2zM7 1h3v10H7z" />
    ) : (
      <path d="M5 1h2v6H5zM5 9h2v2H5z" />
    )}
  </svg>
);
