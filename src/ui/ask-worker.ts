/** The worker, as our own pages reach it. */
import type { Envelope, MessageName, Messages } from '../messages.ts';
import { ask } from '../messages.ts';

export type Send = (message: Envelope) => Promise<unknown>;
export type AskWorker = <N extends MessageName>(
  name: N,
  ...args: Parameters<Messages[N]>
) => Promise<Awaited<ReturnType<Messages[N]>>>;

export const createAsk =
  (send: Send): AskWorker =>
  (name, ...args) =>
    ask(send as Parameters<typeof ask>[0], name, ...args) as never;
