/** The types of the functions that handle messages from the extension's own pages. */
import type { OwnMessages } from '../../messages.ts';

type AllHandlers = {
  [N in keyof OwnMessages]: (...args: Parameters<OwnMessages[N]>) => Promise<Awaited<ReturnType<OwnMessages[N]>>>;
};

/**
 * The handlers of some messages, by the name of the message. Each file of handlers/ defines the handlers of one topic.
 */
export type Handlers<N extends keyof OwnMessages> = Pick<AllHandlers, N>;
