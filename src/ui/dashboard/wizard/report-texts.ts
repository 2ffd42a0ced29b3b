/** The fields and values of a report in words. */
import type { ReportLine } from '../../../core/report/report-lines.ts';
import type { phoneNames } from '../../strings/phone.ts';
import type { screens } from '../../strings/screens.ts';
import type { wizard } from '../../strings/wizard.ts';

type Texts = (typeof wizard)['zh-CN'];
type Phone = (typeof phoneNames)['zh-CN'];
type Shared = (typeof screens)['zh-CN'];

/** `attention` → its name and what it means. */
export function fieldWords(line: ReportLine, texts: Texts): { name: string; note: string } {
  const [name, note] = texts.fields[line.field] ?? [line.field, ''];
  // Of a month that is over there is nothing to remark.
  return { name: name ?? line.field, note: line.field === 'partial' && line.value === false ? '' : (note ?? '') };
}

/** A value as a reader says it, bands with their unit; numbers stay as they stand in the file. */
export function valueWords({ record, field, value }: ReportLine, texts: Texts, shared: Shared, phone: Phone): string {
  // The file says whether a month is still running, a reader asks whether it is complete.
  const text = String(field === 'partial' ? !value : value);
  // `0-5h`, `80h-`, `10- days`; a month looks like one.
  const [, from, unit, to, last] = /^(\d+)(h|min|%)?-(\d*) ?(h|min|%|days)?$/.exec(text) ?? [];
  if (from !== undefined && field !== 'month') return texts.band(from, to ?? '', texts.units[unit ?? last ?? ''] ?? '');
  if (field === 'level') return texts.levelNames[text as keyof Texts['levelNames']] ?? text;
  if (field === 'drawn') return texts.parts[text as keyof Texts['parts']] ?? text;
  if (record === 'phone' && field === 'burden') return phone[text as keyof Phone] ?? text;
  if (field === 'form') return shared.acts[text as keyof Shared['acts']] ?? text;
  return texts.values[text] ?? text;
}
