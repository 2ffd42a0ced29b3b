/** A list of hosts in `storage.session`: memory, gone with the browser. */
export interface SessionList {
  read(): Promise<readonly string[]>;
  add(host: string): Promise<void>;
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
  };
};
