/** Compares the rows of the ledger with the actions of the script in one run of the browser. */
import type { Row } from '../../src/core/events.ts';
import type { BrowserRun } from './live-and-die.ts';

/** The losses of a run. */
export interface Verdict {
  /** Missing attention before the browser was killed. */
  readonly lossMs: number;
  /** The longest time between a missing act or submission and the end of its page or of the browser. */
  readonly actionLossMs: number;
  /** Missing attention between the first and the last stored span. */
  readonly gapsMs: number;
  /** One line for each broken promise. */
  readonly violations: readonly string[];
}

/**
 * The promise (docs/measurement/loss.md): when the worker is killed, nothing is lost that the worker had confirmed.
 * When the browser is killed, or when the worker is killed while a page unloads, two things can be lost: attention
 * since the last checkpoint, and acts and submissions of the last ten seconds that were not delivered or had no outcome
 * yet.
 */
export const lossLimitMs = 5_000;
export const actionLossLimitMs = 10_000;
/**
 * The most time until a page notices a change: a page checks its state twice a second, or less often on a busy machine.
 */
const lateMs = 1_500;
/** The clocks of the script and of the page can differ this much on a busy machine. */
const slackMs = 400;
/** The largest error of the times at which the script notes that a page opened or closed. */
const edgeMs = 2_500;

/** Compares a run of the browser with `rows`: all rows of the ledger after the next start. */
export function judgeRun(run: BrowserRun, rows: readonly Row[]): Verdict {
  const violations: string[] = [];
  let lossMs = 0;
  let actionLossMs = 0;
  const times = {
    act: rows.flatMap((row) => (row.kind === 'act' && row.form === 'engagement-quota' ? [row.at] : [])),
    submission: rows.flatMap((row) => (row.kind === 'submission' ? [row.at] : [])),
  };
  for (const { kind, from, to } of run.actions) {
    const found = times[kind].filter((at) => at >= from - slackMs && at <= to + slackMs).length;
    if (found > 1) violations.push(`${kind} of ${new Date(from).toISOString()} is stored ${found} times`);
    if (found > 0) continue;
    // Events that a page has not delivered are lost when it unloads.
    const end = run.visits.find((visit) => from >= visit.from && from <= visit.to)?.to ?? run.killedAt;
    const remainingMs = end - from;
    if (remainingMs > actionLossLimitMs)
      violations.push(`${kind} of ${new Date(from).toISOString()}, ${remainingMs} ms before the end, is missing`);
    else actionLossMs = Math.max(actionLossMs, remainingMs);
  }

  const presence = rows
    .flatMap((row) => (row.kind === 'span' && row.of === 'presence' ? [row] : []))
    .sort((a, b) => a.start - b.start);
  let gapsMs = 0;
  for (const visit of run.visits) {
    const isLast = visit === run.visits.at(-1);
    let coveredUntil = visit.from;
    for (const span of presence) {
      if (span.end <= visit.from || span.start >= visit.to) continue;
      if (span.start > coveredUntil) gapsMs += span.start - coveredUntil > edgeMs ? span.start - coveredUntil : 0;
      coveredUntil = Math.max(coveredUntil, span.end);
    }
    const missingMs = visit.to - coveredUntil;
    if (isLast) lossMs = missingMs;
    if (missingMs > (isLast ? lossLimitMs + lateMs : edgeMs))
      violations.push(`${missingMs} ms on ${visit.host} after ${new Date(coveredUntil).toISOString()} are missing`);
  }
  if (gapsMs > 0) violations.push(`${gapsMs} ms of attention are missing between stored spans`);

  const ids = new Set(rows.map((row) => `${row.sourceId} ${row.seq}`));
  if (ids.size !== rows.length) violations.push('two rows have the same id');
  return { lossMs, actionLossMs, gapsMs, violations };
}
