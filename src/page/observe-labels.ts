/** The words that stand beside a field. They are matched and fingerprinted in the page and never sent. */

import type { FormWords } from '../core/form-words.ts';

/** Longer texts are paragraphs, not labels. */
const longest = 60;

const words = (e: Element | null | undefined): string => {
  const text = e?.textContent?.trim() ?? '';
  return text.length <= longest ? text : '';
};

export function labelOf(field: Element, { items, labels, inputs }: FormWords): string {
  const root = field.getRootNode() as Document | ShadowRoot;
  const named = field.getAttribute('aria-labelledby')?.split(/\s+/)[0];
  return (
    field.getAttribute('aria-label')?.trim() ||
    (named && words(root.getElementById?.(named))) ||
    words((field as HTMLInputElement).labels?.[0]) ||
    itemLabel(field, items, labels, inputs) ||
    columnHeader(field) ||
    field.getAttribute('placeholder')?.trim() ||
    field.getAttribute('name') ||
    field.id
  );
}

/** The nearest form item's label, or the cell before a cell. */
function itemLabel(field: Element, items: string, labels: string, inputs: string): string {
  let at = field.closest(items);
  for (let up = 0; at !== null && up < 3; up++) {
    // A row of several fields names none of them.
    if (at.tagName !== 'TR' && at.querySelectorAll(inputs).length <= 2) {
      const found = words(at.querySelector(labels));
      if (found !== '') return found;
    }
    at = at.parentElement?.closest(items) ?? null;
  }
  const before = field.closest('td,th,dd')?.previousElementSibling;
  return before?.querySelector(inputs) ? '' : words(before);
}

/** A cell editor is named by its column. */
function columnHeader(field: Element): string {
  const cell = field.closest<HTMLTableCellElement>('td');
  if (cell === null) return '';
  const table = cell.closest('.vxe-table,table');
  const column = cell.getAttribute('colid');
  return column === null
    ? words(table?.querySelectorAll('thead th')[cell.cellIndex])
    : words(table?.querySelector(`th[colid="${CSS.escape(column)}"]`));
}
