/**
 * What one part may ask of another. Total: a message nobody handles does not compile.
 * On the wire: `{ name, args }` → `{ ok: value }` or `{ error: string }`; silence is an error.
 */

import type { DayBrief } from './core/days/day-brief.ts';
import type { DaySummary, Purpose } from './core/days/day-summary.ts';
import type { Today } from './core/days/today.ts';
import type { UsualDay } from './core/days/usual-day.ts';
import type { Day, EpochMs, PageEvent, PhoneBurden, SystemKey, TabKey } from './core/events.ts';
import type { RepeatLine } from './core/forms/repeat-ledger.ts';
import type { OwnerStatements } from './core/report/build-report.ts';
import type { NoiseLevel } from './core/report/randomized-response.ts';
import type { MonthReport, ReportLevel } from './core/report/report-format.ts';
import type { ReportLine } from './core/report/report-lines.ts';
import type { MonthLock } from './core/report/saved-month.ts';
import type { Study } from './core/report/studies.ts';
import type { Language, Settings } from './core/settings.ts';
import type { AttentionState } from './core/time/day-timeline.ts';

/** What a portal page's frame may ask. Everything else it asks is an error. */
export interface PageMessages {
  /** Which system and tab this frame's time belongs to; null when it must not be recorded. */
  'page.open': () => {
    readonly system: SystemKey;
    readonly tab: TabKey;
    /** This frame's presence is that of the page; other frames tell of input and media only. */
    readonly own: boolean;
    readonly inBackground: boolean;
    /** In front until then, by the record of a script that an update cut off; what lies between is a gap. */
    readonly since: EpochMs | null;
  } | null;
  /** Runs another script of ours in this frame: it has something to fill, or words of burden acts. */
  'page.forms': () => void;
  'page.acts': () => void;
  /** `closed`: the checkpoint of a frame that has nothing open any more; `top`: the origin of its top page. */
  'log.append': (events: readonly PageEvent[], closed?: string, top?: string) => void;
  /** This page bears a secrecy mark (promise P8): what came of it since then is taken back, its checkpoint too. */
  'page.secret': (since: EpochMs, closed?: string) => void;
}

export interface SystemInfo {
  readonly host: string;
  readonly catalogueId: string | null;
  readonly kind: string;
  readonly purpose: Purpose | null;
  /** 安保/应急: the owner marked this system as exempt from the rules' prohibitions. */
  readonly exempt: boolean;
  readonly daysUsed: number;
  /** The owner was asked what it is for (at its third day of use), and answered or skipped. */
  readonly asked?: boolean;
}

/** What the catalogue calls each host of the ledger; hosts without an entry are left out. */
export type HostNames = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** How the extension was installed, as far as it matters to the owner (promise P9). */
export interface State {
  readonly recording: boolean;
  readonly consented: boolean;
  /** Version of the consent page agreed to last, or null; older than today's: what is recorded has changed since. */
  readonly agreedTo: number | null;
  readonly pausedUntil: EpochMs | 'resume' | null;
  readonly administered: boolean;
  /** Pages of this browser session that bore a secrecy mark and were left alone. */
  readonly blockedPages: number;
  /** First day with a record, or null. */
  readonly firstDay: Day | null;
  readonly today: Day;
  readonly catalogueVersion: string;
  /** The manual timer, while it runs. Lives until it is stopped, over restarts of the browser too. */
  readonly timer: { readonly burden: PhoneBurden; readonly since: EpochMs } | null;
  /** The ledger holds sample data (scripts/sample.ts): every screen says so. */
  readonly sample: boolean;
  /** Storage trouble the owner must know of, or null. */
  readonly trouble: 'full' | 'newer' | 'broken' | 'lost' | null;
  /** A month has passed since the first day, or since a backup was saved: a gentle reminder is due. */
  readonly backupDue: boolean;
}

/** What the extension makes of one address, for the popup's "this site" line. */
export type SiteStanding =
  | { readonly standing: 'recorded'; readonly system: SystemInfo; readonly name: HostNames[string] | null }
  | {
      readonly standing: 'not-granted';
      readonly origin: string;
      readonly name: HostNames[string] | null;
      readonly kind: string;
    }
  /** Not in the catalogue, or not granted by the owner. `offer`: a government host that was not offered this session yet. */
  | { readonly standing: 'addable'; readonly origin: string; readonly offer: boolean }
  /** Recorded otherwise, but left out by the owner: its catalogue group, or this session (`site.skip`). */
  | { readonly standing: 'off'; readonly why: 'group' }
  | { readonly standing: 'off'; readonly why: 'session'; readonly host: string }
  | { readonly standing: 'never' }
  | { readonly standing: 'none' };

/** A part of the catalogue that is switched on or off as one. */
export interface CatalogueGroup {
  /** A kind of `src/data/kinds.json`; names for people are there. */
  readonly id: string;
  /** Not switched off, and something of it may be recorded. */
  readonly on: boolean;
  readonly entries: number;
  /** Match patterns the browser must be asked for first, from the click that switches the group on; none for declared hosts. */
  readonly origins: readonly string[];
  /** Whether the browser has granted all of `origins`. */
  readonly granted: boolean;
}

/** A site of the owner's own. */
export interface AddedSite {
  /** `host`, `host:port` or `*.host`; `siteOrigin` of core/sites/site-choices.ts says what the browser must be asked for. */
  readonly pattern: string;
  /** A kind of `src/data/kinds.json`. */
  readonly kind: string;
  readonly granted: boolean;
}

export interface SavedReport {
  readonly fileName: string;
  /** The file itself, as text; what is shown is what is saved. */
  readonly bytes: string;
  /** The month is still running; such a file is for its owner only. */
  readonly partial: boolean;
}

export type SaveForm = 'json' | 'csv' | 'sealed';

/** What the owner chose in the export wizard. After the first save of a month its lock decides instead. */
export interface MonthChoice {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly level: ReportLevel;
  readonly e?: NoiseLevel;
  /** Paths of lines taken out (core/report/report-lines.ts). */
  readonly removed?: readonly string[];
}

export interface MonthPreview {
  readonly fileName: string;
  readonly partial: boolean;
  /** Every line there is, those taken out too. */
  readonly lines: readonly ReportLine[];
  readonly removed: readonly string[];
  /** The report as it will be saved; null when nothing is left, and then there is no file. */
  readonly report: MonthReport | null;
  /** The file itself. */
  readonly bytes: string | null;
  readonly size: number;
  /** First eight hexadecimal digits of the SHA-256 of `bytes`. */
  readonly code: string | null;
  readonly days: number;
  readonly said: OwnerStatements;
  /** Questions that this month asks; each may be skipped. */
  readonly questions: readonly string[];
  readonly lock: MonthLock | null;
  /** The file is not the one saved last: a day was deleted since, or a definition changed. */
  readonly differs: boolean;
}

/** One entry of the export log. */
export interface SavedBefore {
  readonly at: EpochMs;
  readonly month: string;
  readonly level: ReportLevel;
  readonly e: NoiseLevel;
  readonly as: SaveForm;
  readonly code: string;
}

export interface BackupFile {
  readonly format: 'fingertip-ledger-backup';
  readonly version: 1;
  readonly [part: string]: unknown;
}

/** What restoring changes; `backup.inspect` says it beforehand, `backup.restore` afterwards. */
export interface RestoreSummary {
  /** Single records that are new, that are here already, and that are left out because their site is never recorded. */
  readonly added: number;
  readonly alreadyThere: number;
  readonly refused: number;
  /** Days that the file has anything of. */
  readonly days: number;
  /** Days of which the file brings a summary whose records have expired. */
  readonly sealedDays: number;
  readonly newHosts: readonly string[];
  /** Settings taken over because they were never changed here; consent and pause never are. */
  readonly settings: readonly (keyof Settings)[];
  /** Digests of values: none in the file; taken; or left out, because this ledger has keys of its own. */
  readonly digests: 'none' | 'taken' | 'left';
  readonly months: readonly {
    readonly month: string;
    readonly days: number;
    readonly added: number;
    readonly sealedDays: number;
  }[];
}

/** What was removed; `undo` is good for a minute. */
export interface Removed {
  readonly rows: number;
  readonly undo: string;
}

/** What the ledger takes up on this computer. */
export interface StorageFacts {
  /** Bytes of the whole extension, as the browser estimates them. */
  readonly bytes: number;
  /** Single records, which expire, and days, which stay until erased. */
  readonly rows: number;
  readonly days: number;
  readonly firstDay: Day | null;
  /** When a backup was saved last, or null. */
  readonly lastBackup: EpochMs | null;
}

/** What our own pages may ask, besides what pages of portals may. */
export interface OwnMessages {
  'state.read': () => State;
  'site.read': (url: string) => SiteStanding;
  'day.read': (day: Day) => DaySummary;
  /** Today as the popup shows it, beside the owner's usual workday; `names` as in `names.read`, of its systems. */
  'today.read': () => Today & { readonly usual: UsualDay | null; readonly names: HostNames };
  /** Who had the attention when on one day: in order, no two overlap, stretches that touch and agree are one. */
  'day.timeline': (day: Day) => readonly {
    readonly system: string;
    readonly start: EpochMs;
    readonly end: EpochMs;
    readonly state: AttentionState;
  }[];
  /** Both ends included; days without a record are left out. */
  'days.read': (from: Day, to: Day) => readonly DaySummary[];
  /** The same days in a handful of figures each, for views of a year. */
  'days.brief': (from: Day, to: Day) => readonly DayBrief[];
  /** What was asked again and again, most repeated first; systems as hosts. Both ends included. */
  'repeats.read': (from: Day, to: Day) => readonly RepeatLine[];
  'names.read': () => HostNames;
  'systems.read': () => readonly SystemInfo[];
  'system.write': (
    host: string,
    change: { readonly purpose?: Purpose | null; readonly exempt?: boolean; readonly asked?: true },
  ) => void;
  'month.export': (which: {
    readonly year: number;
    readonly month: number;
    readonly level: ReportLevel;
  }) => SavedReport;
  'month.csv': (which: { readonly year: number; readonly month: number; readonly level: ReportLevel }) => SavedReport;
  /** Months with a record, latest first. */
  'months.read': () => readonly {
    readonly month: string;
    readonly days: number;
    /** It may go to others: its end is a day ago. */
    readonly closed: boolean;
    readonly lock: MonthLock | null;
    readonly forgotten: boolean;
  }[];
  'month.lines': (choice: MonthChoice) => MonthPreview;
  /** Tier, region, post and answers; only before the first save. */
  'month.say': (month: string, said: OwnerStatements) => void;
  /** The file to save; the first save fixes the month's level and selection. `sealed` answers the text to seal. */
  'month.save': (choice: MonthChoice, as: SaveForm) => SavedReport & { readonly code: string };
  /** Deletes ids, draws, check code and log entries of a month; it can't be exported afterwards. */
  'month.forget': (month: string) => void;
  'saves.read': () => readonly SavedBefore[];
  'studies.read': () => readonly Study[];
  /** Keeps a study from the text it hands out: name, key, and what it asks. */
  'study.add': (text: string) => Study;
  'study.remove': (name: string) => void;
  'settings.read': () => Settings;
  'settings.write': (change: Partial<Settings>) => Settings;
  /** How long recording was paused; both ends included. */
  'pauses.read': (from: Day, to: Day) => { readonly ms: number };
  /** Everything of the ledger; the digests of values and their keys only with `digests`. */
  'backup.read': (options?: { readonly digests?: boolean }) => BackupFile;
  /** A backup was saved: told by the page that saved it. */
  'backup.saved': () => void;
  /** What restoring would change; changes nothing. Throws one line for a file that can't be restored. */
  'backup.inspect': (backup: unknown) => RestoreSummary;
  /** Merges; all or nothing. */
  'backup.restore': (backup: unknown) => RestoreSummary;
  'ledger.erase': () => void;
  'storage.read': () => StorageFacts;
  /** Takes back everything of the last minutes: rows, what is open or pending, and the digests of their week. */
  'ledger.dropLast': (minutes: number) => Removed;
  /** Erases days, both ends included: their rows and summaries, and the digests of their weeks. */
  'days.erase': (from: Day, to: Day) => Removed;
  /** Erases what was measured between two instants, whatever the portal. */
  'stretch.erase': (start: EpochMs, end: EpochMs) => Removed;
  /** Erases a portal: its records, its part of every day, its name. Sums of expired days keep what has no portal. */
  'system.erase': (host: string) => Removed;
  /** Puts back what `undo` stands for. An error once it is forgotten: after a minute, or after another removal. */
  undo: (token: string) => { readonly rows: number };
  'self.add': (burden: PhoneBurden, minutes: number | null) => { readonly seq: number };
  'self.remove': (seq: number) => void;
  'catalogue.read': () => {
    readonly version: string;
    readonly groups: readonly CatalogueGroup[];
    readonly added: readonly AddedSite[];
  };
  /** Off: nothing of the group is recorded. On needs the group's origins to be granted first (by the page that was clicked). */
  'catalogue.group': (id: string, on: boolean) => void;
  'site.add': (pattern: string, kind: string) => void;
  'site.remove': (pattern: string) => void;
  /** For this browser session: neither recorded nor offered. */
  'site.skip': (host: string, skip: boolean) => void;
  /** Starts the manual timer; one that runs already is an error. */
  'timer.start': (burden: PhoneBurden) => void;
  /** Notes the minutes as self-reported and stops; minutes are rounded to whole ones, at least 1. */
  'timer.stop': () => { readonly minutes: number };
}

export interface Messages extends PageMessages, OwnMessages {}
export type MessageName = keyof Messages;
export type Answer<N extends MessageName> =
  | { readonly ok: Awaited<ReturnType<Messages[N]>> }
  | { readonly error: string };
export interface Envelope<N extends MessageName = MessageName> {
  readonly name: N;
  readonly args: Parameters<Messages[N]>;
}

/** Sends one message with `send` (the browser's `runtime.sendMessage`) and unwraps the answer. Throws what the other side said. */
export async function ask<N extends MessageName>(
  send: (message: Envelope<N>) => Promise<unknown>,
  name: N,
  ...args: Parameters<Messages[N]>
): Promise<Awaited<ReturnType<Messages[N]>>> {
  const answer = (await send({ name, args })) as Answer<N> | undefined;
  if (answer === undefined || answer === null) throw new Error(`Cannot ask "${name}": nobody answered`);
  if ('error' in answer) throw new Error(answer.error);
  return answer.ok;
}
