import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type DigestRow, type DigestStore, openDigests } from '../../../src/background/ledger/digests.ts';
import type { EpochMs, SystemKey } from '../../../src/core/events.ts';
import { fingerprintsOf } from '../../../src/core/forms/canonical-value.ts';
import { person } from '../../forms/sample-people.ts';

const now = 1_700_000_000_000 as EpochMs;

function createStore(keys: Map<string, CryptoKey>): DigestStore & { rows: Map<string, DigestRow> } {
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

describe('an attacker with a list of 500 phone numbers, 100 of which were entered', () => {
  const open = (store: DigestStore) => openDigests({ store, session: store, subtle: webcrypto.subtle as SubtleCrypto });
  const roster = [...new Set(Array.from({ length: 500 }, (_, n) => person(n).phone))];
  const entered = roster.slice(0, 100);

  /** Returns the phone numbers of the list whose digests, computed with these keys, are stored. */
  async function findOnRoster(victim: ReturnType<typeof createStore>, keys: Map<string, CryptoKey>): Promise<string[]> {
    const attacker = open(createStore(keys));
    const hits: string[] = [];
    for (const phone of roster) {
      const [print] = await attacker.digestsOf(fingerprintsOf(phone, null), now, false);
      if (victim.rows.has(print?.digests[0] ?? '')) hits.push(phone);
    }
    return hits;
  }

  it('can confirm every entered number with the key of the profile, and no number without this key', async () => {
    const keys = new Map<string, CryptoKey>();
    const victim = createStore(keys);
    const digests = open(victim);
    for (const phone of entered)
      await digests.remember(
        await digests.digestsOf(fingerprintsOf(phone, null), now, false),
        'aaa' as SystemKey,
        now,
        false,
      );
    const withKey = await findOnRoster(victim, keys);
    expect(withKey.filter((p) => entered.includes(p))).toHaveLength(100);
    // 400 numbers were not entered. Against 100 rows of 24 bits, 0.0024 false hits are expected.
    expect(withKey.length).toBeLessThanOrEqual(101);
    const withoutKey = await findOnRoster(victim, new Map());
    expect(withoutKey.length).toBeLessThanOrEqual(1);
  });
});

it('an attacker with the key and the first seven digits of a phone number can find the other four', async () => {
  const keys = new Map<string, CryptoKey>();
  const victim = createStore(keys);
  const digests = openDigests({ store: victim, session: victim, subtle: webcrypto.subtle as SubtleCrypto });
  const block = (n: number) => `1389381${String(n).padStart(4, '0')}`;
  const entered = [17, 420, 1999].map(block);
  for (const phone of [...entered, ...Array.from({ length: 300 }, (_, n) => person(n).phone)])
    await digests.remember(
      await digests.digestsOf(fingerprintsOf(phone, null), now, false),
      'aaa' as SystemKey,
      now,
      false,
    );
  const hits: string[] = [];
  for (let n = 0; n < 2_000; n++) {
    const [print] = await digests.digestsOf(fingerprintsOf(block(n), null), now, false);
    if (victim.rows.has(print?.digests[0] ?? '')) hits.push(block(n));
  }
  expect(hits).toEqual(expect.arrayContaining(entered));
  // With 2,000 candidates against 303 rows of 24 bits, 0.036 false hits are expected.
  expect(hits.length).toBeLessThanOrEqual(entered.length + 1);
});
