/** What an element is as a field: its kind of input, its value, and the field that it is a part of. */
import { isNative } from '../frame/event-target.ts';

/** The type of an input; `select-one`, `textarea`, or an empty string for other elements. */
export const typeOf = (e: Element): string => (isNative(e) && (e as HTMLInputElement).type) || '';

/** Whether the type of an element is in a list such as `|checkbox|radio|`. */
export const isOneOf = (types: string, e: Element): boolean => types.includes(`|${typeOf(e)}|`);

/** The value of a native field, or the text of any other element. */
export const fieldValue = (e: Element): string => (e as HTMLInputElement).value ?? e.textContent ?? '';

/** The field that an element is part of, or null. A document in designMode counts as its body. */
export function fieldOf(e: Element | null): Element | null {
  if (e === null || isNative(e)) return e;
  if (e.ownerDocument.designMode === 'on') return e.ownerDocument.body;
  let outer: Element | null = (e as HTMLElement).isContentEditable ? e : null;
  while ((outer?.parentElement as HTMLElement | null)?.isContentEditable) outer = (outer as Element).parentElement;
  return outer;
}
