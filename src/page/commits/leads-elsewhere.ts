/** Tells whether a control goes elsewhere instead of doing something with the form around it. */
import type { FormWords } from '../../core/forms/form-words.ts';
import { outwards } from '../forms/boxes.ts';

/** A control is searched for the place that it belongs to over this many ancestors. */
const maxLevels = 5;

/** Whether an element is in a menu, a tab or a table head, or is a link to another page. */
export function leadsElsewhere(e: Element, { elsewhere, elsewhereClass, inputs, buttons }: FormWords): boolean {
  if (e.matches('a[href]:not([href=""],[href^="#"],[href^="javascript:"])') && !e.matches(buttons)) return true;
  let level = 0;
  for (const up of outwards(e)) {
    if (level++ === maxLevels || up.querySelector(inputs)) return false;
    if (up.matches(elsewhere) || RegExp(elsewhereClass).test(up.getAttribute('class') ?? '')) return true;
  }
  return false;
}
