/** Sends messages from the extension's own pages (popup, dashboard, consent page) to the service worker. */
import type { Envelope, MessageName, Messages } from '../messages.ts';
import { ask } from '../messages.ts';

/** Sends a message; resolves with the answer as the worker sent it. */
export type Send = (message: Envelope) => Promise<unknown>;
/** Sends one message and resolves with its answer; rejects with the worker's error. */
export type AskWorker = <N extends MessageName>(
  name: N,
  ...args: Parameters<Messages[N]>
) => Promise<Awaited<ReturnType<Messages[N]>>>;

/** Returns a typed function that sends messages. `send` is the browser's `sendMessage`. */
export const createAsk =
  (send: Send): AskWorker =>
  (name, ...args) =>
    ask(send as Parameters<typeof ask>[0], name, ...args) as never;
