/**
 * Simulates the browser for the worker, in memory. Each call from the worker to the browser is a step, and a test can stop
 * the worker at each step.
 */
import { inMemoryArea } from './worker-context.ts';

type Listener = (...args: unknown[]) => unknown;

/** The state that the browser keeps after the worker is stopped. */
export interface BrowserState {
  readonly local: ReturnType<typeof inMemoryArea>;
  readonly session: ReturnType<typeof inMemoryArea>;
  /** Ids of the open tabs. */
  readonly tabs: Set<number>;
}
export const createBrowserState = (): BrowserState => ({
  local: inMemoryArea(),
  session: inMemoryArea(),
  tabs: new Set([1]),
});

export interface FakeBrowser {
  /** The object that `webextension-polyfill` exports. */
  readonly api: object;
  /** Raises an event by its name (e.g. `alarms.onAlarm`). Returns the result of its first listener. */
  raise(event: string, ...args: readonly unknown[]): unknown;
}

/** Runs a call to the browser. Can stop the worker before or after the call. */
export type Step = <T>(name: string, call: () => Promise<T>) => Promise<T>;

/** Creates the browser for one lifetime of the worker. */
export function fakeBrowser({ local, session, tabs }: BrowserState, step: Step): FakeBrowser {
  const listeners = new Map<string, Listener[]>();
  const event = (name: string) => ({
    addListener: (listener: Listener) => void listeners.set(name, [...(listeners.get(name) ?? []), listener]),
  });
  const area = (name: string, content: ReturnType<typeof inMemoryArea>) => ({
    get: (key: string | string[] | null) =>
      step(`${name}.get`, async () => {
        if (!Array.isArray(key)) return content.get(key);
        return Object.assign({}, ...(await Promise.all(key.map((k) => content.get(k)))));
      }),
    set: (items: Record<string, unknown>) => step(`${name}.set`, () => content.set(items)),
    remove: (keys: string | string[]) => step(`${name}.remove`, () => content.remove(keys)),
    clear: () => step(`${name}.clear`, async () => content.items.clear()),
    onChanged: event(`${name}.onChanged`),
  });
  const doNothing = async () => {};
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
    windows: { getLastFocused: async () => ({ id: 1, focused: true }) },
    alarms: { create() {}, clear: doNothing, onAlarm: event('alarms.onAlarm') },
    tabs: {
      // A query with a filter, for example for active tabs, returns no tabs.
      query: (filter: object) =>
        step('tabs.query', async () => (Object.keys(filter).length > 0 ? [] : [...tabs].map((id) => ({ id })))),
      create: doNothing,
      onActivated: event('tabs.onActivated'),
      onUpdated: event('tabs.onUpdated'),
      onRemoved: event('tabs.onRemoved'),
    },
    idle: {
      setDetectionInterval() {},
      queryState: async () => 'active',
      onStateChanged: event('idle.onStateChanged'),
    },
    action: new Proxy({}, { get: () => doNothing }),
    i18n: { getUILanguage: () => 'zh-CN' },
    management: { getSelf: async () => ({ installType: 'development' }) },
    scripting: {
      getRegisteredContentScripts: async () => [],
      unregisterContentScripts: doNothing,
      updateContentScripts: doNothing,
      registerContentScripts: doNothing,
      executeScript: doNothing,
    },
  };
  return {
    api,
    raise: (name, ...args) => (listeners.get(name) ?? []).map((listener) => listener(...args))[0],
  };
}
