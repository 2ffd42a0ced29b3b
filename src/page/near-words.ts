/** What stands near an element: headings and labels, for a word that means one thing here and another there. */

export const textOf = (e: Node | null | undefined): string => (e?.textContent ?? '').trim();

/** What matches within the nearest box that has any, and says something. */
export function nearest(element: Element, selector: string): Element[] {
  let kin: Element[] = [];
  for (let up = element.parentElement; up && !kin[0]; up = up.parentElement)
    kin = [...up.querySelectorAll(selector)].filter((e) => textOf(e) && !e.contains(element));
  return kin;
}
