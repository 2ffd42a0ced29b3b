/** What an event was meant for: its innermost element, the control it stands on, and the words on that. */

import { normalizeText } from '../../core/forms/field-kinds.ts';
import { isParents } from './inner-frames.ts';
import { later, soon } from './timers.ts';

const controls =
  'button,a,[type=button],[type=submit],[type=reset],[type=image],[role=button],[lay-submit],[onclick],[class*=btn]';

/** A form's own properties give way to fields of their name: a walk upwards must not be led back down. */
export const parentOf = (e: Element): Element | null => Reflect.get(Node.prototype, 'parentElement', e);

export const isNative = (e: Element) => /^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName);

/**
 * The root inside an element, closed ones too: the browser lets extensions look, and no page. Chromium's function for it
 * costs milliseconds when it is first touched, so it is asked about custom elements only.
 */
export const rootOf = (e: Element): ShadowRoot | null | undefined =>
  e.shadowRoot ??
  // Firefox has a property for it, Chromium a function that takes nothing but HTML.
  (e as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ??
  (/^[A-Z].*-/.test(e.tagName) ? globalThis.chrome?.dom?.openOrClosedShadowRoot?.(e as HTMLElement) : null);

/** The element with the focus inside one, roots included. What happens in a closed root names its host only. */
export function innermost(outer: Element | null): Element | null {
  const inner = outer && rootOf(outer)?.activeElement;
  return inner ? innermost(inner) : outer;
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
  const known = new WeakMap<Event, T>();
  return (event) => {
    if (!known.has(event)) known.set(event, look(event));
    return known.get(event) as T;
  };
}

/** Files that were given, and by what path: a library may put another chooser in the place of a used one. */
export const filesIn = once((event) => {
  const { files } = (event as ClipboardEvent).clipboardData ?? (event.target as HTMLInputElement);
  return files?.[0] && { count: files.length, path: event.composedPath() as Element[] };
});

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
export const sight = {
  rootOf,
  innermost,
  targetOf,
  wordsOn,
  filesIn,
  isParents,
  isShown,
  later,
  soon,
  plainText: normalizeText,
};
