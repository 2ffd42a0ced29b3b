/**
 * Pending entries: fields that were filled in and not submitted yet. They are kept in `storage.session` (memory,
 * cleared when the browser closes). Before they are stored there, their fingerprints are replaced by keyed digests.
 *
 * The browser may stop the worker at any time. So each step ends with a single write, which stores both the entries
 * that are still pending and the events to append (the outbox). After a restart, the events of the outbox are appended
 * before anything else is done. The outbox has an id, so that its events are not appended twice. Callers run in the
 * task queue, one at a time.
 */
import type { Copied, EpochMs, LogEvent, PageEvent, SystemKey, TabKey } from '../../core/events.ts';
import { formFamilyText, judgeRepeats } from '../../core/forms/judge-repeats.ts';
import {
  emptyFormsState,
  type FormsState,
  type FormsStep,
  type KeyedPrint,
  matchesDigests,
  type SettledFields,
  settleByTime,
  settleClosedTab,
  stepForms,
} from '../../core/forms/match-submissions.ts';
import type { Digests } from '../ledger/digests.ts';

/** The frame that entries come from, and the settings that apply to them. */
export interface EntrySource {
  readonly tab: TabKey;
  /** Identifies a document within the tab: `sender.documentId`, or `sender.frameId` where there is none. */
  readonly frame: string;
  readonly system: SystemKey;
  /** Whether the owner records counts only. If so, no value is fingerprinted or compared. */
  readonly countsOnly: boolean;
  /** Whether digests are kept for this browser session only. */
  readonly sessionOnly: boolean;
}

/** A tab's pending entries and, for each frame, the system that its entries belong to. */
export interface TabForms {
  readonly forms: FormsState;
  readonly systems: Readonly<Record<string, SystemKey>>;
  readonly sessionOnly: boolean;
}

/** The result of a step. The ledger may not have stored it yet. */
export interface Outbox {
  readonly id: string;
  readonly events: readonly LogEvent[];
  /** Values that were submitted successfully. */
  readonly sent: readonly { readonly prints: readonly KeyedPrint[]; readonly system: SystemKey }[];
  readonly at: EpochMs;
  readonly sessionOnly: boolean;
}

/** The recent copies, each with the system in which it was made. */
export type Copies = readonly {
  readonly at: EpochMs;
  readonly system: SystemKey;
  readonly prints: readonly KeyedPrint[];
}[];

/** The part of `storage.session` that is used here. A write of several keys stores all of them or none. */
export interface PendingStore {
  /** Reads everything when `keys` is null. */
  read(keys: readonly string[] | null): Promise<{ readonly [key: string]: unknown }>;
  write(change: { readonly [key: string]: unknown }): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** The arguments of `openPendingForms`. */
export interface PendingEffects {
  readonly store: PendingStore;
  readonly digests: Digests;
  /** Appends events, unless the previous batch had the same id. */
  append(events: readonly LogEvent[], batchId: string): Promise<void>;
  /** Returns a new id, which no earlier call has returned. */
  newId(): string;
}

/** The pending entries of all tabs. */
export interface PendingForms {
  /**
   * Adds the form events that a frame sent, and appends the entries and submissions that these events settle. Ignores
   * other events.
   */
  update(source: EntrySource, events: readonly PageEvent[], now: EpochMs): Promise<void>;
  /**
   * Decides entries whose waiting time is over, and entries of tabs that are not open any more. Such tabs exist because
   * a worker that is stopped while it handles `tabs.onRemoved` does not receive this event again. Called after a
   * restart and before a day is read.
   */
  settle(now: EpochMs, open: ReadonlySet<TabKey>): Promise<void>;
  /** Decides the entries of a tab that was closed. */
  close(tab: TabKey, now: EpochMs): Promise<void>;
  /**
   * Drops the entries made after `since`, and all copies. Called for time that the owner takes back, and for a page
   * with a secrecy mark.
   */
  forget(since: EpochMs): Promise<void>;
}

const outboxKey = 'outbox';
const copiesKey = 'copies';
const tabKey = (tab: string) => `pending ${tab}`;

/** Whether `storage.session` holds pending entries or an outbox. */
export const hasWaiting = (stored: object): boolean =>
  Object.keys(stored).some((key) => key === outboxKey || key.startsWith(tabKey('')));

/** A pasted value is compared with copies at most this old. */
const maxCopyAgeMs = 30 * 60_000;
const maxCopies = 20;
/** After a page is left, the outcome of its submission arrives within this time. */
const maxOutcomeDelayMs = 15_000;

/** Creates access to the pending entries in `store`. The returned functions keep no state in memory. */
export function openPendingForms({ store, digests, append, newId }: PendingEffects): PendingForms {
  /**
   * Carries out the outbox if an earlier run of the worker has left one. Returns what was stored in `storage.session`
   * under these keys (all keys if none are given).
   */
  const readStored = async (...keys: readonly string[]) => {
    const stored = await store.read(keys.length === 0 ? null : [outboxKey, ...keys]);
    const outbox = stored[outboxKey] as Outbox | undefined;
    if (outbox !== undefined) await carryOut(outbox);
    return stored;
  };
  const carryOut = async ({ id, events, sent, at, sessionOnly }: Outbox) => {
    await append(events, id);
    for (const { prints, system } of sent) await digests.remember(prints, system, at, sessionOnly);
    await store.remove([outboxKey]);
  };

  /** Makes the outbox of settled fields: the events to append and the values to remember. */
  const decide = async (settled: readonly SettledFields[], tab: TabForms, now: EpochMs): Promise<Outbox> => {
    const events: LogEvent[] = [];
    const sent: { prints: readonly KeyedPrint[]; system: SystemKey }[] = [];
    for (const form of settled) {
      const system = tab.systems[form.fields[0]?.frame ?? form.frame];
      if (system === undefined) continue;
      const prints = form.fields.flatMap((f) => f.prints);
      const all = prints.flatMap((p) => p.digests);
      const known = new Map(await digests.systemsOf(all, tab.sessionOnly));
      // Values that were submitted earlier in the same step are not stored yet.
      for (const earlier of sent)
        for (const { digests: ofPrint } of earlier.prints)
          for (const digest of ofPrint) known.set(digest, [...(known.get(digest) ?? []), earlier.system]);
      const text = formFamilyText(form.fields);
      events.push(
        ...judgeRepeats(form, system, text === null ? null : await digests.lastingDigest(`family ${text}`), known),
      );
      if (form.how === 'sent' && prints.length > 0) sent.push({ prints, system });
    }
    return { id: newId(), events, sent, at: now, sessionOnly: tab.sessionOnly };
  };

  /** Stores a tab's new state together with the outbox, then carries the outbox out. */
  const saveStep = async (tab: string, before: TabForms, { state, settled }: FormsStep, now: EpochMs) => {
    const outbox = await decide(settled, before, now);
    const isEmpty = state.fields.length === 0 && state.pressed === null;
    await store.write({
      [tabKey(tab)]: isEmpty ? null : { ...before, forms: state },
      ...(settled.length > 0 && { [outboxKey]: outbox }),
    });
    if (settled.length > 0) await carryOut(outbox);
    if (isEmpty) await store.remove([tabKey(tab)]);
  };

  const settleTab = async (tab: string, before: TabForms | null | undefined, now: EpochMs, isClosed: boolean) => {
    if (!before) return;
    const step = isClosed ? settleClosedTab(before.forms, now) : settleByTime(before.forms, now);
    if (step.settled.length > 0 || step.state !== before.forms) await saveStep(tab, before, step, now);
  };

  /** Returns the recent copies and the new copy. */
  const addCopy = async (stored: unknown, event: Copied, source: EntrySource, now: EpochMs): Promise<Copies> => {
    const prints = await digests.digestsOf(event.prints, now, source.sessionOnly);
    const recent = ((stored ?? []) as Copies).filter((c) => c.at > now - maxCopyAgeMs && c.at !== event.at);
    return [...recent, { at: event.at, system: source.system, prints }].slice(-maxCopies);
  };

  return {
    async update(source, events, now) {
      const relevant = events.filter((e) => /^(field|commit|outcome|copied)$/.test(e.kind));
      if (relevant.length === 0) return;
      const stored = await readStored(copiesKey, tabKey(source.tab));
      const loaded = (stored[tabKey(source.tab)] as TabForms | null) ?? { forms: emptyFormsState, systems: {} };
      const before: TabForms = {
        ...loaded,
        systems: { ...loaded.systems, [source.frame]: source.system },
        sessionOnly: source.sessionOnly,
      };
      let copies = stored[copiesKey] as Copies | undefined;
      let state = before.forms;
      const settled: SettledFields[] = [];
      for (const event of relevant) {
        if (event.kind === 'copied' && !source.countsOnly) copies = await addCopy(copies, event, source, now);
        if (event.kind !== 'field' && event.kind !== 'commit' && event.kind !== 'outcome') continue;
        let signal: Parameters<typeof stepForms>[2];
        if (event.kind === 'field') {
          const prints = source.countsOnly ? [] : await digests.digestsOf(event.prints, now, source.sessionOnly);
          signal = {
            ...event,
            label: event.label === null ? null : await digests.lastingDigest(`label ${event.label}`),
            prints,
            isCarried:
              event.way === 'pasted' &&
              (copies ?? []).some(
                (c) =>
                  c.system !== source.system &&
                  c.at > now - maxCopyAgeMs &&
                  matchesDigests(
                    prints,
                    c.prints.flatMap((p) => p.digests),
                  ),
              ),
          };
        } else signal = event;
        const step = stepForms(state, source.frame, signal);
        state = step.state;
        settled.push(...step.settled);
      }
      if (copies !== stored[copiesKey]) await store.write({ [copiesKey]: copies });
      await saveStep(source.tab, before, { state, settled }, now);
    },
    async settle(now, open) {
      const stored = await readStored();
      for (const [key, value] of Object.entries(stored)) {
        if (!key.startsWith(tabKey(''))) continue;
        const name = key.slice(tabKey('').length);
        const tab = value as TabForms | null;
        // The outcome of a submission that was just made may still arrive.
        const isClosed = !open.has(name as TabKey) && now - (tab?.forms.pressed?.at ?? 0) > maxOutcomeDelayMs;
        await settleTab(name, tab, now, isClosed);
      }
    },
    async close(tab, now) {
      await settleTab(tab, (await readStored(tabKey(tab)))[tabKey(tab)] as TabForms | undefined, now, true);
    },
    async forget(since) {
      const stored = await readStored();
      await store.remove([copiesKey]);
      for (const [key, tab] of Object.entries(stored)) {
        if (!key.startsWith(tabKey('')) || !tab) continue;
        const { forms, ...rest } = tab as TabForms;
        const fields = forms.fields.filter((f) => f.at <= since);
        await store.write({ [key]: { ...rest, forms: { fields, pressed: null } } });
      }
    },
  };
}
