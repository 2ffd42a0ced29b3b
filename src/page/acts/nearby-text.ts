/** Finds the headings and labels near an element. Some words mean different things under different headings. */
import { parentOf } from '../frame/event-target.ts';

/** A box with at most this many children is searched child by child. */
const maxChildren = 50;

/** Returns the trimmed text of a node, or '' if there is no node. */
export const textOf = (e: Node | null | undefined): string => (e?.textContent ?? '').trim();

/**
 * Searches the boxes (ancestors) around an element, nearest first, for matches of `selector` that have a text, until
 * `pick` returns some of them. Skips the part of a box that was already searched, because pages have tens of thousands
 * of elements.
 */
function searchOutwards(element: Element, selector: string, pick: (found: Element[]) => Element[]): Element[] {
  let part: Element | null = null;
  for (let box = parentOf(element); box; part = box, box = parentOf(box)) {
    const fresh: Element[] =
      part && box.childElementCount <= maxChildren
        ? [...box.querySelectorAll(':scope>*')].flatMap((child) =>
            child === part ? [] : [...(child.matches(selector) ? [child] : []), ...child.querySelectorAll(selector)],
          )
        : [...box.querySelectorAll(selector)];
    const picked = pick(fresh.filter(textOf));
    if (picked[0]) return picked;
  }
  return [];
}

/** Returns the matches of `selector` that have a text, in the nearest box that contains any. */
export const nearestMatches = (element: Element, selector: string): Element[] =>
  searchOutwards(element, selector, (found) => found.filter((e) => !e.contains(element)));

/**
 * Returns the heading of an element. This is the closest match that precedes the element, in the nearest box that has
 * such a match.
 */
export const headingBefore = (element: Element, selector: string): Element | undefined =>
  searchOutwards(element, selector, (found) =>
    // 4: the element follows the match; 16: the match contains the element.
    found.filter((e) => (e.compareDocumentPosition(element) & 20) === 4),
  ).at(-1);
