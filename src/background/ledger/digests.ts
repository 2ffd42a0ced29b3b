/**
 * Keyed digests of entered values. For each digest, a `DigestRow` holds the systems in which a value with this digest
 * was submitted successfully, and the week of the latest such submission. A row holds no value, no exact time and no
 * link to an event. The key changes every 35 days. A value is looked up under the current key and the previous key.
 * docs/privacy-model.md, "Repeat digests"
 */
import type { EpochMs, Fingerprint, SystemKey } from '../../core/events.ts';
import { lookBackDays } from '../../core/forms/judge-repeats.ts';
import type { KeyedPrint } from '../../core/forms/match-submissions.ts';
import { mondayOf } from '../../core/forms/repeat-ledger.ts';

/** What is stored for a digest. */
export interface DigestRow {
  readonly systems: readonly SystemKey[];
  /** The Monday of the week of the latest submission, in days since 1970-01-01. */
  readonly week: number;
}

/** A store of digest rows and keys. Each call runs in a separate transaction. */
export interface DigestStore {
  get(digest: string): Promise<DigestRow | undefined>;
  put(digest: string, row: DigestRow): Promise<void>;
  allDigests(): Promise<readonly string[]>;
  delete(digest: string): Promise<void>;
  key(id: string): Promise<CryptoKey | undefined>;
  putKey(id: string, key: CryptoKey): Promise<void>;
  keyIds(): Promise<readonly string[]>;
  deleteKey(id: string): Promise<void>;
}

/** What `openDigests` needs. */
export interface DigestEffects {
  readonly store: DigestStore;
  /**
   * A second store, which is cleared when the browser closes. It is used when the owner wants repeats for this browser
   * session only.
   */
  readonly session: DigestStore;
  readonly subtle: SubtleCrypto;
}

/**
 * Makes digests of values, and remembers in which systems these values were submitted. `sessionOnly` selects the
 * session store.
 */
export interface Digests {
  /**
   * Returns the digests of each fingerprint: the first digest is under the current key, and the second is under the
   * previous key if there is one.
   */
  digestsOf(prints: readonly Fingerprint[], now: EpochMs, sessionOnly: boolean): Promise<readonly KeyedPrint[]>;
  /**
   * Returns a 48-bit digest under the key that never changes, as 12 hexadecimal digits. Used for labels, families and
   * systems.
   */
  lastingDigest(text: string): Promise<string>;
  /** Returns the systems in which each digest was submitted. Leaves out unknown digests. */
  systemsOf(digests: readonly string[], sessionOnly: boolean): Promise<ReadonlyMap<string, readonly SystemKey[]>>;
  /** Stores that these values were submitted in a system. */
  remember(prints: readonly KeyedPrint[], system: SystemKey, now: EpochMs, sessionOnly: boolean): Promise<void>;
  /** Deletes digests older than 35 days, and keys that `digestsOf` no longer uses. */
  expire(now: EpochMs): Promise<void>;
}

const dayMs = 86_400_000;
/** Returns the number of the 35-day period that a time falls into. Each period has a separate key. */
const epochOf = (now: EpochMs) => Math.floor(now / dayMs / lookBackDays);

/**
 * Creates the functions for digests. They use `store`, or `session` when `sessionOnly` is true. Keys are created when
 * they are first needed.
 */
export function openDigests({ store, session, subtle }: DigestEffects): Digests {
  const storeFor = (sessionOnly: boolean) => (sessionOnly ? session : store);

  const findKey = async (target: DigestStore, id: string, create: boolean): Promise<CryptoKey | undefined> => {
    const found = await target.key(id);
    if (found !== undefined || !create) return found;
    // A session key must be extractable, because `storage.session` holds its bytes.
    const key = await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, target === session, ['sign']);
    // Another task may have created the key in the meantime. Then that key is used.
    const other = await target.key(id);
    if (other !== undefined) return other;
    await target.putKey(id, key);
    return key;
  };

  const sign = async (key: CryptoKey, text: string, hexDigits: number) => {
    const bytes = new Uint8Array(await subtle.sign('HMAC', key, new TextEncoder().encode(text)));
    let hex = '';
    for (let i = 0; i < hexDigits / 2; i++) hex += (bytes[i] as number).toString(16).padStart(2, '0');
    return hex;
  };

  return {
    async digestsOf(prints, now, sessionOnly) {
      if (prints.length === 0) return [];
      const epoch = epochOf(now);
      const current = (await findKey(storeFor(sessionOnly), `values ${epoch}`, true)) as CryptoKey;
      const previous = await findKey(storeFor(sessionOnly), `values ${epoch - 1}`, false);
      return Promise.all(
        prints.map(async ({ valueClass, hash }) => {
          const text = `${valueClass} ${hash}`;
          const digests = [`${epoch} ${valueClass} ${await sign(current, text, 6)}`];
          if (previous !== undefined) digests.push(`${epoch - 1} ${valueClass} ${await sign(previous, text, 6)}`);
          return { valueClass, digests };
        }),
      );
    },

    async lastingDigest(text) {
      return sign((await findKey(store, 'labels', true)) as CryptoKey, text, 12);
    },

    async systemsOf(digests, sessionOnly) {
      const rows = await Promise.all(digests.map((d) => storeFor(sessionOnly).get(d)));
      return new Map(rows.flatMap((row, i) => (row === undefined ? [] : [[digests[i] as string, row.systems]])));
    },

    async remember(prints, system, now, sessionOnly) {
      const week = mondayOf(now);
      for (const { digests } of prints) {
        const [digest] = digests;
        if (digest === undefined) continue;
        const row = await storeFor(sessionOnly).get(digest);
        const systems = [...new Set([...(row?.systems ?? []), system])].sort();
        await storeFor(sessionOnly).put(digest, { systems, week });
      }
    },

    async expire(now) {
      const epoch = epochOf(now);
      const oldest = Math.floor(now / dayMs) - lookBackDays;
      for (const digest of await store.allDigests()) {
        const row = await store.get(digest);
        if (row !== undefined && (row.week < oldest || Number(digest.split(' ')[0]) < epoch - 1))
          await store.delete(digest);
      }
      for (const id of await store.keyIds()) {
        const [use, period] = id.split(' ');
        if (use === 'values' && Number(period) < epoch - 1) await store.deleteKey(id);
      }
    },
  };
}
