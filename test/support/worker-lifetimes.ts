/**
 * Lives of the real worker (src/background/main.ts) on a browser in memory. Each of its ways out is a step: every call
 * of the browser, every request and every commit of the database. At any step its life may end, as abruptly as
 * browsers end it: what was asked of the disk is done or is not, transactions that were open are not, and nothing that
 * happens later reaches the life that is over. Or the disk may be full there.
 */
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { wipingName } from '../../src/background/ledger/wipe-database.ts';
import { type FakeBrowser, fakeBrowser, type KeptByBrowser, type Step } from './fake-browser.ts';

// Node has none, or one that keeps nothing.
Object.defineProperty(globalThis, 'navigator', {
  configurable: true,
  value: { storage: { estimate: async () => ({ usage: 0 }) } },
});

/** What happens at a step: nothing out of the way, the end of the life, or an error of the storage. */
export type Fate = 'none' | 'death' | 'QuotaExceededError' | 'UnknownError';

export interface Life {
  readonly browser: FakeBrowser;
  isOver: boolean;
  /** Resolves when it is. */
  readonly end: Promise<'died'>;
  readonly connections: Set<Connection>;
  die(): void;
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

/** Of connections, and of requests to open one. */
const livesOf = new WeakMap<object, Life>();
let current: Life | null = null;
let fateOf: (what: string) => Fate = () => 'none';

const pass = (IDBRequest.prototype as unknown as Dispatching).dispatchEvent;
/** An error event in the place of another; the class itself is not exported. */
const failing = (event: object) => Object.assign(event, { type: 'error', bubbles: true, cancelable: true });

IDBFactory.prototype.deleteDatabase = ((remove) =>
  function (this: IDBFactory, ...args: Parameters<IDBFactory['deleteDatabase']>) {
    const request = remove.apply(this, args);
    if (current !== null) livesOf.set(request, current);
    return request;
  })(IDBFactory.prototype.deleteDatabase);

IDBFactory.prototype.open = ((open) =>
  function (this: IDBFactory, ...args: Parameters<IDBFactory['open']>) {
    const request = open.apply(this, args);
    if (current !== null) livesOf.set(request, current);
    return request;
  })(IDBFactory.prototype.open);

(IDBRequest.prototype as unknown as Dispatching).dispatchEvent = function (this: Request & object, event) {
  const opener = livesOf.get(this);
  // One that is blocked has no result yet, and says so by throwing.
  if (opener !== undefined && event.type !== 'blocked' && this.result instanceof IDBDatabase) {
    livesOf.set(this.result, opener);
    const connection = this.result as unknown as Connection;
    opener.connections.add(connection);
    if (opener.isOver) connection.close();
  }
  const of = this.transaction?.db;
  const life = opener ?? (of === undefined ? undefined : livesOf.get(of));
  if (life === undefined) return pass.call(this, event);
  if (life.isOver) return true;
  // Hundreds of requests that write nothing of anybody's (wipe.ts): its commits are steps enough.
  if (event.type !== 'success' || of?.name === wipingName) return pass.call(this, event);
  const writes = this.transaction?.mode === 'readwrite';
  const fate = fateOf(writes ? 'write' : 'read');
  if (fate === 'death') {
    life.die();
    return true;
  }
  if (fate !== 'none' && writes) {
    this.result = undefined;
    this.error = new DOMException('no room', fate);
    const done = pass.call(this, failing(event) as typeof event);
    if (this.transaction?._state !== 'finished') this.transaction?._abort(fate);
    return done;
  }
  return pass.call(this, event);
};

(IDBTransaction.prototype as unknown as Dispatching).dispatchEvent = function (this: Transaction & object, event) {
  const life = livesOf.get(this.db);
  // How an upgrade ends the browser itself waits for: whoever opens the database next stands in line behind it.
  const isUpgrade = this.mode === 'versionchange';
  if (life === undefined || (life.isOver && isUpgrade)) return pass.call(this, event);
  if (life.isOver) return true;
  if (event.type !== 'complete') return pass.call(this, event);
  const fate = fateOf(this.mode === 'readwrite' ? 'commit' : 'read');
  if (fate === 'death') {
    life.die();
    return isUpgrade ? pass.call(this, event) : true;
  }
  if (fate !== 'none' && this.mode === 'readwrite') {
    this._abort(fate);
    return true;
  }
  return pass.call(this, event);
};

/** Says what happens at each step from now on. */
export function decideFates(decide: (what: string) => Fate): void {
  fateOf = decide;
}

const main = new URL('../../src/background/main.ts', import.meta.url).pathname;
let lives = 0;
vi.doMock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_, name) => Reflect.get(current?.browser.api ?? {}, name) }),
}));

/** Starts the worker anew, as the browser does for the next event. */
export async function newLife(kept: KeptByBrowser): Promise<Life> {
  let end: (how: 'died') => void = () => {};
  const life: Life = {
    connections: new Set(),
    isOver: false,
    end: new Promise((done) => {
      end = done;
    }),
    die() {
      life.isOver = true;
      if (current === life) current = null;
      end('died');
      for (const connection of life.connections) {
        for (const tx of [...connection._rawDatabase.transactions])
          if (tx.db === connection && tx._state !== 'finished') tx._abort(null);
        connection.close();
      }
    },
    browser: undefined as never,
  };
  const step: Step = async (what, work) => {
    const meet = (fate: Fate) => {
      if (fate === 'death') life.die();
      if (life.isOver) return new Promise<never>(() => {});
      if (fate !== 'none' && what.endsWith('.set')) throw new DOMException('no room', fate);
      return null;
    };
    await meet(fateOf(what));
    const done = await work();
    await meet(fateOf(`${what} done`) === 'death' ? 'death' : 'none');
    return done;
  };
  Object.assign(life, { browser: fakeBrowser(kept, step) });
  current = life;
  // The module of the worker alone is made anew: what it imports keeps nothing.
  await import(/* @vite-ignore */ `${main}?life=${lives++}`);
  return life;
}
