/**
 * Entries on their way: what the frames of a tab reported and nobody has sent yet. Kept in `storage.session`
 * (memory, gone with the browser), so that the worker may die between any two events. Fingerprints are keyed
 * before they are put there.
 */
import type { EpochMs, LogEvent, PageEvent, SystemKey, TabKey } from '../core/events.ts';
import { type Closed, type FormsState, noForms, type Step, settleForms, stepForms } from '../core/forms.ts';
import { familyText, judge } from '../core/repeats.ts';
import type { Digests } from './digests.ts';

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

export interface PendingEffects {
  /** Reads and writes `storage.session`; null deletes. */
  load(tab: string): Promise<TabForms | undefined>;
  save(tab: string, state: TabForms | null): Promise<void>;
  tabs(): Promise<readonly string[]>;
  readonly digests: Digests;
}

export interface Pending {
  /** Takes what a frame reported; answers what is to be appended. Events other than field, commit and outcome pass by. */
  absorb(from: Sender, events: readonly PageEvent[], now: EpochMs): Promise<readonly LogEvent[]>;
  /** Decides what the passing of time decides; for alarms, the start of the worker and readers of the day. */
  settle(now: EpochMs): Promise<readonly LogEvent[]>;
  /** The tab is gone: what was open there is decided from what is known. */
  close(tab: TabKey, now: EpochMs): Promise<readonly LogEvent[]>;
}

export function openPending({ load, save, tabs, digests }: PendingEffects): Pending {
  // One after another: two frames of a tab may report at once. Nothing is lost with it when the worker dies.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const judged = async (closed: readonly Closed[], tab: TabForms, now: EpochMs): Promise<LogEvent[]> => {
    const out: LogEvent[] = [];
    for (const one of closed) {
      const system = tab.systems[one.fields[0]?.frame ?? ''];
      if (system === undefined) continue;
      const prints = one.fields.flatMap((f) => f.prints);
      const known = await digests.known(
        prints.flatMap((p) => p.digests),
        tab.sessionOnly,
      );
      const text = familyText(one.fields);
      out.push(...judge(one, system, text === null ? null : await digests.lasting(`family ${text}`), known));
      if (one.how === 'sent') await digests.remember(prints, system, now, tab.sessionOnly);
    }
    return out;
  };

  const keep = async (tab: TabKey | string, before: TabForms, step: Step, now: EpochMs): Promise<LogEvent[]> => {
    const out = await judged(step.closed, before, now);
    const isEmpty = step.state.fields.length === 0 && step.state.pressed === null;
    await save(tab, isEmpty ? null : { ...before, forms: step.state });
    return out;
  };

  const settleTab = async (tab: string, now: EpochMs, leaveAll: boolean): Promise<LogEvent[]> => {
    const before = await load(tab);
    if (before === undefined) return [];
    let step = settleForms(before.forms, now);
    if (leaveAll) {
      // Later than any waiting time.
      const ended = settleForms(step.state, (now + 9 * 3_600_000) as EpochMs);
      step = {
        state: noForms,
        closed: [...step.closed, ...ended.closed.map((c) => ({ ...c, at: Math.min(c.at, now) as EpochMs }))],
      };
    }
    if (step.closed.length === 0 && step.state === before.forms) return [];
    return keep(tab, before, step, now);
  };

  return {
    absorb: (from, events, now) =>
      inTurn(async () => {
        const mine = events.filter((e) => e.kind === 'field' || e.kind === 'commit' || e.kind === 'outcome');
        if (mine.length === 0) return [];
        const loaded = (await load(from.tab)) ?? { forms: noForms, systems: {}, sessionOnly: from.sessionOnly };
        const before: TabForms = {
          ...loaded,
          systems: { ...loaded.systems, [from.frame]: from.system },
          sessionOnly: from.sessionOnly,
        };
        let state = before.forms;
        const closed: Closed[] = [];
        for (const event of mine) {
          const step = stepForms(
            state,
            from.frame,
            event.kind !== 'field'
              ? event
              : {
                  ...event,
                  label: event.label === null ? null : await digests.lasting(`label ${event.label}`),
                  prints: from.countsOnly ? [] : await digests.key(event.prints, now, from.sessionOnly),
                },
          );
          state = step.state;
          closed.push(...step.closed);
        }
        return keep(from.tab, before, { state, closed }, now);
      }),
    settle: (now) =>
      inTurn(async () => {
        const out: LogEvent[] = [];
        for (const tab of await tabs()) out.push(...(await settleTab(tab, now, false)));
        return out;
      }),
    close: (tab, now) => inTurn(() => settleTab(tab, now, true)),
  };
}
