/**
 * Reads from an event the innermost element, the control around this element with the control's text, and the files.
 */

import { normalizeText } from '../../core/forms/field-labels.ts';
import { isInnerFrame } from './inner-frames.ts';
import { coalesce, delay } from './timers.ts';

const controls =
  'button,a,uni-button,[type=button],[type=submit],[type=reset],[type=image],[role=button],[role=tab],[role^=menuitem],[lay-submit],[onclick],[class*=btn],[class*=button]';
/** Attributes that name a control which shows no text. */
const names = ['aria-label', 'title', 'alt'];

/**
 * Returns the parent element. A form has its fields as properties, so a field named `parentElement` would hide the real
 * property.
 */
export const parentOf = (e: Element): Element | null => Reflect.get(Node.prototype, 'parentElement', e);

/** Whether an element is a native field. */
export const isNative = (e: Element) => /^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName);

/**
 * Returns the shadow root of an element, including a closed one: browsers show closed roots to extensions, but not to
 * pages. The first call of Chromium's function takes milliseconds, so it is called only for custom elements.
 */
export const rootOf = (e: Element): ShadowRoot | null | undefined =>
  e.shadowRoot ??
  // Firefox has a property for this. Chromium has a function that accepts only HTML elements.
  (e as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ??
  (/^[A-Z].*-/.test(e.tagName) ? globalThis.chrome?.dom?.openOrClosedShadowRoot?.(e as HTMLElement) : null);

/**
 * Returns the focused element inside an element, across shadow roots. Events from a closed root name only the host of
 * the root.
 */
export function innermost(outer: Element | null): Element | null {
  const inner = outer && rootOf(outer)?.activeElement;
  return inner ? innermost(inner) : outer;
}

/** Returns the innermost element at which an event happened, or null. */
export function targetOf(event: Event): Element | null {
  // After an event was dispatched, its path is empty.
  const node = (event.composedPath()[0] ?? event.target) as Node | null;
  return innermost(node?.nodeType === 1 ? (node as Element) : (node?.parentElement ?? null));
}

/** Whether an element is in the document and has a box. */
export const isShown = (e: Element): boolean => e.isConnected && e.getClientRects().length > 0;

/** The text of a control is cut at this many characters. */
const maxCharacters = 40;

interface Control {
  readonly element: Element;
  readonly words: string;
  /** Whether the element is a control by its tag, role or class, and not only by its pointer. */
  readonly isControl: boolean;
}

/** Memoizes results per event, because the page may change the text of a control at once (to 已签到, for example). */
function memoizePerEvent<T>(compute: (event: Event) => T): (event: Event) => T {
  const results = new WeakMap<Event, T>();
  return (event) => {
    if (!results.has(event)) results.set(event, compute(event));
    return results.get(event) as T;
  };
}

/**
 * Returns the number of files that an event carries and the path of the event, or a falsy value if there are no files.
 * The path is needed because a library may replace a file chooser after its use.
 */
export const filesOf = memoizePerEvent((event) => {
  const { files } = (event as ClipboardEvent).clipboardData ?? (event.target as HTMLInputElement);
  return files?.[0] && { count: files.length, path: event.composedPath() as Element[] };
});

/**
 * Returns the control that was pressed and its text, or null if the event did not happen on a control. The text is cut
 * at 40 characters and never leaves the page.
 */
export const controlOf = memoizePerEvent(findControl);

function findControl(event: Event): Control | null {
  const target = targetOf(event);
  let element = target?.closest(controls) ?? null;
  const isControl = element !== null;
  // A page may make a control of any element. Such an element has the pointer of a link.
  if (!element)
    for (
      let e = target;
      e && getComputedStyle(e).cursor === 'pointer' && textOf(e).length <= maxCharacters;
      e = parentOf(e)
    )
      element = e;
  if (!element) return null;
  // A button in the shadow root of a custom element shows the text of that element.
  const host = (element.getRootNode() as ShadowRoot).host;
  return { element, isControl, words: String(nameOf(element) || (host && nameOf(host)) || '').slice(0, maxCharacters) };
}

const textOf = (e: Element) => (e.textContent as string).trim();

/** Returns the text of a control, or the name of the icon or image that it shows; a falsy value if it has neither. */
export function nameOf(e: Element): string | undefined {
  const named = [e, ...e.querySelectorAll('[aria-label],[title],[alt],i,svg')];
  return (
    textOf(e) ||
    (e as HTMLInputElement).value ||
    named.flatMap((inner) => names.map((name) => inner.getAttribute(name))).find((name) => name) ||
    // The last word of an icon's class: `el-icon-search`, `fa fa-save`.
    named.map((inner) => /[a-z]+$/i.exec(inner.getAttribute('class') ?? '')?.[0]).at(-1)
  );
}

/**
 * The functions that are part of the frame context, so that scripts loaded on demand need not contain them again.
 */
export const dom = {
  rootOf,
  innermost,
  targetOf,
  controlOf,
  nameOf,
  filesOf,
  isInnerFrame,
  isShown,
  delay,
  coalesce,
  normalizeText,
};
