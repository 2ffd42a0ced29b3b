/** Who sent a message: a frame of a page, as the browser describes it. */
import type { Sender } from './receive-events.ts';

/** What the browser says of a sender; more than its types know. */
interface Described {
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
  readonly frameId?: number | undefined;
  readonly url?: string | undefined;
  readonly origin?: string;
  readonly documentId?: string;
  readonly documentLifecycle?: string;
}

/**
 * `said` is the origin of its top page as the frame itself knows it. The last words of a page that was left for another
 * come when the tab bears the other's address, and its top frame is not number 0 any more: there what the frame said
 * decides, and everywhere else where it is the frame's own origin, which the browser vouches for.
 */
export function senderOf(sender: Described, said?: unknown): Sender {
  const frame = sender.frameId ?? 0;
  const origin = sender.origin ?? sender.url ?? null;
  const wasLeft = ['cached', 'pending_deletion'].includes(sender.documentLifecycle ?? '');
  const isKnown = typeof said === 'string' && /^https?:/.test(said) && (wasLeft || said === origin);
  const address = frame === 0 ? sender.url : undefined;
  return {
    tab: sender.tab?.id ?? -1,
    frame,
    document: sender.documentId ?? String(frame),
    origin,
    top: isKnown ? said : (address ?? sender.tab?.url ?? null),
  };
}
