/**
 * Tests whether an attacker with a list of telephone numbers can learn, from stored digests or from a report, which of
 * these numbers were entered.
 */
import { webcrypto } from 'node:crypto';
import { type DigestRow, type DigestStore, openDigests } from '../../src/background/ledger/digests.ts';
import type { EpochMs, SystemKey } from '../../src/core/events.ts';
import { fingerprintsOf } from '../../src/core/forms/canonical-value.ts';
import { person } from '../forms/sample-people.ts';

const now = 1_700_000_000_000 as EpochMs;

function store(keys: Map<string, CryptoKey>): DigestStore & { readonly rows: Map<string, DigestRow> } {
  const rows = new Map<string, DigestRow>();
  return {
    rows,
    get: async (digest) => rows.get(digest),
    put: async (digest, row) => void rows.set(digest, row),
    allDigests: async () => [...rows.keys()],
    delete: async (digest) => void rows.delete(digest),
    key: async (id) => keys.get(id),
    putKey: async (id, key) => void keys.set(id, key),
    keyIds: async () => [...keys.keys()],
    deleteKey: async (id) => void keys.delete(id),
  };
}

export interface RosterFinding {
  readonly attacker: string;
  readonly listed: number;
  readonly entered: number;
  /** Entered numbers that the attacker recognizes. */
  readonly confirmed: number;
  /** Numbers that the attacker believes were entered, although they were not. */
  readonly wrong: number;
}

/** Runs the attacks. The list has 2,000 numbers; 1,000 of them are among the 5,000 numbers whose digests are stored. */
export async function tryRoster(): Promise<RosterFinding[]> {
  const open = (own: DigestStore) =>
    openDigests({ store: own, session: own, subtle: webcrypto.subtle as SubtleCrypto });
  const phones = [...new Set(Array.from({ length: 7000 }, (_, n) => person(n).phone))];
  const roster = phones.slice(0, 2000);
  const entered = new Set([...roster.slice(0, 1000), ...phones.slice(2000, 6000)]);
  const keys = new Map<string, CryptoKey>();
  const victim = store(keys);
  const digests = open(victim);
  for (const phone of entered)
    await digests.remember(
      await digests.digestsOf(fingerprintsOf(phone, null), now, false),
      'aaa' as SystemKey,
      now,
      false,
    );
  const tryWith = async (attacker: string, attackerKeys: Map<string, CryptoKey>): Promise<RosterFinding> => {
    const attackerDigests = open(store(attackerKeys));
    let confirmed = 0;
    let wrong = 0;
    for (const phone of roster) {
      const [value] = await attackerDigests.digestsOf(fingerprintsOf(phone, null), now, false);
      if (!victim.rows.has(value?.digests[0] ?? '')) continue;
      if (entered.has(phone)) confirmed++;
      else wrong++;
    }
    return { attacker, listed: roster.length, entered: 1000, confirmed, wrong };
  };
  return [
    await tryWith('has the profile: rows and key', keys),
    await tryWith('has the rows without their key', new Map()),
    // A report has no digests, so the attacker can't look for anyone.
    { attacker: 'has a month report', listed: roster.length, entered: 1000, confirmed: 0, wrong: 0 },
  ];
}
