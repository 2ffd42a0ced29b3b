/** Finds the label of a field. Labels are matched and fingerprinted in the page and never sent. */

import type { FormWords } from '../../core/forms/form-words.ts';

/** Texts with more characters than this are paragraphs, not labels. */
const maxCharacters = 60;

const shortText = (e: Element | null | undefined): string => {
  const text = e?.textContent?.trim() ?? '';
  return text.length <= maxCharacters ? text : '';
};

/**
 * Returns the first label found, or ''. The sources are tried in order, from the most explicit label to the name and
 * the id of the field.
 */
export function labelOf(field: Element, { items, labels, inputs }: FormWords): string {
  const root = field.getRootNode() as Document | ShadowRoot;
  const labelId = field.getAttribute('aria-labelledby')?.split(/\s+/)[0];
  return (
    field.getAttribute('aria-label')?.trim() ||
    (labelId && shortText(root.getElementById?.(labelId))) ||
    shortText((field as HTMLInputElement).labels?.[0]) ||
    itemLabel(field, items, labels, inputs) ||
    // The column header is tried before the cell on the left. In a table with a header, that cell holds another value,
    // not a label.
    columnHeader(field) ||
    cellBefore(field, inputs) ||
    field.getAttribute('placeholder')?.trim() ||
    field.getAttribute('name') ||
    field.id
  );
}

/** Returns the label of the nearest form item that has one, or ''. */
function itemLabel(field: Element, items: string, labels: string, inputs: string): string {
  let item = field.closest(items);
  for (let up = 0; item !== null && up < 3; up++) {
    // An item with more than two inputs is a row of fields, and its label belongs to none of them.
    if (item.tagName !== 'TR' && item.querySelectorAll(inputs).length <= 2) {
      const found = shortText(item.querySelector(labels));
      if (found !== '') return found;
    }
    item = item.parentElement?.closest(items) ?? null;
  }
  return '';
}

/** Returns the text of the table cell before the field, or '' if that cell contains a field. */
function cellBefore(field: Element, inputs: string): string {
  const before = field.closest('td,th,dd')?.previousElementSibling;
  return before?.querySelector(inputs) ? '' : shortText(before);
}

/** Returns the header of the column that contains a cell editor. vxe-table puts its header into a separate table. */
function columnHeader(field: Element): string {
  const cell = field.closest<HTMLTableCellElement>('td');
  const column = cell?.getAttribute('colid');
  return shortText(
    column
      ? cell?.closest('.vxe-table')?.querySelector(`th[colid="${CSS.escape(column)}"]`)
      : cell?.closest('table')?.querySelectorAll('thead th')[cell.cellIndex],
  );
}
