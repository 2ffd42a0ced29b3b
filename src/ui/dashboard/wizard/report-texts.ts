/** Returns the names of the fields of a report, and its values as text for a reader. */
import type { ReportLine } from '../../../core/report/report-lines.ts';
import type { Texts as AllTexts } from '../../strings/texts.ts';

type Texts = AllTexts['monthExport'];
type Phone = AllTexts['phone'];
type Shared = AllTexts['screens'];

/** Returns the name of a field such as `attention`, and a note on its meaning ('' for none). */
export function fieldTexts(line: ReportLine, texts: Texts): { name: string; note: string } {
  const [name, note] = texts.fields[line.field] ?? [line.field, ''];
  // `partial` needs its note only while the month is running.
  return { name: name ?? line.field, note: line.field === 'partial' && line.value === false ? '' : (note ?? '') };
}

/** Returns a value as text for a reader: bands with their unit, codes by name, numbers as they are in the file. */
export function valueText({ record, field, value }: ReportLine, texts: Texts, shared: Shared, phone: Phone): string {
  // The file has `partial`; the field is shown as “complete”, so its value is inverted.
  const text = String(field === 'partial' ? !value : value);
  // Bands look like `0-5h`, `80h-`, `10- days`. A month looks like a band too.
  const [, from, unit, to, last] = /^(\d+)(h|min|%)?-(\d*) ?(h|min|%|days)?$/.exec(text) ?? [];
  if (from !== undefined && field !== 'month') return texts.band(from, to ?? '', texts.units[unit ?? last ?? ''] ?? '');
  if (field === 'level') return texts.levelNames[text as keyof Texts['levelNames']] ?? text;
  if (field === 'drawn') return texts.parts[text as keyof Texts['parts']] ?? text;
  if (record === 'phone' && field === 'burden') return phone[text as keyof Phone] ?? text;
  if (field === 'form') return shared.acts[text as keyof Shared['acts']] ?? text;
  return texts.values[text] ?? text;
}
