/** Texts of working hours and of the daily pause. */
import type { HoursTexts } from '../zh-CN/hours.ts';

export const hours: HoursTexts = {
  quiet: '每天固定不記錄的時段',
  quietNote: '到點自動暫停，過後自動恢復。暫停的時間會如實列在「沒記到的」裡。',
  hours: '工作時間',
  from: '從',
  to: '到',
  period: (n) => `第 ${n} 段`,
  addPeriod: '新增時段',
  removePeriod: '刪除此時段',
  holidays: (year) => `休息日按國務院放假安排（含調休），內建到 ${year} 年。`,
};
