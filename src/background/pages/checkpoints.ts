/**
 * Checkpoints: pages in front write their open spans to `storage.local` every five seconds, without waking the worker.
 * Figures of today include these spans. When a page ends without a report, its spans are recovered from its checkpoint.
 * docs/measurement/loss.md, "What a crash can cost".
 */

import { arrayOf, type Check, instant, objectOf, oneOf } from '../../core/checks.ts';
import { applyCuts } from '../../core/days/cuts.ts';
import {
  type EpochMs,
  type LogEvent,
  type RowOf,
  type SpanSeen,
  type SystemKey,
  spanSorts,
  type TabKey,
} from '../../core/events.ts';
import { maxGapMs } from '../../core/time/attention.ts';
import { readCuts } from '../ledger/cuts.ts';
import { appendEvents } from '../ledger/rows.ts';
import type { WorkerContext } from '../ledger/worker-context.ts';

interface Checkpoint {
  readonly system: SystemKey;
  readonly tab: TabKey;
  readonly spans: readonly SpanSeen[];
}
type Stored = Readonly<Record<string, unknown>>;

/** A page in front writes every 5 s and may be blocked for 60 s. A page that did not write for this long has ended. */
const silenceMs = 120_000;

/** The key of a page's checkpoint, or null when the value can't be such a key. */
export const checkpointKey = (name: unknown): string | null =>
  typeof name === 'string' && /^open:[\d.e-]{1,40}$/.test(name) ? name : null;

const key: Check = (v) => typeof v === 'string' && v.length <= 80;
const span = objectOf({ kind: oneOf(['span']), of: oneOf(spanSorts), start: instant, end: instant });
const isCheckpoint = objectOf({ system: key, tab: key, spans: arrayOf(span, 100) });

/** All checkpoints. Pages write to this area themselves, so a malformed one counts as empty and is removed later. */
const checkpointsIn = (stored: Stored) =>
  Object.entries(stored).flatMap(([name, value]) =>
    checkpointKey(name) === null
      ? []
      : [[name, isCheckpoint(value) ? (value as Checkpoint) : { system: '', tab: '', spans: [] }] as const],
  ) as readonly (readonly [string, Checkpoint])[];

type SpanOfTab = Omit<RowOf<'span'>, 'sourceId' | 'seq' | 'day' | 'timeZone'>;
const eventsOf = ({ system, tab, spans }: Checkpoint): SpanOfTab[] => spans.map((span) => ({ ...span, system, tab }));

/** The open spans of all pages. */
const checkpointSpans = (stored: Stored): SpanOfTab[] =>
  checkpointsIn(stored).flatMap(([, checkpoint]) => eventsOf(checkpoint));

/**
 * The spans in checkpoints whose pages ended without a report, and the keys of these checkpoints. With `now`, only of
 * pages that did not write for `silenceMs`; without, of all pages.
 */
function findAbandoned(stored: Stored, now: EpochMs | null) {
  const abandoned = checkpointsIn(stored).filter(
    ([, { spans }]) => now === null || spans.every((s) => s.end < now - silenceMs),
  );
  return { keys: abandoned.map(([name]) => name), spans: abandoned.flatMap(([, checkpoint]) => eventsOf(checkpoint)) };
}

/** The open spans of pages in front, without the time that the owner took back. */
export const readCheckpoints = async (ctx: WorkerContext): Promise<readonly LogEvent[]> =>
  applyCuts(
    checkpointSpans(await ctx.browser.storage.local.get(null)),
    await readCuts((await ctx.connection.open()).transaction('meta').store),
  );

/**
 * Appends the spans of checkpoints whose pages ended without a report, and removes these checkpoints. With `now`, only
 * of pages that did not write for two minutes. Null means all pages, after a restart of the browser or the extension.
 */
export async function recoverCheckpoints(ctx: WorkerContext, now: EpochMs | null): Promise<void> {
  const { local } = ctx.browser.storage;
  const { keys, spans } = findAbandoned(await local.get(null), now);
  if (keys.length === 0) return;
  // The time comes from the checkpoints, so that a repeated recovery makes the same rows. `appendEvents` skips these.
  const at = spans.reduce((last, { end }) => Math.max(last, end), 0) as EpochMs;
  const recovered: LogEvent = { kind: 'dropped', at, reason: 'recovered', count: keys.length };
  if (spans.length > 0) await appendEvents(await ctx.connection.open(), [...spans, recovered], ctx.clock);
  await local.remove(keys);
}

/** Removes the checkpoint of a frame that has reported its last span. */
export async function removeCheckpoint({ browser }: WorkerContext, name: unknown): Promise<void> {
  const known = checkpointKey(name);
  if (known !== null) await browser.storage.local.remove(known);
}

const presenceKey = (tab: string) => `cut ${tab}`;

/**
 * Stores in `storage.session` the time until which each tab's page was in front. An update of the extension disconnects
 * every page's script; the new script may continue there (`takePresenceBeforeUpdate`).
 */
export async function rememberPresence({ browser, session }: WorkerContext): Promise<void> {
  const last: Record<string, EpochMs> = {};
  for (const [, { tab, spans }] of checkpointsIn(await browser.storage.local.get(null)))
    for (const { of, end } of spans)
      if (of === 'presence' && end > (last[presenceKey(tab)] ?? 0)) last[presenceKey(tab)] = end;
  await session.set(last);
}

/**
 * The time until which a tab's page was in front before the update, or null when that is over a minute ago. Removes the
 * stored time, so a second call for the tab returns null.
 */
export async function takePresenceBeforeUpdate(ctx: WorkerContext, tab: TabKey): Promise<EpochMs | null> {
  const name = presenceKey(tab);
  const end = (await ctx.session.get(name))[name] as EpochMs | undefined;
  if (end === undefined) return null;
  await ctx.session.remove(name);
  return ctx.clock.now() - end <= maxGapMs ? end : null;
}
