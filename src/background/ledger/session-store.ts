/** A list of hosts or tabs in `storage.session`: memory, gone with the browser. */
export interface SessionList {
  read(): Promise<readonly string[]>;
  add(host: string): Promise<void>;
  remove(host: string): Promise<void>;
}

interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export const sessionList = (area: Area, name: string): SessionList => {
  const read = async () => ((await area.get(name))[name] as readonly string[] | undefined) ?? [];
  return {
    read,
    add: async (host) => {
      const before = await read();
      if (!before.includes(host)) await area.set({ [name]: [...before, host] });
    },
    remove: async (host) => {
      const before = await read();
      if (before.includes(host)) await area.set({ [name]: before.filter((other) => other !== host) });
    },
  };
};

/** A number in `storage.session`. */
export interface SessionCount {
  read(): Promise<number>;
  add(): Promise<void>;
}

export const sessionCount = (area: Area, name: string): SessionCount => {
  const read = async () => ((await area.get(name))[name] as number | undefined) ?? 0;
  return { read, add: async () => area.set({ [name]: (await read()) + 1 }) };
};
