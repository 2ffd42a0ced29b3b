/**
 * Starts and stops the real worker (src/background/main.ts) in an in-memory browser. Every call to the browser, every
 * database request and every commit is a step. At any step a test can inject a fault: the storage fails, or the worker is
 * stopped. A stop is as abrupt as in a browser: no write is half done, open transactions are aborted, and the stopped
 * worker receives no more events.
 */
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { wipingName } from '../../src/background/removal/wipe-database.ts';
import { type BrowserState, type FakeBrowser, fakeBrowser, type Step } from './fake-browser.ts';

// Node has no `navigator.storage`.
Object.defineProperty(globalThis, 'navigator', {
  configurable: true,
  value: { storage: { estimate: async () => ({ usage: 0 }) } },
});

/** The fault at a step: none, a stop of the worker, or a failure of the storage with this error. */
export type Fault = 'none' | 'stop' | 'QuotaExceededError' | 'UnknownError';

/** The time from one start of the worker to its stop. */
export interface WorkerLifetime {
  readonly browser: FakeBrowser;
  isOver: boolean;
  /** Resolves when the worker is stopped. */
  readonly end: Promise<'stopped'>;
  readonly connections: Set<Connection>;
  stop(): void;
}

interface Connection {
  readonly name: string;
  close(): void;
  readonly _rawDatabase: { readonly transactions: readonly Transaction[] };
}
interface Transaction {
  readonly db: Connection;
  readonly mode: string;
  readonly _state: string;
  _abort(error: string | null): void;
}
interface Request {
  readonly transaction?: Transaction | null;
  result: unknown;
  error: unknown;
}
type Dispatching = { dispatchEvent(event: { readonly type: string }): boolean };

/** The worker lifetime of each connection and of each request that opens or deletes a database. */
const lifetimeOf = new WeakMap<object, WorkerLifetime>();
let current: WorkerLifetime | null = null;
let faultAt: (step: string) => Fault = () => 'none';

const dispatch = (IDBRequest.prototype as unknown as Dispatching).dispatchEvent;
/** Changes an event into an error event. fake-indexeddb does not export its event class. */
const asError = (event: object) => Object.assign(event, { type: 'error', bubbles: true, cancelable: true });

IDBFactory.prototype.deleteDatabase = ((remove) =>
  function (this: IDBFactory, ...args: Parameters<IDBFactory['deleteDatabase']>) {
    const request = remove.apply(this, args);
    if (current !== null) lifetimeOf.set(request, current);
    return request;
  })(IDBFactory.prototype.deleteDatabase);

IDBFactory.prototype.open = ((open) =>
  function (this: IDBFactory, ...args: Parameters<IDBFactory['open']>) {
    const request = open.apply(this, args);
    if (current !== null) lifetimeOf.set(request, current);
    return request;
  })(IDBFactory.prototype.open);

(IDBRequest.prototype as unknown as Dispatching).dispatchEvent = function (this: Request & object, event) {
  const opener = lifetimeOf.get(this);
  // A blocked request has no result yet, and reading it would throw an error.
  if (opener !== undefined && event.type !== 'blocked' && this.result instanceof IDBDatabase) {
    lifetimeOf.set(this.result, opener);
    const connection = this.result as unknown as Connection;
    opener.connections.add(connection);
    if (opener.isOver) connection.close();
  }
  const db = this.transaction?.db;
  const lifetime = opener ?? (db === undefined ? undefined : lifetimeOf.get(db));
  if (lifetime === undefined) return dispatch.call(this, event);
  if (lifetime.isOver) return true;
  // The temporary database of wipe-database.ts has hundreds of write requests. Of these, only the commits are steps.
  if (event.type !== 'success' || db?.name === wipingName) return dispatch.call(this, event);
  const isWrite = this.transaction?.mode === 'readwrite';
  const fault = faultAt(isWrite ? 'write' : 'read');
  if (fault === 'stop') {
    lifetime.stop();
    return true;
  }
  if (fault !== 'none' && isWrite) {
    this.result = undefined;
    this.error = new DOMException('no room', fault);
    const done = dispatch.call(this, asError(event) as typeof event);
    if (this.transaction?._state !== 'finished') this.transaction?._abort(fault);
    return done;
  }
  return dispatch.call(this, event);
};

(IDBTransaction.prototype as unknown as Dispatching).dispatchEvent = function (this: Transaction & object, event) {
  const lifetime = lifetimeOf.get(this.db);
  // The event at the end of an upgrade is always dispatched, because the next request to open the database waits for it.
  const isUpgrade = this.mode === 'versionchange';
  if (lifetime === undefined || (lifetime.isOver && isUpgrade)) return dispatch.call(this, event);
  if (lifetime.isOver) return true;
  if (event.type !== 'complete') return dispatch.call(this, event);
  const fault = faultAt(this.mode === 'readwrite' ? 'commit' : 'read');
  if (fault === 'stop') {
    lifetime.stop();
    return isUpgrade ? dispatch.call(this, event) : true;
  }
  if (fault !== 'none' && this.mode === 'readwrite') {
    this._abort(fault);
    return true;
  }
  return dispatch.call(this, event);
};

/**
 * Sets the function that decides the fault of each later step. Steps have names such as `local.set`, `local.set done`,
 * `read`, `write` and `commit`.
 */
export function injectFaults(decide: (step: string) => Fault): void {
  faultAt = decide;
}

const main = new URL('../../src/background/main.ts', import.meta.url).pathname;
let starts = 0;
vi.doMock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_, name) => Reflect.get(current?.browser.api ?? {}, name) }),
}));

/** Starts the worker, as the browser does when an event occurs and the worker is not running. */
export async function startWorker(state: BrowserState): Promise<WorkerLifetime> {
  let end: (result: 'stopped') => void = () => {};
  const lifetime: WorkerLifetime = {
    connections: new Set(),
    isOver: false,
    end: new Promise((resolve) => {
      end = resolve;
    }),
    stop() {
      lifetime.isOver = true;
      if (current === lifetime) current = null;
      end('stopped');
      for (const connection of lifetime.connections) {
        for (const tx of [...connection._rawDatabase.transactions])
          if (tx.db === connection && tx._state !== 'finished') tx._abort(null);
        connection.close();
      }
    },
    browser: undefined as never,
  };
  const step: Step = async (name, call) => {
    const apply = (fault: Fault) => {
      if (fault === 'stop') lifetime.stop();
      if (lifetime.isOver) return new Promise<never>(() => {});
      if (fault !== 'none' && name.endsWith('.set')) throw new DOMException('no room', fault);
      return null;
    };
    await apply(faultAt(name));
    const result = await call();
    await apply(faultAt(`${name} done`) === 'stop' ? 'stop' : 'none');
    return result;
  };
  Object.assign(lifetime, { browser: fakeBrowser(state, step) });
  current = lifetime;
  // Only main.ts is evaluated again. The modules that it imports keep no state.
  await import(/* @vite-ignore */ `${main}?start=${starts++}`);
  return lifetime;
}
