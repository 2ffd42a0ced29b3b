/** The worker, as our own pages reach it. */
import type { Envelope, MessageName, Messages } from '../messages.ts';
import { ask } from '../messages.ts';

export type Send = (message: Envelope) => Promise<unknown>;
export type Asker = <N extends MessageName>(
  name: N,
  ...args: Parameters<Messages[N]>
) => Promise<Awaited<ReturnType<Messages[N]>>>;

export const asker =
  (send: Send): Asker =>
  (name, ...args) =>
    ask(send as Parameters<typeof ask>[0], name, ...args) as never;
