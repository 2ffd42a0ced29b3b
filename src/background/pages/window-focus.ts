/**
 * Answers whether the window of a page has the focus. `document.hasFocus()` of a page is false while the caret is in the
 * find bar, in the address bar or in docked developer tools, although the person still has the page in front.
 */
import type { Browser, Runtime } from 'webextension-polyfill';
import { idleSeconds } from '../../core/events.ts';
import type { WorkerContext } from '../ledger/worker-context.ts';

/** The part of `chrome.runtime` that the types of the package lack. Chromium has it since version 116. */
interface ContextList {
  getContexts?(filter: { contextTypes: ['POPUP'] }): Promise<readonly unknown[]>;
}

/**
 * Handles `page.focus`. While the computer is idle the answer is no, so that a page that was left with the caret in the
 * address bar does not keep the worker running.
 */
export async function hasWindowFocus({ browser }: WorkerContext, { tab }: Runtime.MessageSender): Promise<boolean> {
  if (tab?.windowId === undefined || !tab.active) return false;
  const [{ id, focused }, isInUse] = await Promise.all([browser.windows.getLastFocused(), isComputerInUse(browser)]);
  return id === tab.windowId && isInUse && (focused || (await hasOwnPopup(browser.runtime)));
}

/** Whether the computer had input in the last five minutes and its screen is not locked. */
export const isComputerInUse = async ({ idle }: Browser): Promise<boolean> =>
  (await idle.queryState(idleSeconds)) === 'active';

/**
 * Whether the popup of the extension is open. In Chromium a popup is a window of its own, and the window below it is not
 * focused. A popup closes when it loses the focus, so the window below it is the one that was focused last. The popups
 * of other extensions cannot be seen.
 */
async function hasOwnPopup(runtime: object): Promise<boolean> {
  const popups = await (runtime as ContextList).getContexts?.({ contextTypes: ['POPUP'] });
  return popups?.[0] !== undefined;
}
