/**
 * Stores digests and their keys for this browser session only, in `storage.session` (memory). `storage.session` can't
 * hold a `CryptoKey`, so the bytes of each key are stored.
 */
import type { DigestRow, DigestStore } from './digests.ts';

interface Area {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Creates a digest store in `area` (`storage.session`). */
export function createSessionDigests(area: Area, subtle: SubtleCrypto): DigestStore {
  const read = async (key: string) => (await area.get(key))[key];
  const keysWith = async (prefix: string) =>
    Object.keys(await area.get(null)).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  return {
    get: async (digest) => (await read(`digest:${digest}`)) as DigestRow | undefined,
    put: (digest, row) => area.set({ [`digest:${digest}`]: row }),
    allDigests: () => keysWith('digest:'),
    delete: (digest) => area.remove(`digest:${digest}`),
    async key(id) {
      const bytes = (await read(`key:${id}`)) as number[] | undefined;
      if (bytes === undefined) return undefined;
      return subtle.importKey('raw', new Uint8Array(bytes), { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']);
    },
    putKey: async (id, key) => area.set({ [`key:${id}`]: [...new Uint8Array(await subtle.exportKey('raw', key))] }),
    keyIds: () => keysWith('key:'),
    deleteKey: (id) => area.remove(`key:${id}`),
  };
}
