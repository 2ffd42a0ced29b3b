/** A browser in memory with the lives of its worker, and a person who has agreed. */
import { deleteDB } from 'idb';
import { databaseName } from '../../src/background/ledger/database.ts';
import type { Answer, MessageName, Messages } from '../../src/messages.ts';
import { keptByBrowser } from './fake-browser.ts';
import { type Life, newLife } from './worker-lifetimes.ts';

export const noon = Date.parse('2026-03-06T12:00:00Z');
const host = 'lwzb.stats.gov.cn';
export const fromPage = {
  tab: { id: 1, url: `http://${host}/` },
  frameId: 0,
  documentId: 'd',
  origin: `http://${host}`,
  url: `http://${host}/`,
};
export const fromOwn = { id: 'ledger', url: 'chrome-extension://ledger/src/ui/popup/index.html' };

/** A browser and the lives of its worker. */
export function openWorld() {
  /** What the owner was told each time that something was refused. */
  const told: unknown[] = [];
  const kept = keptByBrowser();
  let life: Life | null = null;
  /** What the worker answers; `died` when its life ended over it. */
  const post = async (message: unknown, sender: object): Promise<unknown> => {
    life ??= await newLife(kept);
    return life.browser.raise('runtime.onMessage', structuredClone(message), sender);
  };
  async function send<N extends MessageName>(name: N, args: Parameters<Messages[N]>, sender: object = fromOwn) {
    life ??= await newLife(kept);
    const heard = Promise.resolve(life.browser.raise('runtime.onMessage', structuredClone({ name, args }), sender));
    const answer = (await Promise.race([heard, life.end])) as Answer<N> | 'died';
    if (answer === 'died') life = null;
    return answer;
  }
  /** Sends until it is answered, as pages do. */
  async function tell<N extends MessageName>(name: N, args: Parameters<Messages[N]>, sender: object = fromPage) {
    for (let tries = 0; ; tries++) {
      const answer = await send(name, args, sender);
      if (answer !== 'died' && 'ok' in answer) return answer.ok;
      if (answer !== 'died') {
        const state = await send('state.read', []);
        told.push(state !== 'died' && 'ok' in state ? state.ok.trouble : state);
      }
      if (tries > 3) throw new Error(`"${name}": ${JSON.stringify(answer)}`);
    }
  }
  const raise = async (event: string, ...args: unknown[]) => {
    life ??= await newLife(kept);
    life.browser.raise(event, ...args);
    // What events cause stands in line before the next message; without one nobody would know when it is done.
    if ((await Promise.race([send('settings.read', []), life.end])) === 'died') life = null;
  };
  /** The browser ends a worker that has nothing to do. */
  const sleep = () => {
    life?.die();
    life = null;
  };
  const close = async () => {
    sleep();
    await deleteDB(databaseName);
  };
  return { kept, told, post, send, tell, raise, sleep, close };
}
export type World = ReturnType<typeof openWorld>;
