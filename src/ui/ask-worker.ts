/** The worker, as our own pages reach it. */
import type { Envelope, MessageName, Messages } from '../messages.ts';
import { ask } from '../messages.ts';

export type Send = (message: Envelope) => Promise<unknown>;

export const asker =
  (send: Send) =>
  <N extends MessageName>(name: N, ...args: Parameters<Messages[N]>) =>
    ask(send as (message: Envelope<N>) => Promise<unknown>, name, ...args);
