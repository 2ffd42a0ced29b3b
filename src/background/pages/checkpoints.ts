/**
 * Checkpoints: pages in front write their open spans to `storage.local` every five seconds, without starting the
 * worker. Figures of today include these spans. When a page ends before it has sent its open spans, the spans are
 * recovered from its checkpoint. docs/measurement/loss.md, "What a crash can cost".
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

/**
 * A page in front writes every 5 s, and its main thread may be blocked for up to 60 s. A page that has not written for
 * this long is treated as ended.
 */
const silenceMs = 120_000;

/** Returns the value as the key of a page's checkpoint, or null when it can't be such a key. */
export const checkpointKey = (name: unknown): string | null =>
  typeof name === 'string' && /^open:[\d.e-]{1,40}$/.test(name) ? name : null;

const key: Check = (v) => typeof v === 'string' && v.length <= 80;
const span = objectOf({ kind: oneOf(['span']), of: oneOf(spanSorts), start: instant, end: instant });
const checkpoint = objectOf({ system: key, tab: key, spans: arrayOf(span, 100) });

/** Whether a stored value is a checkpoint. */
export const isCheckpoint = (value: unknown): value is Checkpoint => checkpoint(value);

/**
 * Returns all checkpoints. Pages write to this area themselves, so a checkpoint may be malformed. A malformed
 * checkpoint is read as a checkpoint without spans, and is removed later.
 */
const checkpointsIn = (stored: Stored) =>
  Object.entries(stored).flatMap(([name, value]) =>
    checkpointKey(name) === null
      ? []
      : [[name, isCheckpoint(value) ? value : { system: '', tab: '', spans: [] }] as const],
  ) as readonly (readonly [string, Checkpoint])[];

type SpanOfTab = Omit<RowOf<'span'>, 'sourceId' | 'seq' | 'day' | 'timeZone'>;
const eventsOf = ({ system, tab, spans }: Checkpoint): SpanOfTab[] => spans.map((span) => ({ ...span, system, tab }));

/** Returns the open spans of all pages. */
const checkpointSpans = (stored: Stored): SpanOfTab[] =>
  checkpointsIn(stored).flatMap(([, checkpoint]) => eventsOf(checkpoint));

/**
 * Returns the spans and the keys of those checkpoints whose pages have ended. When `now` is a time, these are the pages
 * that have not written for `silenceMs`. When `now` is null, these are all pages.
 */
function findAbandoned(stored: Stored, now: EpochMs | null) {
  const abandoned = checkpointsIn(stored).filter(
    ([, { spans }]) => now === null || spans.every((s) => s.end < now - silenceMs),
  );
  return { keys: abandoned.map(([name]) => name), spans: abandoned.flatMap(([, checkpoint]) => eventsOf(checkpoint)) };
}

/** Returns the open spans of pages in front, without the time that the owner took back. */
export const readCheckpoints = async (ctx: WorkerContext): Promise<readonly LogEvent[]> =>
  applyCuts(
    checkpointSpans(await ctx.browser.storage.local.get(null)),
    await readCuts((await ctx.connection.open()).transaction('meta').store),
  );

/**
 * Appends the spans of those checkpoints whose pages have ended, and removes these checkpoints. When `now` is a time,
 * these are the pages that have not written for two minutes. Null means all pages; pass null after a restart of the
 * browser or an update of the extension.
 */
export async function recoverCheckpoints(ctx: WorkerContext, now: EpochMs | null): Promise<void> {
  const { local } = ctx.browser.storage;
  const { keys, spans } = findAbandoned(await local.get(null), now);
  if (keys.length === 0) return;
  // The time comes from the checkpoints, so that a repeated recovery makes the same rows. `appendEvents` leaves out
  // rows that are stored already.
  const at = spans.reduce((latest, { end }) => Math.max(latest, end), 0) as EpochMs;
  const recovered: LogEvent = { kind: 'dropped', at, reason: 'recovered', count: keys.length };
  if (spans.length > 0) await appendEvents(await ctx.connection.open(), [...spans, recovered], ctx.clock);
  await local.remove(keys);
}

/** Removes the checkpoint of a frame that has sent its open spans. */
export async function removeCheckpoint({ browser }: WorkerContext, name: unknown): Promise<void> {
  const known = checkpointKey(name);
  if (known !== null) await browser.storage.local.remove(known);
}

const presenceKey = (tab: string) => `cut ${tab}`;

/**
 * For each tab, stores in `storage.session` the time until which its page was in front. An update of the extension
 * disconnects the scripts in all pages. The new script of a page may continue from this time
 * (`takePresenceBeforeUpdate`).
 */
export async function rememberPresence({ browser, session }: WorkerContext): Promise<void> {
  const inFrontUntil: Record<string, EpochMs> = {};
  for (const [, { tab, spans }] of checkpointsIn(await browser.storage.local.get(null)))
    for (const { of, end } of spans)
      if (of === 'presence' && end > (inFrontUntil[presenceKey(tab)] ?? 0)) inFrontUntil[presenceKey(tab)] = end;
  await session.set(inFrontUntil);
}

/**
 * Returns the time until which a tab's page was in front before the update, or null when no time is stored or the
 * stored time is over a minute ago. Removes the stored time, so a second call for the tab returns null.
 */
export async function takePresenceBeforeUpdate(ctx: WorkerContext, tab: TabKey): Promise<EpochMs | null> {
  const name = presenceKey(tab);
  const end = (await ctx.session.get(name))[name] as EpochMs | undefined;
  if (end === undefined) return null;
  await ctx.session.remove(name);
  return ctx.clock.now() - end <= maxGapMs ? end : null;
}
