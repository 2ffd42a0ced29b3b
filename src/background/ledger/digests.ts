/**
 * Keyed digests of what was entered, and nothing else of it. docs/privacy-model.md, "The repeat digests".
 * A row says: a value with this digest was part of a successful submission in these systems, last in this week.
 * No time, no link to an event, no value. Keys change every 35 days; the last two are looked up.
 */
import type { EpochMs, Fingerprint, SystemKey } from '../../core/events.ts';
import type { KeyedPrint } from '../../core/forms/match-submissions.ts';

export interface DigestRow {
  readonly systems: readonly SystemKey[];
  /** Days since 1970-01-01 of the Monday of the last week. */
  readonly week: number;
}

/** Where rows and keys are kept; each call is its own transaction. */
export interface DigestStore {
  get(digest: string): Promise<DigestRow | undefined>;
  put(digest: string, row: DigestRow): Promise<void>;
  keys(): Promise<readonly string[]>;
  delete(digest: string): Promise<void>;
  key(id: string): Promise<CryptoKey | undefined>;
  putKey(id: string, key: CryptoKey): Promise<void>;
  keyIds(): Promise<readonly string[]>;
  deleteKey(id: string): Promise<void>;
}

export interface DigestEffects {
  readonly store: DigestStore;
  /** A second store that dies with the browser, used when the owner wants repeats for this session only. */
  readonly session: DigestStore;
  readonly subtle: SubtleCrypto;
}

export interface Digests {
  key(prints: readonly Fingerprint[], now: EpochMs, sessionOnly: boolean): Promise<readonly KeyedPrint[]>;
  /** 48 bits under the key of the ledger's life, for labels and families. */
  lasting(text: string): Promise<string>;
  known(digests: readonly string[], sessionOnly: boolean): Promise<ReadonlyMap<string, readonly SystemKey[]>>;
  remember(prints: readonly KeyedPrint[], system: SystemKey, now: EpochMs, sessionOnly: boolean): Promise<void>;
  /** Deletes what is older than 35 days and the keys that nothing needs. */
  expire(now: EpochMs): Promise<void>;
}

const dayMs = 86_400_000;
const lookBackDays = 35;
const mondayOf = (now: EpochMs) => {
  const day = Math.floor(now / dayMs);
  // 1970-01-01 was a Thursday.
  return day - ((day + 3) % 7);
};
const epochOf = (now: EpochMs) => Math.floor(now / dayMs / lookBackDays);

export function openDigests({ store, session, subtle }: DigestEffects): Digests {
  const at = (sessionOnly: boolean) => (sessionOnly ? session : store);

  const keyNamed = async (where: DigestStore, id: string, make: boolean): Promise<CryptoKey | undefined> => {
    const found = await where.key(id);
    if (found !== undefined || !make) return found;
    // Only a key that lives in memory has to be taken out of its box.
    const key = await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, where === session, ['sign']);
    // Another message may have made it meanwhile: the first one stays.
    const other = await where.key(id);
    if (other !== undefined) return other;
    await where.putKey(id, key);
    return key;
  };

  const sign = async (key: CryptoKey, text: string, hexDigits: number) => {
    const bytes = new Uint8Array(await subtle.sign('HMAC', key, new TextEncoder().encode(text)));
    let hex = '';
    for (let i = 0; i < hexDigits / 2; i++) hex += (bytes[i] as number).toString(16).padStart(2, '0');
    return hex;
  };

  return {
    async key(prints, now, sessionOnly) {
      if (prints.length === 0) return [];
      const epoch = epochOf(now);
      const current = (await keyNamed(at(sessionOnly), `values ${epoch}`, true)) as CryptoKey;
      const last = await keyNamed(at(sessionOnly), `values ${epoch - 1}`, false);
      return Promise.all(
        prints.map(async ({ valueClass, hash }) => {
          const text = `${valueClass} ${hash}`;
          const digests = [`${epoch} ${valueClass} ${await sign(current, text, 6)}`];
          if (last !== undefined) digests.push(`${epoch - 1} ${valueClass} ${await sign(last, text, 6)}`);
          return { valueClass, digests };
        }),
      );
    },

    async lasting(text) {
      return sign((await keyNamed(store, 'labels', true)) as CryptoKey, text, 12);
    },

    async known(digests, sessionOnly) {
      const rows = await Promise.all(digests.map((d) => at(sessionOnly).get(d)));
      return new Map(rows.flatMap((row, i) => (row === undefined ? [] : [[digests[i] as string, row.systems]])));
    },

    async remember(prints, system, now, sessionOnly) {
      const week = mondayOf(now);
      for (const { digests } of prints) {
        const [digest] = digests;
        if (digest === undefined) continue;
        const row = await at(sessionOnly).get(digest);
        const systems = [...new Set([...(row?.systems ?? []), system])].sort();
        await at(sessionOnly).put(digest, { systems, week });
      }
    },

    async expire(now) {
      const epoch = epochOf(now);
      const oldest = Math.floor(now / dayMs) - lookBackDays;
      for (const digest of await store.keys()) {
        const row = await store.get(digest);
        if (row !== undefined && (row.week < oldest || Number(digest.split(' ')[0]) < epoch - 1))
          await store.delete(digest);
      }
      for (const id of await store.keyIds()) {
        const [use, of] = id.split(' ');
        if (use === 'values' && Number(of) < epoch - 1) await store.deleteKey(id);
      }
    },
  };
}
