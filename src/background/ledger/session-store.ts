/**
 * Stores lists and counts in `storage.session`. This area is memory. Its content survives a restart of the worker, but
 * not a restart of the browser.
 */

/** A list of hosts or tabs without duplicates. */
export interface SessionList {
  read(): Promise<readonly string[]>;
  add(item: string): Promise<void>;
  remove(item: string): Promise<void>;
}

interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** Creates access to the list that is stored under the key `name` of `area` (`storage.session`). */
export const createSessionList = (area: Area, name: string): SessionList => {
  const read = async () => ((await area.get(name))[name] as readonly string[] | undefined) ?? [];
  return {
    read,
    add: async (item) => {
      const before = await read();
      if (!before.includes(item)) await area.set({ [name]: [...before, item] });
    },
    remove: async (item) => {
      const before = await read();
      if (before.includes(item)) await area.set({ [name]: before.filter((other) => other !== item) });
    },
  };
};

/** A count that starts at 0. */
export interface SessionCount {
  read(): Promise<number>;
  /** Adds 1 to the count. */
  add(): Promise<void>;
}

/** Creates access to the count that is stored under the key `name` of `area` (`storage.session`). */
export const createSessionCount = (area: Area, name: string): SessionCount => {
  const read = async () => ((await area.get(name))[name] as number | undefined) ?? 0;
  return { read, add: async () => area.set({ [name]: (await read()) + 1 }) };
};
