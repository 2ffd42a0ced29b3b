/** Formats numbers and lines of progress for people. */

/**
 * Formats 1234567 as "1,234,567". Doesn't use `Intl`, because loading the tables of `Intl` takes longer than printing
 * all lines of a run.
 */
export const groupDigits = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',');

const duration = (seconds: number) =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5400
      ? `${Math.ceil(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`;

/**
 * Returns a line of progress: job, reports so far, speed, time left. `share` is the part of the job that is done, 0 to
 * 1.
 */
export function progressLine(job: string, reports: number, share: number, elapsedMs: number): string {
  const seconds = elapsedMs / 1000;
  const left = share > 0.01 && share < 1 ? `, about ${duration((seconds / share) * (1 - share))} left` : '';
  const rate = seconds > 0 ? `, ${groupDigits(reports / seconds)}/s` : '';
  return `${job}: ${groupDigits(reports)} reports, ${Math.min(100, Math.floor(share * 100))} %${rate}${left}`;
}
