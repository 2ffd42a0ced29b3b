import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type DigestRow, type DigestStore, openDigests } from '../../../src/background/ledger/digests.ts';
import { type EntrySource, openPendingForms } from '../../../src/background/pages/pending-forms.ts';
import type { EpochMs, LogEvent, PageEvent, SystemKey, TabKey } from '../../../src/core/events.ts';
import { fingerprintsOf } from '../../../src/core/forms/canonical-value.ts';

const subtle = webcrypto.subtle as SubtleCrypto;
const day = 86_400_000;
const start = 1_700_000_000_000 as EpochMs;

function emptyStore(
  cryptoKeys = new Map<string, CryptoKey>(),
): DigestStore & { readonly rows: Map<string, DigestRow>; readonly cryptoKeys: Map<string, CryptoKey> } {
  const rows = new Map<string, DigestRow>();
  return {
    rows,
    cryptoKeys,
    get: async (digest) => rows.get(digest),
    put: async (digest, row) => void rows.set(digest, row),
    allDigests: async () => [...rows.keys()],
    delete: async (digest) => void rows.delete(digest),
    key: async (id) => cryptoKeys.get(id),
    putKey: async (id, key) => void cryptoKeys.set(id, key),
    keyIds: async () => [...cryptoKeys.keys()],
    deleteKey: async (id) => void cryptoKeys.delete(id),
  };
}

/**
 * Simulates a worker that is restarted after every event, so that only the stores remain. `atStep` is called at every
 * step and may throw an error, which stops the worker at that step.
 */
function restartingWorker(atStep: () => void = () => {}, cryptoKeys = new Map<string, CryptoKey>()) {
  const store = emptyStore(cryptoKeys);
  const session = emptyStore();
  const tabs = new Map<string, string>();
  const log: LogEvent[] = [];
  let lastId = '';
  let ids = 0;
  /** Calls `work` as two steps: one before the call, one after it. */
  const withSteps = async <T>(work: () => T): Promise<T> => {
    atStep();
    const result = work();
    atStep();
    return result;
  };
  const open = () =>
    openPendingForms({
      store: {
        read: (keys) =>
          withSteps(() =>
            Object.fromEntries(
              [...tabs].filter(([key]) => keys?.includes(key) ?? true).map(([key, value]) => [key, JSON.parse(value)]),
            ),
          ),
        write: (change) =>
          withSteps(() => {
            for (const [key, value] of Object.entries(change)) tabs.set(key, JSON.stringify(value));
          }),
        remove: (keys) => withSteps(() => keys.forEach((key) => void tabs.delete(key))),
      },
      append: (events, id) =>
        withSteps(() => {
          if (id !== lastId) log.push(...events);
          lastId = id;
        }),
      newId: () => `id ${ids++}`,
      digests: openDigests({
        store: { ...store, put: (digest, row) => withSteps(() => store.put(digest, row)).then(() => {}) },
        session,
        subtle,
      }),
    });
  const sendEvents = async (system: string, events: readonly PageEvent[], change: Partial<EntrySource> = {}) => {
    const source = {
      tab: 't' as TabKey,
      frame: 'f',
      system: system as SystemKey,
      countsOnly: false,
      sessionOnly: false,
    };
    for (const event of events) {
      const send = () => open().update({ ...source, ...change }, [event], 'at' in event ? event.at : start);
      // A page resends a message that was not answered.
      await send().catch(send);
    }
  };
  return { store, session, tabs, log, sendEvents, open };
}

let nextField = 1;
const entry = (at: number, value: string, way: 'typed' | 'pasted' = 'typed', field = nextField++): PageEvent => ({
  kind: 'field',
  at: at as EpochMs,
  field,
  scope: 1,
  way,
  fieldKind: null,
  label: 'aaaaaaaaaaaaaaaa',
  prints: fingerprintsOf(value, null),
  characters: value.length,
  focusMs: 1000,
});
const sent = (at: number, sign: 'toast-ok' | 'toast-failed' = 'toast-ok'): PageEvent[] => [
  { kind: 'commit', at: at as EpochMs, commit: 'commit', scope: 1, inDialog: false },
  { kind: 'outcome', at: (at + 200) as EpochMs, sign, scope: 1 },
  { kind: 'outcome', at: (at + 2600) as EpochMs, sign: 'quiet', scope: 1 },
];
const search = (at: number): PageEvent => ({
  kind: 'commit',
  at: at as EpochMs,
  commit: 'search',
  scope: 1,
  inDialog: false,
});
const household = ['11010519491231002X', '13893812345', '甘肃省天水市麦积区甘泉镇12号'];
const fill = (at: number) => household.map((value, i) => entry(at + i * 5000, value));

const verdicts = (log: readonly LogEvent[]) => log.flatMap((e) => (e.kind === 'entry' ? [e.repeat] : []));
const submissions = (log: readonly LogEvent[]) =>
  log.flatMap((e) =>
    e.kind === 'submission' ? [`${e.outcome} ${e.repeated}/${e.eligible}${e.nearDuplicate ? ' again' : ''}`] : [],
  );

describe('repeat entries, when the worker is restarted after every event', () => {
  it('are found in a second system, and their submission is a near-duplicate', async () => {
    const { sendEvents, log, tabs } = restartingWorker();
    await sendEvents('aaa', [...fill(start), ...sent(start + 30_000)]);
    await sendEvents('bbb', [...fill(start + 60_000), ...sent(start + 90_000)]);
    expect(verdicts(log)).toEqual(['none', 'none', 'none', 'other-system', 'other-system', 'other-system']);
    expect(submissions(log)).toEqual(['sent 0/3', 'sent 3/3 again']);
    expect(tabs.size).toBe(0);
  });

  it('are found in the same system', async () => {
    const { sendEvents, log } = restartingWorker();
    await sendEvents('aaa', [
      ...fill(start),
      ...sent(start + 30_000),
      ...fill(start + 60_000),
      ...sent(start + 90_000),
    ]);
    expect(verdicts(log).slice(3)).toEqual(['same-system', 'same-system', 'same-system']);
  });

  it('are not found after a failed submission: a corrected field is rework', async () => {
    const { sendEvents, log } = restartingWorker();
    const phone = entry(start + 5000, '19900001111');
    await sendEvents('aaa', [entry(start, household[0] as string), phone, ...sent(start + 10_000, 'toast-failed')]);
    const again = entry(start + 20_000, household[1] as string, 'typed', 'field' in phone ? phone.field : 0);
    await sendEvents('aaa', [again, ...sent(start + 30_000)]);
    expect(submissions(log)).toEqual(['failed 0/2', 'sent 0/2']);
    expect(verdicts(log)).toEqual(['none', 'rework']);
  });

  it('do not include an identifier that was typed for a look-up', async () => {
    const { sendEvents, log } = restartingWorker();
    await sendEvents('aaa', [
      ...fill(start),
      ...sent(start + 30_000),
      entry(start + 60_000, household[0] as string),
      search(start + 61_000),
    ]);
    expect(verdicts(log).at(-1)).toBe('look-up');
  });

  it('include a text that differs only by a new first clause', async () => {
    const { sendEvents, log } = restartingWorker();
    const text = '本周组织各村开展安全隐患排查共走访农户三百二十户发现用电隐患十二处已全部整改到位并建立台账';
    await sendEvents('aaa', [entry(start, text), ...sent(start + 10_000)]);
    await sendEvents('bbb', [entry(start + 20_000, `根据县委部署，${text}`), ...sent(start + 30_000)]);
    expect(submissions(log)).toEqual(['sent 0/1', 'sent 1/1 again']);
  });

  it('are not found when the owner records only counts, because no digest is stored then', async () => {
    const { sendEvents, log, store } = restartingWorker();
    const change = { countsOnly: true };
    await sendEvents('aaa', [...fill(start), ...sent(start + 30_000)], change);
    await sendEvents('bbb', [...fill(start + 60_000), ...sent(start + 90_000)], change);
    expect(verdicts(log)).toEqual(new Array(6).fill('none'));
    expect(store.rows.size).toBe(0);
  });

  it('are found without digests on disk when the owner compares only within the session', async () => {
    const { sendEvents, log, store } = restartingWorker();
    const change = { sessionOnly: true };
    await sendEvents('aaa', [...fill(start), ...sent(start + 30_000)], change);
    await sendEvents('bbb', [...fill(start + 60_000), ...sent(start + 90_000)], change);
    expect(verdicts(log).slice(3)).toEqual(new Array(3).fill('other-system'));
    expect(store.rows.size).toBe(0);
    expect([...store.cryptoKeys.keys()]).toEqual(['labels']);
  });

  it('are found after a change of the key, and digests and keys are deleted after they expire', async () => {
    const { sendEvents, log, store, open } = restartingWorker();
    const digests = openDigests({ store, session: emptyStore(), subtle });
    // Two days before the key changes.
    const late = (Math.ceil(start / (35 * day)) * 35 * day - 2 * day) as EpochMs;
    await sendEvents('aaa', [...fill(late), ...sent(late + 30_000)]);
    await digests.expire((late + 20 * day) as EpochMs);
    await sendEvents('bbb', [...fill(late + 20 * day), ...sent(late + 20 * day + 30_000)]);
    expect(verdicts(log).slice(3)).toEqual(new Array(3).fill('other-system'));
    await digests.expire((late + 100 * day) as EpochMs);
    expect(store.rows.size).toBe(0);
    expect([...store.cryptoKeys.keys()]).toEqual(['labels']);
    const before = log.length;
    await open().settle((late + 100 * day) as EpochMs, new Set());
    expect(log).toHaveLength(before);
  });

  it('are decided for a tab that was closed without an event, after a delay in which events may still arrive', async () => {
    const { sendEvents, log, tabs, open } = restartingWorker();
    await sendEvents('aaa', fill(start));
    await open().settle((start + 20_000) as EpochMs, new Set(['t' as TabKey]));
    expect(log).toEqual([]);
    await sendEvents('aaa', sent(start + 30_000).slice(0, 1));
    await open().settle((start + 32_000) as EpochMs, new Set());
    expect(log).toEqual([]);
    await open().settle((start + 60_000) as EpochMs, new Set());
    expect(log.map(({ kind }) => kind)).toEqual(['entry', 'entry', 'entry']);
    expect(tabs.size).toBe(0);
  });

  it('are found without storing a value or its unkeyed fingerprint', async () => {
    const { sendEvents, store, tabs } = restartingWorker();
    await sendEvents('aaa', fill(start));
    const waiting = [...tabs.values()].join();
    await sendEvents('aaa', sent(start + 30_000));
    const stored = waiting + JSON.stringify([...store.rows]);
    expect(waiting.length).toBeGreaterThan(100);
    for (const value of household) {
      expect(stored).not.toContain(value);
      for (const { hash } of fingerprintsOf(value, null)) {
        expect(stored).not.toContain(hash);
        expect(stored).not.toContain(hash.slice(0, 8));
      }
    }
  });

  it('are decided when a tab is closed, and a submission with a success message counts as sent', async () => {
    const { sendEvents, log, open } = restartingWorker();
    await sendEvents('aaa', [
      ...fill(start),
      ...sent(start + 30_000).slice(0, 2),
      entry(start + 31_000, '13900000000'),
    ]);
    await open().close('t' as TabKey, (start + 32_000) as EpochMs);
    expect(submissions(log)).toEqual(['sent 0/3']);
    expect(log.filter((e) => e.kind === 'entry')).toHaveLength(4);
  });
});

describe('a worker that is stopped at any step', () => {
  const copied = (at: number, value: string): PageEvent => ({
    kind: 'copied',
    at: at as EpochMs,
    prints: fingerprintsOf(value, null),
  });
  const keys = new Map<string, CryptoKey>();
  /** Copies a value from one system to another, corrects a failed submission, and looks up a value. */
  async function work(atStep: () => void) {
    nextField = 1;
    const { sendEvents, log, store, tabs } = restartingWorker(atStep, keys);
    const phone = entry(start + 65_000, '19900001111', 'typed', 7);
    await sendEvents('aaa', [...fill(start), ...sent(start + 30_000), copied(start + 50_000, household[1] as string)]);
    await sendEvents('bbb', [entry(start + 60_000, household[1] as string, 'pasted', 6), phone]);
    await sendEvents('bbb', sent(start + 70_000, 'toast-failed'));
    await sendEvents('bbb', [entry(start + 80_000, '13700001111', 'typed', 7), ...sent(start + 90_000)]);
    await sendEvents('bbb', [entry(start + 99_000, household[0] as string, 'typed', 8), search(start + 100_000)]);
    return { log, tabs, rows: [...store.rows.values()] };
  }

  it('loses no event and counts no event twice', async () => {
    let calls = 0;
    const undisturbed = await work(() => void calls++);
    expect(submissions(undisturbed.log)).toEqual(['sent 0/3', 'failed 1/2', 'sent 1/2']);
    expect(verdicts(undisturbed.log)).toEqual(['none', 'none', 'none', 'other-system', 'rework', 'look-up']);
    expect(undisturbed.log.filter((e) => e.kind === 'entry' && e.carried)).toHaveLength(1);
    expect(calls).toBeGreaterThan(100);
    for (let step = 0; step < calls; step++) {
      let stepsLeft = step;
      const disturbed = await work(() => {
        if (stepsLeft-- === 0) throw new Error('the worker was stopped');
      });
      expect(disturbed, `stopped at step ${step}`).toEqual(undisturbed);
    }
  });
});
