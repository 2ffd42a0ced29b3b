/** What stands near an element: headings and labels, for a word that means one thing here and another there. */
import { parentOf } from '../frame/event-target.ts';

/** A box of no more children is searched child by child. */
const fewChildren = 50;

export const textOf = (e: Node | null | undefined): string => (e?.textContent ?? '').trim();

/**
 * For every box around an element, from the nearest on: what matches in it and says something, until `pick` takes any of
 * it. What the box before it held is not searched once more: pages have tens of thousands of elements.
 */
function climb(element: Element, selector: string, pick: (found: Element[]) => Element[]): Element[] {
  let part: Element | null = null;
  for (let box = parentOf(element); box; part = box, box = parentOf(box)) {
    const fresh: Element[] =
      part && box.childElementCount <= fewChildren
        ? [...box.querySelectorAll(':scope>*')].flatMap((child) =>
            child === part ? [] : [...(child.matches(selector) ? [child] : []), ...child.querySelectorAll(selector)],
          )
        : [...box.querySelectorAll(selector)];
    const picked = pick(fresh.filter(textOf));
    if (picked[0]) return picked;
  }
  return [];
}

/** What matches within the nearest box that has any, and says something. */
export const nearest = (element: Element, selector: string): Element[] =>
  climb(element, selector, (found) => found.filter((e) => !e.contains(element)));

/** The heading over an element: the last one before it, in the nearest box that has one. */
export const headOver = (element: Element, selector: string): Element | undefined =>
  climb(element, selector, (found) =>
    // Stands before it and isn't around it.
    found.filter((e) => (e.compareDocumentPosition(element) & 20) === 4),
  ).at(-1);
