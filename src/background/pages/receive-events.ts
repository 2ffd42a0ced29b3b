/**
 * Handles the messages from portal pages: answers which system a frame's time belongs to, and appends the events that
 * the frame sends. This folder holds everything that the worker does for portal pages.
 */

import type { DropReason, EpochMs, LogEvent, PageEvent, SpanSeen, TabKey, WordsSeen } from '../../core/events.ts';
import { parsePageEvent } from '../../core/parse-page-event.ts';
import type { Settings } from '../../core/settings.ts';
import { hasConsent, isRecording } from '../../core/settings.ts';
import type { HostStanding } from '../../core/sites/catalogue.ts';
import { applyChoices, type SiteChoices } from '../../core/sites/site-choices.ts';
import { dayOf, nextDay, startOfDay } from '../../core/time/local-time.ts';
import type { PageMessages } from '../../messages.ts';
import type { Clock } from '../ledger/clock.ts';
import type { Database } from '../ledger/database.ts';
import type { Digests } from '../ledger/digests.ts';
import { appendEvents, deleteRows } from '../ledger/rows.ts';
import type { SessionCount, SessionList } from '../ledger/session-store.ts';
import { findOrCreateSystem } from '../ledger/systems.ts';
import { deleteDigestsSince } from '../removal/take-back.ts';
import type { PendingActs } from './pending-acts.ts';
import type { PendingForms } from './pending-forms.ts';

/** A frame of a page that sent a message. */
export interface Sender {
  readonly tab: number;
  readonly frame: number;
  /** Identifies a document within the tab. */
  readonly document: string;
  /** The frame's own origin; null or "null" when it has none (sandboxed, srcdoc). */
  readonly origin: string | null;
  /** Address or origin of the page's top frame, or null when the browser does not give it. */
  readonly top: string | null;
}

/** The context for handling one message from a portal page. */
export interface PageMessageContext {
  readonly db: Database;
  readonly digests: Digests;
  readonly pending: PendingForms;
  readonly settings: Settings;
  readonly choices: SiteChoices;
  /** Hosts that the owner excluded from recording for this browser session. */
  readonly skipped: readonly string[];
  readonly acts: PendingActs;
  /** Tabs whose page has a secrecy mark; in memory only (docs/privacy-model.md, P8). */
  readonly secretTabs: SessionList;
  /** Number of pages with a secrecy mark; in memory only (docs/privacy-model.md, P8). */
  readonly blocked: SessionCount;
  readonly clock: Clock;
  readonly standingOf: (host: string) => HostStanding;
  /** `takePresenceBeforeUpdate` (checkpoints.ts). */
  readonly takePresenceBeforeUpdate: (tab: TabKey) => Promise<EpochMs | null>;
  /** Whether the browser's permissions cover a host. */
  readonly isGranted: (host: string) => Promise<boolean>;
}

/** When a span ends more than this time in the future, the clock was set back after the span was measured. */
const maxAheadMs = 2000;
/** No page stays in front for longer than this; a longer span is a measuring error. */
const maxSpanMs = 7 * 86_400_000;
/** Number of events that one message may hold. Further events are dropped and counted. */
const maxEvents = 1000;

/**
 * Returns the host (with its port) of an http(s) URL or origin. Returns null for any other text, such as the origin
 * "null" of a sandboxed frame.
 */
const hostOf = (url: string | null): string | null => {
  if (url === null || !/^https?:\/\//.test(url)) return null;
  try {
    return new URL(url).host;
  } catch {
    return null; // not a valid URL
  }
};

/**
 * Returns the system of a host, or null when the host must not be recorded (docs/privacy-model.md, P10; no permission;
 * or the owner's choice).
 */
async function recordedSystem(host: string | null, ctx: PageMessageContext) {
  if (host === null) return null;
  const { entry, kind, grant, off } = applyChoices(ctx.standingOf(host), host, ctx.choices);
  if (grant === 'never' || off || ctx.skipped.includes(host) || !(await ctx.isGranted(host))) return null;
  const system = await findOrCreateSystem(ctx.db, ctx.digests, host, { catalogueId: entry?.id ?? null, kind });
  return system.purpose === 'personal' ? null : system;
}

/**
 * Returns the systems of a frame. Entries belong to `own`: the frame's system, or the top page's system when the
 * frame's system is not recorded. Time belongs to `top`: the top page's system, or null when this system is not
 * recorded.
 */
async function identify(sender: Sender, ctx: PageMessageContext) {
  const top = hostOf(sender.top);
  if (top !== null && ctx.standingOf(top).grant === 'never') return { own: null, top: null };
  const topSystem = await recordedSystem(top, ctx);
  const own = sender.frame === 0 ? topSystem : await recordedSystem(hostOf(sender.origin), ctx);
  return { own: own ?? topSystem, top: topSystem };
}

/** Handles `page.open`. */
export async function openPage(
  sender: Sender,
  ctx: PageMessageContext,
): Promise<ReturnType<PageMessages['page.open']>> {
  // The tab has a new page. Whether it has a secrecy mark is known only after its headings are loaded.
  if (sender.frame === 0) {
    await ctx.secretTabs.remove(tabKey(sender.tab));
    await ctx.acts.forgetTab(tabKey(sender.tab));
  }
  if (!isRecording(ctx.settings, ctx.clock.now())) return null;
  const { own, top } = await identify(sender, ctx);
  const system = top ?? own;
  if (system === null) return null;
  return {
    system: system.key,
    tab: tabKey(sender.tab),
    // When the top page is not recorded, the outermost recorded frame in the page sends the presence spans.
    own: sender.frame === 0 || top === null,
    inBackground: ctx.settings.backgroundPlay,
    since: sender.frame === 0 ? await ctx.takePresenceBeforeUpdate(tabKey(sender.tab)) : null,
  };
}

/** Returns why a span can't be right, or null. Compares the page's clock with the worker's. */
function spanFault(span: SpanSeen, now: EpochMs): DropReason | null {
  if (span.end > now + maxAheadMs) return 'clock-moved';
  return span.end - span.start > maxSpanMs ? 'overlong' : null;
}

/** Returns the key of a tab in rows and in `storage.session`. The key is valid for one browser session. */
export const tabKey = (tab: number): TabKey => `t${tab}` as TabKey;

/** Handles `log.append`: appends what may be recorded, and counts what is dropped. Throws when `raw` is not a list. */
export async function appendFromPage(raw: unknown, sender: Sender, ctx: PageMessageContext): Promise<void> {
  if (!Array.isArray(raw)) throw new Error('Cannot append events: not a list');
  const now = ctx.clock.now();
  // A list that is too long is shortened instead of refused, because the page would send a refused message again and
  // again.
  const events = raw.slice(0, maxEvents).map(parsePageEvent);
  const malformed = events.filter((e) => e === null).length;
  const good = events.filter((e): e is PageEvent => e !== null);
  const dropped = (reason: DropReason, count: number): LogEvent[] =>
    count === 0 ? [] : [{ kind: 'dropped', at: now, reason, count: Math.min(count, 1e6) }];
  if (!hasConsent(ctx.settings)) return;
  if (!isRecording(ctx.settings, now)) return;
  if ((await ctx.secretTabs.read()).includes(tabKey(sender.tab))) return;
  const { own, top } = await identify(sender, ctx);
  if (own === null) {
    const host = hostOf(sender.top) ?? hostOf(sender.origin);
    const isWithdrawn = host !== null && ctx.standingOf(host).grant !== 'never' && !(await ctx.isGranted(host));
    if (isWithdrawn) await appendEvents(ctx.db, dropped('not-granted', good.length), ctx.clock);
    return;
  }
  const timeSystem = (top ?? own).key;

  const out = [...dropped('malformed', malformed), ...dropped('too-many', raw.length - events.length)];
  const words: WordsSeen[] = [];
  for (const event of good) {
    switch (event.kind) {
      case 'span': {
        const fault = spanFault(event, now);
        if (fault === null) out.push({ ...event, system: timeSystem, tab: tabKey(sender.tab) });
        else out.push({ kind: 'dropped', at: now, reason: fault, count: 1 });
        break;
      }
      case 'field':
      case 'commit':
      case 'outcome':
      case 'copied':
        break;
      case 'words':
        words.push(event);
        break;
      case 'dropped':
        out.push(event);
        break;
      default:
        if (ctx.settings.record !== 'time') out.push({ ...event, system: own.key });
    }
  }
  if (ctx.settings.record !== 'time') {
    const source = {
      tab: tabKey(sender.tab),
      frame: sender.document,
      system: own.key,
      countsOnly: ctx.settings.record === 'counts',
      sessionOnly: ctx.settings.repeatsThisSessionOnly,
    };
    const dayEnd = startOfDay(nextDay(dayOf(now, ctx.clock.timeZone())), ctx.clock.timeZone());
    const { tab } = source;
    const page = { tab, system: own.key, kind: own.kind, document: `${sender.tab} ${sender.document}` };
    out.push(...(await ctx.acts.onWords(words, page, now, dayEnd)));
    const spans = good.filter((e) => e.kind === 'span');
    out.push(...(await ctx.acts.onSpans(spans, tab, own.key)));
    await ctx.pending.update(source, good, now);
  }
  await appendEvents(ctx.db, out, ctx.clock);
}

/**
 * Handles `page.secret`: the page has a secrecy mark. The tab is not recorded until another page is opened in it.
 * Deletes what was recorded of the page's systems since the page was opened. Also deletes the digests of that week and
 * of later weeks, because digests carry no day. Throws when `since` is not a time.
 */
export async function retractSecretPage(since: unknown, sender: Sender, ctx: PageMessageContext): Promise<void> {
  const from = Number(since);
  if (!(from >= 0 && from <= ctx.clock.now() + maxAheadMs))
    throw new Error('Cannot take back a page: the time it was opened is not valid');
  if (!isRecording(ctx.settings, ctx.clock.now())) return;
  const tab = tabKey(sender.tab);
  // A page may send this message more than once, but the page is counted once.
  if (!(await ctx.secretTabs.read()).includes(tab)) await ctx.blocked.add();
  await ctx.secretTabs.add(tab);
  const { own, top } = await identify(sender, ctx);
  const systems = [own?.key, top?.key];
  const isOf = (row: LogEvent) =>
    row.kind === 'span'
      ? row.tab === tab && row.end >= from
      : 'system' in row && systems.includes(row.system) && row.at >= from;
  await ctx.pending.forget(from as EpochMs);
  const timeZone = ctx.clock.timeZone();
  const range = IDBKeyRange.lowerBound(dayOf((from - 86_400_000) as EpochMs, timeZone));
  if ((await deleteRows(ctx.db, isOf, range)) > 0) await deleteDigestsSince(ctx.db, dayOf(from as EpochMs, timeZone));
}

/** Decides the pending entries of a tab that was closed. Entries that were never submitted count as entries. */
export async function closeTab(tab: number, now: EpochMs, ctx: PageMessageContext): Promise<void> {
  await ctx.pending.close(tabKey(tab), now);
}
