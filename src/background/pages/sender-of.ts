/** Identifies the frame that sent a message, from the fields that the browser sets. */
import type { Sender } from './receive-events.ts';

/** `runtime.MessageSender` with the fields that are missing in the types of the package. */
interface BrowserSender {
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
  readonly frameId?: number | undefined;
  readonly url?: string | undefined;
  readonly origin?: string;
  readonly documentId?: string;
  readonly documentLifecycle?: string;
}

/**
 * Returns the frame that sent a message. `claimedTop` is the origin of the top page, as the frame states it. It is used
 * for a page that the person has left: the final message of such a page arrives when the tab already has the next
 * address, and its top frame no longer has the number 0. For a page that is still shown, `claimedTop` is used only when
 * it equals the frame's own origin, which the browser confirms.
 */
export function senderOf(sender: BrowserSender, claimedTop?: unknown): Sender {
  const frame = sender.frameId ?? 0;
  const origin = sender.origin ?? sender.url ?? null;
  const wasLeft = ['cached', 'pending_deletion'].includes(sender.documentLifecycle ?? '');
  const isTrusted = typeof claimedTop === 'string' && /^https?:/.test(claimedTop) && (wasLeft || claimedTop === origin);
  const address = frame === 0 ? sender.url : undefined;
  return {
    tab: sender.tab?.id ?? -1,
    frame,
    document: sender.documentId ?? String(frame),
    origin,
    top: isTrusted ? claimedTop : (address ?? sender.tab?.url ?? null),
  };
}
