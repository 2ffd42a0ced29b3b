/**
 * Runs the real worker in an in-memory browser. As in a browser, a message or event starts the worker if the worker is
 * not running.
 */
import { deleteDB } from 'idb';
import { databaseName } from '../../src/background/ledger/database.ts';
import type { Answer, MessageName, Messages } from '../../src/messages.ts';
import { createBrowserState } from './fake-browser.ts';
import { startWorker, type WorkerLifetime } from './worker-lifetimes.ts';

export const noon = Date.parse('2026-03-06T12:00:00Z');
const host = 'lwzb.stats.gov.cn';

/** The sender of messages from a portal page. */
export const fromPage = {
  tab: { id: 1, url: `http://${host}/` },
  frameId: 0,
  documentId: 'd',
  origin: `http://${host}`,
  url: `http://${host}/`,
};

/** The sender of messages from one of the extension's own pages. */
export const fromOwn = { id: 'ledger', url: 'chrome-extension://ledger/src/ui/popup/index.html' };

export function openInMemoryWorker() {
  /** For each error answer that `request` received, the storage fault that the state contained after that. */
  const faultsShown: unknown[] = [];
  const state = createBrowserState();
  let lifetime: WorkerLifetime | null = null;

  /** Sends any value as a message. Resolves to the worker's answer. */
  const sendRaw = async (message: unknown, sender: object): Promise<unknown> => {
    lifetime ??= await startWorker(state);
    return lifetime.browser.raise('runtime.onMessage', structuredClone(message), sender);
  };

  /** Sends a message once. Resolves to the worker's answer, or to `stopped` if the worker was stopped meanwhile. */
  async function send<N extends MessageName>(name: N, args: Parameters<Messages[N]>, sender: object = fromOwn) {
    lifetime ??= await startWorker(state);
    const { browser, end } = lifetime;
    const answered = Promise.resolve(browser.raise('runtime.onMessage', structuredClone({ name, args }), sender));
    const answer = (await Promise.race([answered, end])) as Answer<N> | 'stopped';
    if (answer === 'stopped') lifetime = null;
    return answer;
  }

  /** Sends a message, as pages do, until it is answered without an error. Throws after five tries. */
  async function request<N extends MessageName>(name: N, args: Parameters<Messages[N]>, sender: object = fromPage) {
    for (let tries = 0; ; tries++) {
      const answer = await send(name, args, sender);
      if (answer !== 'stopped' && 'ok' in answer) return answer.ok;
      if (answer !== 'stopped') {
        const shown = await send('state.read', []);
        faultsShown.push(shown !== 'stopped' && 'ok' in shown ? shown.ok.trouble : shown);
      }
      if (tries > 3) throw new Error(`"${name}": ${JSON.stringify(answer)}`);
    }
  }

  /** Raises an event of the browser, and waits until the worker has handled it. */
  const raise = async (event: string, ...args: unknown[]) => {
    lifetime ??= await startWorker(state);
    lifetime.browser.raise(event, ...args);
    // The queue runs the tasks of the event before this message. When the message is answered, the tasks are done.
    if ((await Promise.race([send('settings.read', []), lifetime.end])) === 'stopped') lifetime = null;
  };

  /** Stops the worker, as the browser does when it is idle. */
  const stop = () => {
    lifetime?.stop();
    lifetime = null;
  };

  /** Stops the worker and deletes its database. */
  const close = async () => {
    stop();
    await deleteDB(databaseName);
  };
  return { state, faultsShown, sendRaw, send, request, raise, stop, close };
}
export type InMemoryWorker = ReturnType<typeof openInMemoryWorker>;
