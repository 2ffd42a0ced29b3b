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

/** Whether an element holds something besides controls: a field, a frame or a text. */
function holdsMore(e: Element, { inputs, buttons }: FormWords): boolean {
  if (e.matches(buttons)) return false;
  const lengthOf = (part: Element) => (part.textContent as string).replace(/\s/g, '').length;
  const inControls = [...e.querySelectorAll(buttons)].reduce((sum, control) => sum + lengthOf(control), 0);
  return lengthOf(e) > inControls || e.querySelector(`${inputs},iframe`) !== null;
}

/**
 * Returns the dialog that contains an element, or null. A dialog is known by its role; or it floats above the page and
 * has a class that says so, or stands free of both edges of the page. On a mask that dims the page, what stands free is
 * the dialog. A button that floats is none.
 */
export function dialogOf(e: Element, words: FormWords): Element | null {
  const pageWidth = e.ownerDocument.documentElement.clientWidth;
  let found: Element | null = null;
  let free: Element | null = null;
  let isFloating = false;
  for (const up of outwards(e)) {
    if (up.matches(words.dialogs)) return up;
    const { position, zIndex, backgroundColor } = getComputedStyle(up);
    const { left, right } = up.getBoundingClientRect();
    const isFree = left > 0 && right < pageWidth && right - left < maxShare * pageWidth;
    if (isFree) free = up;
    if (position === 'fixed' || (position === 'absolute' && Number(zIndex) > 0)) {
      isFloating = true;
      const box = isFree ? up : /^rgba.*0?\.\d+\)/.test(backgroundColor) ? free : null;
      if (box && holdsMore(box, words)) found = box;
    }
    if (isFloating && RegExp(words.dialogClass).test(up.getAttribute('class') ?? '')) found = up;
  }
  return found;
}

/** Returns the dialog or the form or panel that contains an element, or null. */
export const boxOf = (e: Element, words: FormWords): Element | null =>
  dialogOf(e, words) ?? closestAcrossRoots(e, words.boxes);
