/** Texts of working hours and of the daily pause. */
import type { HoursTexts } from '../zh-CN/hours.ts';

export const hours: HoursTexts = {
  quiet: '每天固定不記的時段',
  quietNote: '到點自動暫停，過後自動恢復。暫停了多久，會如實寫在「沒記到的」裡。',
  hours: '工作時間',
  from: '從',
  to: '到',
  period: (n) => `第 ${n} 段`,
  addPeriod: '加一段',
  removePeriod: '刪除這段',
  holidays: (year) => `休息日按國務院放假安排（含調休），內建到 ${year} 年。`,
};
