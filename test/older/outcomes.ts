/** The table at the end of `npm run older`: what ran, passed, failed, and was skipped for which reason. */

/** The cases of one test file or scenario. */
export interface Outcome {
  readonly title: string;
  readonly passed: number;
  readonly failed: number;
  /** For each case that was skipped, the reason. */
  readonly skipped: readonly string[];
}

/** Formats the outcomes as a table with a sum. */
export function formatOutcomes(outcomes: readonly Outcome[]): string {
  const row = (mark: string, title: string, passed: number | string, failed: number | string, skipped: string) =>
    `${mark} ${title.padEnd(50)} ${String(passed).padStart(6)} ${String(failed).padStart(6)}  ${skipped}`.trimEnd();
  const rows = outcomes.map(({ title, passed, failed, skipped }) => {
    const mark = failed > 0 ? '✗' : passed > 0 ? '✓' : '–';
    const reasons = [...new Set(skipped)].map(
      (reason) => `${skipped.filter((one) => one === reason).length}: ${reason}`,
    );
    return row(mark, title, passed, failed, reasons.join('; '));
  });
  const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + count(outcome), 0);
  const failed = sum((outcome) => outcome.failed);
  const skipped = sum((outcome) => outcome.skipped.length);
  return [
    row(' ', '', 'passed', 'failed', 'skipped'),
    ...rows,
    row(
      failed > 0 ? '✗' : '✓',
      'all',
      sum((outcome) => outcome.passed),
      failed,
      skipped > 0 ? String(skipped) : '',
    ),
  ].join('\n');
}
