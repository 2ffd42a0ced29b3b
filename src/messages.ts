/**
 * The messages that pages send to the worker. Each message is a function signature. The parameters are the arguments of
 * the message, and the result is the answer. Pages send `{ name, args }` with `runtime.sendMessage`; the worker answers
 * `{ ok: value }` or `{ error: string }` (background/route-message.ts). The code does not compile when a message from
 * the extension's own pages has no handler (background/owner/handlers.ts).
 *
 * Every message from the extension's own pages can fail because an argument is not valid, the ledger can't be opened,
 * or the disk is full. Below, "Error:" lists only other errors. Days are local days of the ledger, `YYYY-MM-DD`; ranges
 * of days include both ends.
 */

import type { DayBrief } from './core/days/day-brief.ts';
import type { DaySummary, Purpose } from './core/days/day-summary.ts';
import type { Today } from './core/days/today.ts';
import type { UsualDay } from './core/days/usual-day.ts';
import type { Day, EpochMs, PageEvent, PhoneBurden, SystemKey, TabKey } from './core/events.ts';
import type { RepeatLine } from './core/forms/repeat-ledger.ts';
import type { OwnerStatements } from './core/report/build-report.ts';
import type { NoiseLevel } from './core/report/draws/randomized-response.ts';
import type { MonthReport, ReportLevel } from './core/report/report-format.ts';
import type { ReportLine } from './core/report/report-lines.ts';
import type { MonthLock } from './core/report/saved-month.ts';
import type { Study } from './core/report/studies.ts';
import type { Language, Settings } from './core/settings.ts';
import type { AttentionState } from './core/time/day-timeline.ts';

/** The messages from frames in portal pages. Any other message from such a frame is an error. */
export interface PageMessages {
  /**
   * Sent when a frame is opened, and again when the recording flag changes. Answers which system and tab the frame's
   * time belongs to, or null when the frame must not be recorded.
   */
  'page.open': () => {
    readonly system: SystemKey;
    readonly tab: TabKey;
    /** Whether this frame sends the presence spans of the page. Other frames send spans of input and media only. */
    readonly own: boolean;
    /** Whether media that plays while its page is hidden is recorded (setting `backgroundPlay`). */
    readonly inBackground: boolean;
    /**
     * The time until which the page was in front before an update of the extension, if that is at most a minute ago;
     * else null. The update disconnects the page's script, and the new script continues the presence from this time.
     */
    readonly since: EpochMs | null;
  } | null;
  /**
   * Runs the script that observes forms in this frame, because the frame has a field. Error: the browser allows no
   * script.
   */
  'page.forms': () => void;
  /** Runs the script that observes commits in this frame, because a person uses the frame. Error: as `page.forms`. */
  'page.commits': () => void;
  /**
   * Runs the script that observes burden acts in this frame, because the frame contains words of burden acts. Error: as
   * `page.forms`.
   */
  'page.acts': () => void;
  /**
   * Answers whether the person has this page in front although the page does not have the focus: the page is in the
   * active tab of the focused window, and the computer is in use. The caret may be in the find bar, in the address bar,
   * in docked developer tools or in the popup of the toolbar button. The top frame of a visible page asks.
   */
  'page.focus': () => boolean;
  /**
   * Appends events. Events that can't be recorded are dropped and counted. After an error the frame sends its events
   * again. Events that arrive twice are stored once. `closed` is the key of the frame's checkpoint, sent when the frame
   * no longer has an open span. The worker then removes the checkpoint. `top` is the origin of the top page, as the
   * frame sees it.
   */
  'log.append': (events: readonly PageEvent[], closed?: string, top?: string) => void;
  /**
   * Reports that this page has a secrecy mark (docs/privacy-model.md, P8). The worker deletes what was recorded of the
   * page since the wall time `since`, and the checkpoint `closed`. Error: `since` is not a time.
   */
  'page.secret': (since: EpochMs, closed?: string) => void;
}

/** A system as the owner sees it. */
export interface SystemInfo {
  /** Host. It includes the port, except the default port. */
  readonly host: string;
  /** Id of the system's catalogue entry, or null when there is no entry. */
  readonly catalogueId: string | null;
  /** A kind of `src/data/kinds.json`. */
  readonly kind: string;
  /** What the owner uses the system for; null when the owner has not stated it. */
  readonly purpose: Purpose | null;
  /** Whether the owner marked the system as exempt from the rules' prohibitions (安保, 应急). */
  readonly exempt: boolean;
  /** Number of days on which the ledger holds a record of the system. */
  readonly daysUsed: number;
  /**
   * Whether the owner was asked for the system's purpose (on the third day of use), and answered or skipped the
   * question.
   */
  readonly asked?: boolean;
}

/**
 * The catalogue's name of each host of the ledger, by language. Hosts without a catalogue entry are left out. When a
 * host has no name in a language, screens show the host.
 */
export type HostNames = Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>>;

/** The state that every screen starts from. */
export interface State {
  /** Whether pages are recorded now. */
  readonly recording: boolean;
  /** Whether the owner agreed to the current version of the consent page. */
  readonly consented: boolean;
  /** The version of the consent page that the owner agreed to most recently, or null. */
  readonly agreedTo: number | null;
  /**
   * End of the current pause; `resume` for a pause that lasts until the owner ends it; null when recording is not
   * paused.
   */
  readonly pausedUntil: EpochMs | 'resume' | null;
  /**
   * Whether an administrator installed or manages the extension, and may see the ledger (docs/privacy-model.md, P9).
   */
  readonly administered: boolean;
  /** Number of pages in this browser session that had a secrecy mark and were not recorded. */
  readonly blockedPages: number;
  /** First day with a record, or null. */
  readonly firstDay: Day | null;
  readonly today: Day;
  /** Year and month of the catalogue, `YYYY-MM`. */
  readonly catalogueVersion: string;
  /**
   * The manual timer, or null when it is not running. The timer runs until it is stopped, even when the browser is
   * restarted.
   */
  readonly timer: { readonly burden: PhoneBurden; readonly since: EpochMs } | null;
  /**
   * Whether the ledger holds made-up sample data (scripts/sample-ledger.ts). If so, every screen must show a notice.
   */
  readonly sample: boolean;
  /** The storage fault that screens must show, or null (background/ledger/storage-faults.ts). */
  readonly trouble: 'full' | 'newer' | 'broken' | 'lost' | null;
  /**
   * Whether 30 days have passed since the latest backup (or, if there is no backup, since the first day with a record).
   */
  readonly backupDue: boolean;
}

/** Whether one address is recorded, for the popup's "this site" line. */
export type SiteStanding =
  /** The site is recorded while recording is on. `name` is the catalogue's name of the site, or null. */
  | { readonly standing: 'recorded'; readonly system: SystemInfo; readonly name: HostNames[string] | null }
  /**
   * The site is in the catalogue or was added by the owner, but the browser has not granted permission for the site.
   */
  | {
      readonly standing: 'not-granted';
      readonly origin: string;
      readonly name: HostNames[string] | null;
      readonly kind: string;
    }
  /**
   * The site is not in the catalogue, and the owner may add it. `offer` is true for a government host that the
   * extension has not yet offered to add in this session.
   */
  | { readonly standing: 'addable'; readonly origin: string; readonly offer: boolean }
  /** The owner left the site out: its catalogue group is off, or the host is skipped for this session (`site.skip`). */
  | { readonly standing: 'off'; readonly why: 'group' }
  | { readonly standing: 'off'; readonly why: 'session'; readonly host: string }
  /** The site is never recorded (docs/privacy-model.md, P10). */
  | { readonly standing: 'never' }
  /** Not an http(s) address. */
  | { readonly standing: 'none' };

/** A part of the catalogue that is switched on or off as a whole. */
export interface CatalogueGroup {
  /** A kind of `src/data/kinds.json`, which also holds its names. */
  readonly id: string;
  /** Whether the owner has not switched the group off, and at least one host of the group may be recorded. */
  readonly on: boolean;
  /** Number of the group's catalogue entries. */
  readonly entries: number;
  /** Match patterns to request from the browser before the group is switched on; empty for declared hosts. */
  readonly origins: readonly string[];
  /** Whether the browser has granted all of `origins`. */
  readonly granted: boolean;
}

/** A site that the owner added. */
export interface AddedSite {
  /** `host`, `host:port` or `*.host`. `siteOrigin` (core/sites/site-choices.ts) gives the pattern to request. */
  readonly pattern: string;
  /** A kind of `src/data/kinds.json`. */
  readonly kind: string;
  /** Whether the browser has granted permission for the site. */
  readonly granted: boolean;
}

/** A file to save. */
export interface SavedReport {
  readonly fileName: string;
  /** The content of the file, as text. */
  readonly bytes: string;
  /** Whether the month is not closed yet. Only the owner may use such a file. */
  readonly partial: boolean;
}

/** The format of a saved file; `sealed` is encrypted for a study. */
export const saveFormats = ['json', 'csv', 'sealed'] as const;
export type SaveFormat = (typeof saveFormats)[number];

/**
 * The owner's choices for a month report. After the first save of a month, the lock of the month overrides these
 * choices.
 */
export interface MonthChoice {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly level: ReportLevel;
  /** Privacy parameter of level `noisy`; 7 by default. */
  readonly e?: NoiseLevel;
  /** Paths of the lines that the owner removed (core/report/report-lines.ts). */
  readonly removed?: readonly string[];
}

/** A month report before it is saved. */
export interface MonthPreview {
  readonly fileName: string;
  readonly partial: boolean;
  /** Every line, also those that the owner removed. */
  readonly lines: readonly ReportLine[];
  /** Paths of the removed lines. */
  readonly removed: readonly string[];
  /** The report as it will be saved; null when every line was removed, so that there is no file. */
  readonly report: MonthReport | null;
  /** The content of the file, or null. */
  readonly bytes: string | null;
  /** Size of the file in bytes (UTF-8). */
  readonly size: number;
  /** First eight hexadecimal digits of the SHA-256 of `bytes`. */
  readonly code: string | null;
  /** Number of days with a record. */
  readonly days: number;
  /** What the owner stated for this month. */
  readonly said: OwnerStatements;
  /** The questions of this month. The owner may skip each of them. */
  readonly questions: readonly string[];
  /** The choices that the first save of the month fixed; null before the first save. */
  readonly lock: MonthLock | null;
  /**
   * Whether the report differs from the report that was saved first. This happens when a day was erased after the save,
   * or when a definition has changed.
   */
  readonly differs: boolean;
}

/** One entry of the export log: a report that was saved. */
export interface ExportLogEntry {
  readonly at: EpochMs;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly level: ReportLevel;
  readonly e: NoiseLevel;
  readonly as: SaveFormat;
  /** First eight hexadecimal digits of the SHA-256 of the file's text. */
  readonly code: string;
}

/** A backup as it is saved (core/backup/backup-format.ts has the type of its parts). */
export interface BackupFile {
  readonly format: 'fingertip-ledger-backup';
  readonly version: 1;
  readonly [part: string]: unknown;
}

/**
 * What the restore of a backup changes. `backup.inspect` answers this summary without changing anything.
 * `backup.restore` makes the change and then answers the summary.
 */
export interface RestoreSummary {
  /** Rows that are new. */
  readonly added: number;
  /** Rows that the ledger already has. */
  readonly alreadyThere: number;
  /** Rows that are left out, because their site is never recorded. */
  readonly refused: number;
  /** Number of days in the file. */
  readonly days: number;
  /** Days that get a summary from the file, because the file no longer has the rows of the day. */
  readonly sealedDays: number;
  /** Hosts that are new in this ledger. */
  readonly newHosts: readonly string[];
  /**
   * Settings that are taken over, because the owner has not changed them in this ledger. Consent and pause are never
   * taken over.
   */
  readonly settings: readonly (keyof Settings)[];
  /**
   * What happens to digests of values. `none`: the file has no digests. `taken`: the ledger takes the digests over.
   * `left`: the digests are left out, because this ledger already has keys.
   */
  readonly digests: 'none' | 'taken' | 'left';
  /** The same figures by month (`YYYY-MM`). */
  readonly months: readonly {
    readonly month: string;
    readonly days: number;
    readonly added: number;
    readonly sealedDays: number;
  }[];
}

/** The result of a removal. */
export interface Removed {
  /** Number of rows that were deleted or shortened. */
  readonly rows: number;
  /** The token for `undo`. The token is valid for a minute, but only until the next removal. */
  readonly undo: string;
}

/** The size of the ledger on this computer. */
export interface StorageFacts {
  /** Bytes that the extension uses on disk, as the browser estimates them. */
  readonly bytes: number;
  /** Number of stored rows. Rows are deleted when they expire. */
  readonly rows: number;
  /** Number of days with a record. Days stay until they are erased. */
  readonly days: number;
  readonly firstDay: Day | null;
  /** Time of the latest saved backup, or null. */
  readonly lastBackup: EpochMs | null;
}

/** The messages from the extension's own pages (popup, dashboard, consent page). Portal pages may not send them. */
export interface OwnMessages {
  /**
   * The state that every screen starts from. The worker answers even while the ledger can't be opened; `trouble` then
   * names the storage fault.
   */
  'state.read': () => State;
  /**
   * Whether an address is recorded. After an answer with `offer: true`, the extension does not offer again in this
   * session to add the host.
   */
  'site.read': (url: string) => SiteStanding;
  /** The summary of a day. All figures are zero when nothing was recorded. */
  'day.read': (day: Day) => DaySummary;
  /** Today as the popup shows it, with the owner's usual workday (null when there are too few days with a record). */
  'today.read': () => Today & { readonly usual: UsualDay | null; readonly names: HostNames };
  /**
   * The attention of a day as stretches, in order of time and without overlap. Adjacent stretches of the same kind are
   * joined.
   */
  'day.timeline': (day: Day) => readonly {
    /** Host. */
    readonly system: string;
    readonly start: EpochMs;
    readonly end: EpochMs;
    readonly state: AttentionState;
  }[];
  /** The summaries of a range of days; days without a record are left out. */
  'days.read': (from: Day, to: Day) => readonly DaySummary[];
  /** The main figures of a range of days, for views of a year. */
  'days.brief': (from: Day, to: Day) => readonly DayBrief[];
  /** The ledger of repeats for a range of days, the most repeated item first; systems are given as hosts. */
  'repeats.read': (from: Day, to: Day) => readonly RepeatLine[];
  /** The catalogue's names of all hosts of the ledger. */
  'names.read': () => HostNames;
  /** All systems of the ledger. */
  'systems.read': () => readonly SystemInfo[];
  /** Changes what the owner stated about a system. Error: the ledger has no system with this host. */
  'system.write': (
    host: string,
    change: { readonly purpose?: Purpose | null; readonly exempt?: boolean; readonly asked?: true },
  ) => void;
  /**
   * The report of a month as JSON, without a lock or an entry in the export log. Errors: the month was forgotten, was
   * saved at another level, or nothing is recorded in it.
   */
  'month.export': (which: {
    readonly year: number;
    readonly month: number;
    readonly level: ReportLevel;
  }) => SavedReport;
  /** The same report as `month.export`, but as CSV. */
  'month.csv': (which: { readonly year: number; readonly month: number; readonly level: ReportLevel }) => SavedReport;
  /** The months with a record and the months that were forgotten, the latest month first. */
  'months.read': () => readonly {
    readonly month: string;
    readonly days: number;
    /** Whether the report of the month may be sent. This is so when the month ended at least a day ago. */
    readonly closed: boolean;
    readonly lock: MonthLock | null;
    readonly forgotten: boolean;
  }[];
  /** A preview of the report. Errors: as `month.export`. */
  'month.lines': (choice: MonthChoice) => MonthPreview;
  /**
   * Stores what the owner states (tier, region, post, answers). Errors: a value is not allowed, or the month was saved.
   */
  'month.say': (month: string, said: OwnerStatements) => void;
  /**
   * The file to save, with its check code. The first save fixes the month's level and its removed lines. `sealed`
   * answers the text to encrypt. Errors: as `month.export`; every line was removed; the month is not closed yet
   * (`sealed`).
   */
  'month.save': (choice: MonthChoice, as: SaveFormat) => SavedReport & { readonly code: string };
  /** Deletes the ids, draws, check code and log entries of a month. The month can't be exported afterwards. */
  'month.forget': (month: string) => void;
  /** The export log, the oldest entry first. */
  'saves.read': () => readonly ExportLogEntry[];
  /** The studies that the owner added, the latest study first. */
  'studies.read': () => readonly Study[];
  /**
   * Adds a study from the text that the study gives to volunteers (name, key, and what it asks for). Error: the text is
   * not valid.
   */
  'study.add': (text: string) => Study;
  /** Removes a study by its name. */
  'study.remove': (name: string) => void;
  /** The settings that apply: the owner's settings, restricted by the policy. */
  'settings.read': () => Settings;
  /** Changes settings; answers the settings that then apply. Error: unknown setting. */
  'settings.write': (change: Partial<Settings>) => Settings;
  /** How long recording was paused in a range of days. */
  'pauses.read': (from: Day, to: Day) => { readonly ms: number };
  /** The whole ledger. It includes the digests of values and their keys only with `digests`. */
  'backup.read': (options?: { readonly digests?: boolean }) => BackupFile;
  /** Stores the time at which a backup was saved. The page that saved the backup sends this message. */
  'backup.saved': () => void;
  /** What a restore would change. This message changes nothing. Error: the backup is not valid. */
  'backup.inspect': (backup: unknown) => RestoreSummary;
  /** Merges the whole backup into the ledger, or nothing. Error: the backup is not valid. */
  'backup.restore': (backup: unknown) => RestoreSummary;
  /**
   * Erases everything, even when the ledger can't be opened. If the worker is stopped before it has finished, it
   * continues the erasure at its next start.
   */
  'ledger.erase': () => void;
  /** The size of the ledger. */
  'storage.read': () => StorageFacts;
  /**
   * Takes back the most recent minutes (at most 1440): rows, open spans, pending entries, and the digests of the week
   * in which these minutes began and of later weeks.
   */
  'ledger.dropLast': (minutes: number) => Removed;
  /**
   * Erases a range of days: rows, summaries, pauses, and the digests of the week of the first day and of later weeks.
   */
  'days.erase': (from: Day, to: Day) => Removed;
  /** Erases what was measured between two instants, at most a day apart and in the past. */
  'stretch.erase': (start: EpochMs, end: EpochMs) => Removed;
  /**
   * Erases a system: the rows of the system, its part of every day, and its name. Sums of expired days keep figures
   * that name no system. Error: the ledger has no system with this host.
   */
  'system.erase': (host: string) => Removed;
  /** Restores the removal that a token stands for. Error: a minute has passed, or there was a later removal. */
  undo: (token: string) => { readonly rows: number };
  /** Adds a self-report; `minutes` at most 1440, or null when unknown. Answers the number that `self.remove` takes. */
  'self.add': (burden: PhoneBurden, minutes: number | null) => { readonly seq: number };
  /** Deletes the self-report with this number. */
  'self.remove': (seq: number) => void;
  /** The catalogue as the owner uses it. */
  'catalogue.read': () => {
    readonly version: string;
    readonly groups: readonly CatalogueGroup[];
    readonly added: readonly AddedSite[];
  };
  /**
   * Switches a group on or off. While the group is off, none of its hosts are recorded. Errors: unknown group; the
   * browser has not granted the group's origins (request them from the click, before this message).
   */
  'catalogue.group': (id: string, on: boolean) => void;
  /**
   * Adds a site (`host`, `host:port`, `*.host` or a URL) of a kind of `src/data/kinds.json`. Errors: not a valid site,
   * unknown kind, a host that is never recorded, or a policy that allows no added sites.
   */
  'site.add': (pattern: string, kind: string) => void;
  /** Removes a site that was added. Error: unknown site. */
  'site.remove': (pattern: string) => void;
  /**
   * With `skip`, the host is not recorded for the rest of this browser session, and the extension does not offer to add
   * it. Without `skip`, ends this exception.
   */
  'site.skip': (host: string, skip: boolean) => void;
  /** Starts the manual timer. Error: the timer is already running. */
  'timer.start': (burden: PhoneBurden) => void;
  /**
   * Stops the timer and adds its time as a self-report, in whole minutes from 1 to 1440. Error: the timer is not
   * running.
   */
  'timer.stop': () => { readonly minutes: number };
}

/** All messages. */
export interface Messages extends PageMessages, OwnMessages {}
export type MessageName = keyof Messages;
/** The worker's answer, as it is sent. */
export type Answer<N extends MessageName> =
  | { readonly ok: Awaited<ReturnType<Messages[N]>> }
  | { readonly error: string };
/** A message as it is sent. */
export interface Envelope<N extends MessageName = MessageName> {
  readonly name: N;
  readonly args: Parameters<Messages[N]>;
}

/**
 * Sends a message with `send` (the browser's `runtime.sendMessage`) and returns the value of the answer. Throws the
 * error that the worker answered. Throws an error when there is no answer.
 */
export async function ask<N extends MessageName>(
  send: (message: Envelope<N>) => Promise<unknown>,
  name: N,
  ...args: Parameters<Messages[N]>
): Promise<Awaited<ReturnType<Messages[N]>>> {
  const answer = (await send({ name, args })) as Answer<N> | undefined;
  if (answer === undefined || answer === null) throw new Error(`Cannot ask "${name}": no answer`);
  if ('error' in answer) throw new Error(answer.error);
  return answer.ok;
}
