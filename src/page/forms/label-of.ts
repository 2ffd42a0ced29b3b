/** The label of a field. Labels are matched and fingerprinted in the page and never sent. */

import type { FormWords } from '../../core/forms/form-words.ts';

/** Longer texts are paragraphs, not labels. */
const maxCharacters = 60;

const shortText = (e: Element | null | undefined): string => {
  const text = e?.textContent?.trim() ?? '';
  return text.length <= maxCharacters ? text : '';
};

/** The first label found, from the most explicit source to the name and id of the field; may be empty. */
export function labelOf(field: Element, { items, labels, inputs }: FormWords): string {
  const root = field.getRootNode() as Document | ShadowRoot;
  const labelId = field.getAttribute('aria-labelledby')?.split(/\s+/)[0];
  return (
    field.getAttribute('aria-label')?.trim() ||
    (labelId && shortText(root.getElementById?.(labelId))) ||
    shortText((field as HTMLInputElement).labels?.[0]) ||
    itemLabel(field, items, labels, inputs) ||
    // Before the cell on the left: in a table with a header, the cell on the left holds another value, not a label.
    columnHeader(field) ||
    cellBefore(field, inputs) ||
    field.getAttribute('placeholder')?.trim() ||
    field.getAttribute('name') ||
    field.id
  );
}

/** The label of the nearest form item. */
function itemLabel(field: Element, items: string, labels: string, inputs: string): string {
  let item = field.closest(items);
  for (let up = 0; item !== null && up < 3; up++) {
    // The label of a row with several fields belongs to none of them.
    if (item.tagName !== 'TR' && item.querySelectorAll(inputs).length <= 2) {
      const found = shortText(item.querySelector(labels));
      if (found !== '') return found;
    }
    item = item.parentElement?.closest(items) ?? null;
  }
  return '';
}

function cellBefore(field: Element, inputs: string): string {
  const before = field.closest('td,th,dd')?.previousElementSibling;
  return before?.querySelector(inputs) ? '' : shortText(before);
}

/** The header of the column that contains a cell editor. vxe-table puts its header into a separate table. */
function columnHeader(field: Element): string {
  const cell = field.closest<HTMLTableCellElement>('td');
  const column = cell?.getAttribute('colid');
  return shortText(
    column
      ? cell?.closest('.vxe-table')?.querySelector(`th[colid="${CSS.escape(column)}"]`)
      : cell?.closest('table')?.querySelectorAll('thead th')[cell.cellIndex],
  );
}
