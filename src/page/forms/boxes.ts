/** Finds the dialog and the box that an element is in. */
import type { FormWords } from '../../core/forms/form-words.ts';
import { parentOf } from '../frame/event-target.ts';
import { closestAcrossRoots, shadowHostOf } from '../frame/inner-frames.ts';

/** A box that is wider than this share of the page is a part of its layout, not a dialog. */
const maxShare = 0.7;

/** Returns the elements around an element, the element first, up to the body, across shadow roots. */
export function* outwards(e: Element): Generator<Element> {
  for (let up: Element | null = e; up && up !== e.ownerDocument.body; up = parentOf(up) ?? shadowHostOf(up)) yield up;
}

/**
 * Returns the dialog that contains an element, or null. A dialog is known by its role; or it floats above the page and
 * has a class that says so, or stands free of both edges of the page.
 */
export function dialogOf(e: Element, { dialogs, dialogClass }: FormWords): Element | null {
  const pageWidth = e.ownerDocument.documentElement.clientWidth;
  let found: Element | null = null;
  let isFloating = false;
  for (const up of outwards(e)) {
    if (up.matches(dialogs)) return up;
    const { position, zIndex } = getComputedStyle(up);
    if (position === 'fixed' || (position === 'absolute' && Number(zIndex) > 0)) {
      isFloating = true;
      const { left, right } = up.getBoundingClientRect();
      if (left > 0 && right < pageWidth && right - left < maxShare * pageWidth) found = up;
    }
    if (isFloating && RegExp(dialogClass).test(up.getAttribute('class') ?? '')) found = up;
  }
  return found;
}

/** Returns the dialog or the form or panel that contains an element, or null. */
export const boxOf = (e: Element, words: FormWords): Element | null =>
  dialogOf(e, words) ?? closestAcrossRoots(e, words.boxes);
