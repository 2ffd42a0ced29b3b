/** What the ledger has of a life of the browser, held against what was done in it. */
import type { Row } from '../../src/core/events.ts';
import type { Life } from './live-and-die.ts';

export interface Verdict {
  /** The time before the browser's death whose attention is missing. */
  readonly lossMs: number;
  /** The longest time before its page's end, or the browser's, at which something was done that is not there. */
  readonly deedLossMs: number;
  /** Attended time between the first and the last thing that is there, and is not there itself. */
  readonly holesMs: number;
  readonly breaches: readonly string[];
}

/**
 * What is promised (docs/measurement.md, "What is lost"): a worker that dies loses nothing that it had answered. Where
 * the browser dies, or the worker just while a page goes, attention since the last record can be lost, and deeds of the
 * last ten seconds: those that were not delivered or whose outcome was not yet decided.
 */
export const lossBoundMs = 5_000;
export const deedLossBoundMs = 10_000;
/** Looks come twice a second, and later where the machine is busy. */
const lateMs = 1_500;
/** The script's clock and the page's tell the same moment this differently on a busy machine. */
const slackMs = 400;
/** Where a portal comes up or goes away, the script knows the moment this well. */
const edgeMs = 2_500;

export function judge(life: Life, rows: readonly Row[]): Verdict {
  const breaches: string[] = [];
  let lossMs = 0;
  let deedLossMs = 0;
  const times = {
    act: rows.flatMap((row) => (row.kind === 'act' && row.form === 'engagement-quota' ? [row.at] : [])),
    submission: rows.flatMap((row) => (row.kind === 'submission' ? [row.at] : [])),
  };
  for (const { sort, from, to } of life.deeds) {
    const found = times[sort].filter((at) => at >= from - slackMs && at <= to + slackMs).length;
    if (found > 1) breaches.push(`${sort} of ${new Date(from).toISOString()} is there ${found} times`);
    if (found > 0) continue;
    // A page that goes takes along what it could not deliver yet.
    const end = life.stretches.find((s) => from >= s.from && from <= s.to)?.to ?? life.killedAt;
    const before = end - from;
    if (before > deedLossBoundMs)
      breaches.push(`${sort} of ${new Date(from).toISOString()}, ${before} ms before, is lost`);
    else deedLossMs = Math.max(deedLossMs, before);
  }

  const presence = rows
    .flatMap((row) => (row.kind === 'span' && row.of === 'presence' ? [row] : []))
    .sort((a, b) => a.start - b.start);
  let holesMs = 0;
  for (const stretch of life.stretches) {
    const isLast = stretch === life.stretches.at(-1);
    let reached = stretch.from;
    let last = stretch.from;
    for (const span of presence) {
      if (span.end <= stretch.from || span.start >= stretch.to) continue;
      if (span.start > reached) holesMs += span.start - reached > edgeMs ? span.start - reached : 0;
      reached = Math.max(reached, span.end);
      last = reached;
    }
    const goneMs = stretch.to - last;
    if (isLast) lossMs = goneMs;
    if (goneMs > (isLast ? lossBoundMs + lateMs : edgeMs))
      breaches.push(`${goneMs} ms on ${stretch.host} at ${new Date(last).toISOString()} are lost`);
  }
  if (holesMs > 0) breaches.push(`${holesMs} ms of attention are missing in between`);

  const names = new Set(rows.map((row) => `${row.sourceId} ${row.seq}`));
  if (names.size !== rows.length) breaches.push('two rows have one name');
  return { lossMs, deedLossMs, holesMs, breaches };
}
