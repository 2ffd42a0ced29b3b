/** The type of the handlers of our own pages' messages. */
import type { OwnMessages } from '../../messages.ts';

type AllHandlers = {
  [N in keyof OwnMessages]: (...args: Parameters<OwnMessages[N]>) => Promise<Awaited<ReturnType<OwnMessages[N]>>>;
};

/** The handlers of some messages, by name. Each file of handlers/ has those of one topic. */
export type Handlers<N extends keyof OwnMessages> = Pick<AllHandlers, N>;
