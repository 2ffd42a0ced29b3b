/** Reads an element as a form field: its input type, its value, and the field that contains it. */
import { isNative } from '../frame/event-target.ts';

/** Returns the type of a native field, such as `checkbox`, `select-one` or `textarea`; '' for any other element. */
export const typeOf = (e: Element): string => (isNative(e) && (e as HTMLInputElement).type) || '';

/** Whether the type of an element is in a list such as `|checkbox|radio|`. */
export const isOneOf = (types: string, e: Element): boolean => types.includes(`|${typeOf(e)}|`);

/** Returns the value of a native field, or the text of any other element. */
export const fieldValue = (e: Element): string => (e as HTMLInputElement).value ?? e.textContent ?? '';

/** Returns the field that contains an element, or null. In a document in designMode the field is the body. */
export function fieldOf(e: Element | null): Element | null {
  if (e === null || isNative(e)) return e;
  if (e.ownerDocument.designMode === 'on') return e.ownerDocument.body;
  let outer: Element | null = (e as HTMLElement).isContentEditable ? e : null;
  while ((outer?.parentElement as HTMLElement | null)?.isContentEditable) outer = (outer as Element).parentElement;
  return outer;
}
