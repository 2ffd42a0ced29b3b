/**
 * Entries on their way: what the frames of a tab reported and nobody has sent yet. Kept in `storage.session`
 * (memory, gone with the browser). Fingerprints are keyed before they are put there.
 *
 * The worker may die between any two lines. So each step ends in one write that holds both what is still pending and
 * what is to be appended because of it (the outbox); the next life carries an outbox out before anything else, and the
 * log takes none twice. Callers take turns (background/main.ts).
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

export interface Sender {
  readonly tab: TabKey;
  /** A document within the tab: `sender.documentId` or, where there is none, `sender.frameId`. */
  readonly frame: string;
  readonly system: SystemKey;
  /** The owner records counts only: nothing is fingerprinted or compared. */
  readonly countsOnly: boolean;
  readonly sessionOnly: boolean;
}

/** A tab's state and, per frame, the system that its entries belong to. */
export interface TabForms {
  readonly forms: FormsState;
  readonly systems: Readonly<Record<string, SystemKey>>;
  readonly sessionOnly: boolean;
}

/** What a step decided and the ledger may not have yet. */
export interface Outbox {
  readonly id: string;
  readonly events: readonly LogEvent[];
  /** Values that were sent with it. */
  readonly sent: readonly { readonly prints: readonly KeyedPrint[]; readonly system: SystemKey }[];
  readonly at: EpochMs;
  readonly sessionOnly: boolean;
}

/** What was copied lately, and where. */
export type Copies = readonly {
  readonly at: EpochMs;
  readonly system: SystemKey;
  readonly prints: readonly KeyedPrint[];
}[];

/** What `storage.session` holds for us. Several keys are written at once or not at all. */
export interface PendingStore {
  /** Everything when no keys are named. */
  read(keys: readonly string[] | null): Promise<{ readonly [key: string]: unknown }>;
  write(change: { readonly [key: string]: unknown }): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

export interface PendingEffects {
  readonly store: PendingStore;
  readonly digests: Digests;
  /** Appends unless the last append had the same id. */
  append(events: readonly LogEvent[], id: string): Promise<void>;
  /** A name that was never given before. */
  fresh(): string;
}

export interface Pending {
  /** Takes what a frame reported and appends what that decides. Events of other kinds pass by. */
  absorb(from: Sender, events: readonly PageEvent[], now: EpochMs): Promise<void>;
  /**
   * Decides what the passing of time decides, and what tabs left that are not among the open ones: a worker that died
   * over the news of their going is never told again. For the start of the worker and readers of the day.
   */
  settle(now: EpochMs, open: ReadonlySet<TabKey>): Promise<void>;
  /** The tab is gone: what was open there is decided from what is known. */
  close(tab: TabKey, now: EpochMs): Promise<void>;
  /** Forgets what was entered or copied since then: the owner takes it back. */
  forget(since: EpochMs): Promise<void>;
}

const outboxKey = 'outbox';
const copiesKey = 'copies';
const tabKey = (tab: string) => `pending ${tab}`;
/** Whether `storage.session` holds anything that waits to be decided or carried out. */
export const hasWaiting = (held: object): boolean =>
  Object.keys(held).some((key) => key === outboxKey || key.startsWith(tabKey('')));
/** A copy older than this says nothing of where a value comes from. */
const copyMs = 30 * 60_000;
const mostCopies = 20;
/** A page that goes tells what became of a press within this time, and the worker hears it. */
const lastWordsMs = 15_000;

export function openPending({ store, digests, append, fresh }: PendingEffects): Pending {
  /** Carries out what an earlier life decided; answers what else is there. */
  const begin = async (...keys: readonly string[]) => {
    const held = await store.read(keys.length === 0 ? null : [outboxKey, ...keys]);
    const out = held[outboxKey] as Outbox | undefined;
    if (out !== undefined) await carryOut(out);
    return held;
  };
  const carryOut = async ({ id, events, sent, at, sessionOnly }: Outbox) => {
    await append(events, id);
    for (const { prints, system } of sent) await digests.remember(prints, system, at, sessionOnly);
    await store.remove([outboxKey]);
  };

  const decide = async (closed: readonly SettledFields[], tab: TabForms, now: EpochMs): Promise<Outbox> => {
    const events: LogEvent[] = [];
    const sent: { prints: readonly KeyedPrint[]; system: SystemKey }[] = [];
    for (const one of closed) {
      const system = tab.systems[one.fields[0]?.frame ?? ''];
      if (system === undefined) continue;
      const prints = one.fields.flatMap((f) => f.prints);
      const all = prints.flatMap((p) => p.digests);
      const known = new Map(await digests.known(all, tab.sessionOnly));
      // What was sent a moment ago, in this same step, isn't written yet.
      for (const before of sent)
        for (const { digests: some } of before.prints)
          for (const digest of some) known.set(digest, [...(known.get(digest) ?? []), before.system]);
      const text = formFamilyText(one.fields);
      events.push(...judgeRepeats(one, system, text === null ? null : await digests.lasting(`family ${text}`), known));
      if (one.how === 'sent' && prints.length > 0) sent.push({ prints, system });
    }
    return { id: fresh(), events, sent, at: now, sessionOnly: tab.sessionOnly };
  };

  const keep = async (tab: string, before: TabForms, { state, closed }: FormsStep, now: EpochMs) => {
    const out = await decide(closed, before, now);
    const isEmpty = state.fields.length === 0 && state.pressed === null;
    await store.write({
      [tabKey(tab)]: isEmpty ? null : { ...before, forms: state },
      ...(closed.length > 0 && { [outboxKey]: out }),
    });
    if (closed.length > 0) await carryOut(out);
    if (isEmpty) await store.remove([tabKey(tab)]);
  };

  const settleTab = async (tab: string, before: TabForms | null | undefined, now: EpochMs, leaveAll: boolean) => {
    if (!before) return;
    const step = leaveAll ? settleClosedTab(before.forms, now) : settleByTime(before.forms, now);
    if (step.closed.length > 0 || step.state !== before.forms) await keep(tab, before, step, now);
  };

  const copied = async (held: unknown, event: Copied, from: Sender, now: EpochMs): Promise<Copies> => {
    const prints = await digests.key(event.prints, now, from.sessionOnly);
    const recent = ((held ?? []) as Copies).filter((c) => c.at > now - copyMs && c.at !== event.at);
    return [...recent, { at: event.at, system: from.system, prints }].slice(-mostCopies);
  };

  return {
    async absorb(from, events, now) {
      const mine = events.filter((e) => /^(field|commit|outcome|copied)$/.test(e.kind));
      if (mine.length === 0) return;
      const held = await begin(copiesKey, tabKey(from.tab));
      const loaded = (held[tabKey(from.tab)] as TabForms | null) ?? { forms: emptyFormsState, systems: {} };
      const before: TabForms = {
        ...loaded,
        systems: { ...loaded.systems, [from.frame]: from.system },
        sessionOnly: from.sessionOnly,
      };
      let copies = held[copiesKey] as Copies | undefined;
      let state = before.forms;
      const closed: SettledFields[] = [];
      for (const event of mine) {
        if (event.kind === 'copied' && !from.countsOnly) copies = await copied(copies, event, from, now);
        if (event.kind !== 'field' && event.kind !== 'commit' && event.kind !== 'outcome') continue;
        let signal: Parameters<typeof stepForms>[2];
        if (event.kind === 'field') {
          const prints = from.countsOnly ? [] : await digests.key(event.prints, now, from.sessionOnly);
          signal = {
            ...event,
            label: event.label === null ? null : await digests.lasting(`label ${event.label}`),
            prints,
            isCarried:
              event.way === 'pasted' &&
              (copies ?? []).some(
                (c) =>
                  c.system !== from.system &&
                  c.at > now - copyMs &&
                  matchesDigests(
                    prints,
                    c.prints.flatMap((p) => p.digests),
                  ),
              ),
          };
        } else signal = event;
        const step = stepForms(state, from.frame, signal);
        state = step.state;
        closed.push(...step.closed);
      }
      if (copies !== held[copiesKey]) await store.write({ [copiesKey]: copies });
      await keep(from.tab, before, { state, closed }, now);
    },
    async settle(now, open) {
      const held = await begin();
      for (const [key, value] of Object.entries(held)) {
        if (!key.startsWith(tabKey(''))) continue;
        const name = key.slice(tabKey('').length);
        const tab = value as TabForms | null;
        // Of a press just now the last words may still be on their way.
        const isLeft = !open.has(name as TabKey) && now - (tab?.forms.pressed?.at ?? 0) > lastWordsMs;
        await settleTab(name, tab, now, isLeft);
      }
    },
    async close(tab, now) {
      await settleTab(tab, (await begin(tabKey(tab)))[tabKey(tab)] as TabForms | undefined, now, true);
    },
    async forget(since) {
      const held = await begin();
      await store.remove([copiesKey]);
      for (const [key, tab] of Object.entries(held)) {
        if (!key.startsWith(tabKey('')) || !tab) continue;
        const { forms, ...rest } = tab as TabForms;
        const fields = forms.fields.filter((f) => f.at <= since);
        await store.write({ [key]: { ...rest, forms: { fields, pressed: null } } });
      }
    },
  };
}
