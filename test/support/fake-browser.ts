/**
 * The browser as the worker sees it, in memory: what it keeps outlives any number of lives of the worker. Every way out
 * of the worker is a step, and `beforeStep` may end its life there.
 */
import { areaInMemory } from './worker-context.ts';

type Listener = (...args: unknown[]) => unknown;

/** What the browser keeps, whatever becomes of the worker. */
export interface KeptByBrowser {
  readonly local: ReturnType<typeof areaInMemory>;
  readonly session: ReturnType<typeof areaInMemory>;
  /** Open tabs. */
  readonly tabs: Set<number>;
}
export const keptByBrowser = (): KeptByBrowser => ({
  local: areaInMemory(),
  session: areaInMemory(),
  tabs: new Set([1]),
});

export interface FakeBrowser {
  /** What `webextension-polyfill` exports. */
  readonly api: object;
  /** Raises an event, by its name (`alarms.onAlarm`); answers what the first listener does. */
  raise(event: string, ...args: readonly unknown[]): unknown;
}

/** Calls a way out of the worker, which may end its life before or after. */
export type Step = <T>(what: string, work: () => Promise<T>) => Promise<T>;

/** The browser as one life of the worker sees it. */
export function fakeBrowser({ local, session, tabs }: KeptByBrowser, step: Step): FakeBrowser {
  const listeners = new Map<string, Listener[]>();
  const event = (name: string) => ({
    addListener: (listener: Listener) => void listeners.set(name, [...(listeners.get(name) ?? []), listener]),
  });
  const area = (name: string, of: ReturnType<typeof areaInMemory>) => ({
    get: (key: string | string[] | null) =>
      step(`${name}.get`, async () => {
        if (!Array.isArray(key)) return of.get(key);
        return Object.assign({}, ...(await Promise.all(key.map((one) => of.get(one)))));
      }),
    set: (items: Record<string, unknown>) => step(`${name}.set`, () => of.set(items)),
    remove: (keys: string | string[]) => step(`${name}.remove`, () => of.remove(keys)),
    clear: () => step(`${name}.clear`, async () => of.held.clear()),
    onChanged: event(`${name}.onChanged`),
  });
  const nothing = async () => {};
  const api = {
    storage: {
      local: area('local', local),
      session: area('session', session),
      managed: { get: async () => ({}) },
      onChanged: event('storage.onChanged'),
    },
    runtime: {
      id: 'ledger',
      getURL: (path: string) => `chrome-extension://ledger/${path}`,
      getManifest: () => ({ content_scripts: [{ matches: ['http://*.stats.gov.cn/*'], js: ['main.js'] }] }),
      onMessage: event('runtime.onMessage'),
      onInstalled: event('runtime.onInstalled'),
      onStartup: event('runtime.onStartup'),
    },
    permissions: {
      contains: () => step('permissions.contains', async () => true),
      getAll: async () => ({ origins: [] }),
      onAdded: event('permissions.onAdded'),
      onRemoved: event('permissions.onRemoved'),
    },
    alarms: { create() {}, clear: nothing, onAlarm: event('alarms.onAlarm') },
    tabs: {
      // Nothing here asks for those in front or of an address.
      query: (wanted: object) =>
        step('tabs.query', async () => (Object.keys(wanted).length > 0 ? [] : [...tabs].map((id) => ({ id })))),
      create: nothing,
      onActivated: event('tabs.onActivated'),
      onUpdated: event('tabs.onUpdated'),
      onRemoved: event('tabs.onRemoved'),
    },
    idle: {
      setDetectionInterval() {},
      queryState: async () => 'active',
      onStateChanged: event('idle.onStateChanged'),
    },
    action: new Proxy({}, { get: () => nothing }),
    i18n: { getUILanguage: () => 'zh-CN' },
    management: { getSelf: async () => ({ installType: 'development' }) },
    scripting: {
      getRegisteredContentScripts: async () => [],
      unregisterContentScripts: nothing,
      updateContentScripts: nothing,
      registerContentScripts: nothing,
      executeScript: nothing,
    },
  };
  return {
    api,
    raise: (name, ...args) => (listeners.get(name) ?? []).map((listener) => listener(...args))[0],
  };
}
