/** What stands near an element: headings and labels, for a word that means one thing here and another there. */

export const textOf = (e: Node | null | undefined): string => (e?.textContent ?? '').trim();

/** What matches within the nearest box that has any, and says something. */
export function nearest(element: Element, selector: string): Element[] {
  let kin: Element[] = [];
  for (let up = element.parentElement; up && !kin[0]; up = up.parentElement)
    kin = [...up.querySelectorAll(selector)].filter((e) => textOf(e) && !e.contains(element));
  return kin;
}

/** The heading over an element: the last one before it, in the nearest box that has one. */
export function headOver(element: Element, selector: string): Element | undefined {
  let head: Element | undefined;
  for (let up = element.parentElement; up && !head; up = up.parentElement)
    head = [...up.querySelectorAll(selector)]
      // Stands before it and isn't around it.
      .filter((e) => textOf(e) && (e.compareDocumentPosition(element) & 20) === 4)
      .at(-1);
  return head;
}
