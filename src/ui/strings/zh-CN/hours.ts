/** Texts of working hours and of the daily pause. */
import type { LocalizedTexts } from '../localized-texts.ts';

export const hours = {
  quiet: '每天固定不记录的时段',
  quietNote: '到点自动暂停，过后自动恢复。暂停的时长会如实列在“没记到的”里。',
  hours: '工作时间',
  from: '从',
  to: '到',
  period: (n: number) => `第 ${n} 段`,
  addPeriod: '添加时段',
  removePeriod: '删除此时段',
  holidays: (year: string) => `休息日按国务院放假安排（含调休），内置到 ${year} 年。`,
};
export type HoursTexts = LocalizedTexts<typeof hours>;
