/** What a page's frame may ask: which system its time belongs to, and to append what it saw. */

import type { DropReason, EpochMs, LogEvent, PageEvent, SpanSeen, TabKey, WordsSeen } from '../../core/events.ts';
import { parsePageEvent } from '../../core/parse-page-event.ts';
import type { Settings } from '../../core/settings.ts';
import { hasConsent, isRecording } from '../../core/settings.ts';
import type { HostStanding } from '../../core/sites/catalogue.ts';
import { applyChoices, type SiteChoices } from '../../core/sites/site-choices.ts';
import { dayOf, nextDay, startOfDay } from '../../core/time/local-time.ts';
import type { PageMessages } from '../../messages.ts';
import type { Database } from '../ledger/database.ts';
import type { Digests } from '../ledger/digests.ts';
import { append, type Clock, removeRows } from '../ledger/rows.ts';
import type { SessionCount, SessionList } from '../ledger/session-store.ts';
import { meetSystem } from '../ledger/systems.ts';
import { forgetWeek } from '../ledger/take-back.ts';
import type { Acts } from './pending-acts.ts';
import type { Pending } from './pending-forms.ts';

export interface Sender {
  readonly tab: number;
  readonly frame: number;
  /** A document within the tab. */
  readonly document: string;
  /** The frame's own origin, or null when it has none (sandboxed, srcdoc). */
  readonly origin: string | null;
  /** The tab's address, where we are granted it. */
  readonly top: string | null;
}

export interface Receiving {
  readonly db: Database;
  readonly digests: Digests;
  readonly pending: Pending;
  readonly settings: Settings;
  readonly choices: SiteChoices;
  /** Hosts that the owner left out for this session. */
  readonly skipped: readonly string[];
  readonly acts: Acts;
  /** Tabs whose page bears a secrecy mark, and how many such pages were met: in memory only (promise P8). */
  readonly secretTabs: SessionList;
  readonly blocked: SessionCount;
  readonly clock: Clock;
  readonly standingOf: (host: string) => HostStanding;
  /** Until when the page of a tab was in front before an update cut its script off, if that is at most a minute ago. */
  readonly cutOff: (tab: TabKey) => Promise<EpochMs | null>;
  /** Whether the owner's grants cover this host. */
  readonly granted: (host: string) => Promise<boolean>;
}

/** A span that ends later than now comes from before the clock was set back. */
const aheadMs = 2000;
/** Longer than any page stays open in front; a week of it is no measurement. */
const overlongMs = 7 * 86_400_000;
/** Taken of one message. */
const mostEvents = 1000;

const hostOf = (url: string | null): string | null => {
  if (url === null || !/^https?:\/\//.test(url)) return null;
  try {
    return new URL(url).host;
  } catch {
    return null; // a sandboxed frame's origin is the word "null"
  }
};

/** The system of a host, or null when it must not be recorded (promise P10, or no grant). */
async function systemOf(host: string | null, at: Receiving) {
  if (host === null) return null;
  const { entry, kind, grant, off } = applyChoices(at.standingOf(host), host, at.choices);
  if (grant === 'never' || off || at.skipped.includes(host) || !(await at.granted(host))) return null;
  const system = await meetSystem(at.db, at.digests, host, { catalogueId: entry?.id ?? null, kind });
  return system.purpose === 'personal' ? null : system;
}

/** Whose time a frame's is: its top page's, else its own; whose entries: its own, else its top page's. */
async function identify(sender: Sender, at: Receiving) {
  const top = hostOf(sender.top);
  if (top !== null && at.standingOf(top).grant === 'never') return { own: null, top: null };
  const topSystem = await systemOf(top, at);
  const own = sender.frame === 0 ? topSystem : await systemOf(hostOf(sender.origin), at);
  return { own: own ?? topSystem, top: topSystem };
}

export async function open(sender: Sender, at: Receiving): Promise<ReturnType<PageMessages['page.open']>> {
  // A new page in the tab; whether it bears a mark is seen when its headings are there.
  if (sender.frame === 0) {
    await at.secretTabs.remove(tabKey(sender.tab));
    await at.acts.leave(tabKey(sender.tab));
  }
  if (!isRecording(at.settings, at.clock.now())) return null;
  const { own, top } = await identify(sender, at);
  const system = top ?? own;
  if (system === null) return null;
  return {
    system: system.key,
    tab: tabKey(sender.tab),
    // The outermost recorded frame of a page that is not recorded itself has time of its own.
    own: sender.frame === 0 || top === null,
    inBackground: at.settings.backgroundPlay,
    since: sender.frame === 0 ? await at.cutOff(tabKey(sender.tab)) : null,
  };
}

/** Why a span can't be what happened, or null. The page's clock is held against ours. */
function spanTrouble(span: SpanSeen, now: EpochMs): DropReason | null {
  if (span.end > now + aheadMs) return 'clock-moved';
  return span.end - span.start > overlongMs ? 'overlong' : null;
}

export const tabKey = (tab: number): TabKey => `t${tab}` as TabKey;

export async function receive(raw: unknown, sender: Sender, at: Receiving): Promise<void> {
  if (!Array.isArray(raw)) throw new Error('Cannot append: not a list of events');
  const now = at.clock.now();
  // A page that was not heard for long sends all of it again: refused, it would do so for ever.
  const events = raw.slice(0, mostEvents).map(parsePageEvent);
  const malformed = events.filter((e) => e === null).length;
  const good = events.filter((e): e is PageEvent => e !== null);
  const lost = (reason: DropReason, count: number): LogEvent[] =>
    count === 0 ? [] : [{ kind: 'dropped', at: now, reason, count: Math.min(count, 1e6) }];
  if (!hasConsent(at.settings)) return;
  if (!isRecording(at.settings, now)) return;
  if ((await at.secretTabs.read()).includes(tabKey(sender.tab))) return;
  const { own, top } = await identify(sender, at);
  if (own === null) {
    const host = hostOf(sender.top) ?? hostOf(sender.origin);
    const isWithdrawn = host !== null && at.standingOf(host).grant !== 'never' && !(await at.granted(host));
    if (isWithdrawn) await append(at.db, lost('not-granted', good.length), at.clock);
    return;
  }
  const timeOf = (top ?? own).key;

  const out = [...lost('malformed', malformed), ...lost('too-many', raw.length - events.length)];
  const words: WordsSeen[] = [];
  for (const event of good) {
    switch (event.kind) {
      case 'span': {
        const trouble = spanTrouble(event, now);
        if (trouble === null) out.push({ ...event, system: timeOf, tab: tabKey(sender.tab) });
        else out.push({ kind: 'dropped', at: now, reason: trouble, count: 1 });
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
        if (at.settings.record !== 'time') out.push({ ...event, system: own.key });
    }
  }
  if (at.settings.record !== 'time') {
    const from = {
      tab: tabKey(sender.tab),
      frame: sender.document,
      system: own.key,
      countsOnly: at.settings.record === 'counts',
      sessionOnly: at.settings.repeatsThisSessionOnly,
    };
    const dayEnd = startOfDay(nextDay(dayOf(now, at.clock.timeZone())), at.clock.timeZone());
    const { tab } = from;
    const place = { tab, system: own.key, kind: own.kind, document: `${sender.tab} ${sender.document}` };
    out.push(...(await at.acts.take(words, place, now, dayEnd)));
    const spans = good.filter((e) => e.kind === 'span');
    out.push(...(await at.acts.look(spans, tab, own.key)));
    await at.pending.absorb(from, good, now);
  }
  await append(at.db, out, at.clock);
}

/**
 * A page turned out to bear a secrecy mark: the tab is not recorded until another page is opened there, what its
 * systems gave since the page came up is taken back, digests of the week too (they carry no day).
 */
export async function hide(since: unknown, sender: Sender, at: Receiving): Promise<void> {
  const from = Number(since);
  if (!(from >= 0 && from <= at.clock.now() + aheadMs))
    throw new Error('Cannot take back a page: when it came up is unknown');
  if (!isRecording(at.settings, at.clock.now())) return;
  const tab = tabKey(sender.tab);
  // A page that is told to look again says so again.
  if (!(await at.secretTabs.read()).includes(tab)) await at.blocked.add();
  await at.secretTabs.add(tab);
  const { own, top } = await identify(sender, at);
  const systems = [own?.key, top?.key];
  const isOf = (row: LogEvent) =>
    row.kind === 'span'
      ? row.tab === tab && row.end >= from
      : 'system' in row && systems.includes(row.system) && row.at >= from;
  await at.pending.forget(from as EpochMs);
  const timeZone = at.clock.timeZone();
  const range = IDBKeyRange.lowerBound(dayOf((from - 86_400_000) as EpochMs, timeZone));
  if ((await removeRows(at.db, isOf, range)) > 0) await forgetWeek(at.db, dayOf(from as EpochMs, timeZone));
}

/** A tab is gone: what was entered and never sent was entered all the same. */
export async function leave(tab: number, now: EpochMs, at: Receiving): Promise<void> {
  await at.pending.close(tabKey(tab), now);
}
