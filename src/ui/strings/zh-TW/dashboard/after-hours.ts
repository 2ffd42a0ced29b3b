/** Texts of the tab "After hours". */
import type { AfterHoursTexts } from '../../zh-CN/dashboard/after-hours.ts';

export const afterHours: AfterHoursTexts = {
  definition: (hours) =>
    `非工作時間：${hours} 以外，以及休息日（國務院放假安排，含調休）。工作時間可在設定裡改；匯出的數一律按 08:00–18:00 以外算。`,
  through: (year) => `放假安排內建到 ${year} 年；以後的年份先按週末估算。`,
  weeks: '每週用時和其中的非工作時間',
  weekSentence: (share) => `這段時間裡，${share} 的用時在非工作時間；斜紋是這一部分。`,
  week: '週',
  share: '佔比',
  weekPoint: (week, share, time) => `${week}那一週　非工作時間 ${time}，佔 ${share}`,
  evenings: '最近的晚上和休息日',
  eveningLine: (time) => time,
  lastAt: (time) => `最晚到 ${time}`,
  none: '這段時間沒有非工作時間的記錄。',
  kind: { evening: '工作日', rest: '休息日' },
};
