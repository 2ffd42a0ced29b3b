/** What an event was meant for: its innermost element, the control it stands on, and the words on that. */

import { plainText } from '../core/field-kinds.ts';
import { isParents } from './inner-frames.ts';
import { later, soon } from './later.ts';

const controls =
  'button,a,[type=button],[type=submit],[type=reset],[type=image],[role=button],[lay-submit],[onclick],[class*=btn]';

/** A form's own properties give way to fields of their name: a walk upwards must not be led back down. */
export const parentOf = (e: Element): Element | null => Reflect.get(Node.prototype, 'parentElement', e);

export const isNative = (e: Element) => /^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName);

/**
 * The root inside an element, closed ones too: the browser lets extensions look, and no page. Chromium's function for it
 * costs milliseconds when it is first touched, so it is asked about custom elements only.
 */
export const rootOf = (e: Element): ShadowRoot | null =>
  e.shadowRoot ??
  // Firefox has a property for it, Chromium a function that takes nothing but HTML.
  (e as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ??
  (/^[A-Z].*-/.test(e.tagName) ? globalThis.chrome?.dom?.openOrClosedShadowRoot?.(e as HTMLElement) : null) ??
  null;

/** The element with the focus inside one, roots included. What happens in a closed root names its host only. */
export function innermost(outer: Element | null): Element | null {
  let found = outer;
  for (let e = outer; e; e = rootOf(e)?.activeElement ?? null) found = e;
  return found;
}

/** The innermost element an event was meant for. */
export function targetOf(event: Event): Element | null {
  // An event that is over has no path any more.
  const node = (event.composedPath()[0] ?? event.target) as Node | null;
  return innermost(node?.nodeType === 1 ? (node as Element) : (node?.parentElement ?? null));
}

export const isShown = (e: Element): boolean => e.isConnected && e.getClientRects().length > 0;

interface Control {
  readonly element: Element;
  readonly words: string;
}

/** Looks at an event when it is first asked, and knows it later: a page may write 已签到 on a control at once. */
function once<T>(look: (event: Event) => T): (event: Event) => T {
  const known = new WeakMap<Event, { readonly is: T }>();
  return (event) => {
    let found = known.get(event);
    if (!found) {
      found = { is: look(event) };
      known.set(event, found);
    }
    return found.is;
  };
}

/** How many files were given, or nothing where none could be. */
export const filesIn = once(
  (event) => ((event as ClipboardEvent).clipboardData ?? (event.target as HTMLInputElement)).files?.length,
);

/** Null when the click was on nothing that acts. The words are cut at 40 characters and never leave the page. */
export const wordsOn = once(controlAt);

function controlAt(event: Event): Control | null {
  const element = targetOf(event)?.closest<HTMLElement>(controls);
  if (!element) return null;
  const words =
    (element as HTMLInputElement).value ||
    element.textContent ||
    element.getAttribute('aria-label') ||
    element.title ||
    '';
  return { element, words: String(words).slice(0, 40) };
}

/** Handed on in the room, so that the scripts that are called need not bring it along once more. */
export const sight = { rootOf, innermost, targetOf, wordsOn, filesIn, isParents, isShown, later, soon, plainText };
