/** The words that stand beside a field. They are matched and fingerprinted in the page and never sent. */

import type { FormWords } from '../../core/forms/form-words.ts';

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
    // Beside a cell under a header stands another value, not a label.
    columnHeader(field) ||
    cellBefore(field, inputs) ||
    field.getAttribute('placeholder')?.trim() ||
    field.getAttribute('name') ||
    field.id
  );
}

/** The nearest form item's label. */
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
  return '';
}

function cellBefore(field: Element, inputs: string): string {
  const before = field.closest('td,th,dd')?.previousElementSibling;
  return before?.querySelector(inputs) ? '' : words(before);
}

/** A cell editor is named by its column; vxe-table keeps its head in a table of its own. */
function columnHeader(field: Element): string {
  const cell = field.closest<HTMLTableCellElement>('td');
  const column = cell?.getAttribute('colid');
  return words(
    column
      ? cell?.closest('.vxe-table')?.querySelector(`th[colid="${CSS.escape(column)}"]`)
      : cell?.closest('table')?.querySelectorAll('thead th')[cell.cellIndex],
  );
}
