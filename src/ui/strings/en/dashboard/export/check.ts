/** Texts of the export: the step in which the owner checks every line. */
import type { CheckTexts } from '../../../zh-CN/dashboard/export/check.ts';

export const check: CheckTexts = {
  lines: 'Every line',
  search: 'Search',
  removeSelected: 'Remove selected',
  undo: 'Undo',
  removed: (n) => `${n} rows removed`,
  bytes: 'The file',
  exact: 'The JSON file is exactly what you see here',
  needed: 'Rows marked “fixed” can’t be removed: without them the file can’t be read.',
  fixed: 'fixed',
  size: (n) => `${n} bytes`,
  code: (code) => `Check code ${code}`,
  nothing: 'Nothing to export for this month. No file was made.',
  differs: 'Differs from the last save: records were deleted since, or a definition changed.',
  empty: (part) =>
    `This month’s part is “${part}”, and there is nothing to write; the file says only that, and counts as zero.`,
  field: 'Field',
  value: 'Content',
  select: 'Select',
  wasRemoved: 'removed',
};
