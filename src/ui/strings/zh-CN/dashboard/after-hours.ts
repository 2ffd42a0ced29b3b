/** Texts of the tab "After hours". */
import type { LocalizedTexts } from '../../localized-texts.ts';

export const afterHours = {
  definition: (hours: string) =>
    `非工作时间：${hours} 以外，以及休息日（国务院放假安排，含调休）。工作时间可在设置里改；导出的数一律按 08:00–18:00 以外算。`,
  through: (year: string) => `放假安排内置到 ${year} 年；以后的年份先按周末估算。`,
  weeks: '每周用时和其中的非工作时间',
  weekSentence: (share: string) => `这段时间里，${share} 的用时在非工作时间；斜纹是这一部分。`,
  week: '周',
  share: '占比',
  weekPoint: (week: string, share: string, time: string) => `${week}那一周　非工作时间 ${time}，占 ${share}`,
  evenings: '最近的晚上和休息日',
  eveningLine: (time: string) => time,
  lastAt: (time: string) => `最晚到 ${time}`,
  none: '这段时间没有非工作时间的记录。',
  kind: { evening: '工作日', rest: '休息日' },
};
export type AfterHoursTexts = LocalizedTexts<typeof afterHours>;
