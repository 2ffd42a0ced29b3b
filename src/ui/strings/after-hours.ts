/** Words of the after-hours screen. */
import type { Texts } from './texts.ts';

const zhCN = {
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

export const afterHoursWords: Texts<typeof zhCN> = {
  'zh-CN': zhCN,
  'zh-TW': {
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
  },
  en: {
    definition: (hours) =>
      `After hours: outside ${hours}, and on rest days (State Council calendar, exchanged days included). Your working hours are under Settings; exports always use “outside 08:00–18:00”.`,
    through: (year) => `Holidays are built in through ${year}; later years use weekends for now.`,
    weeks: 'Week by week, with the part after hours',
    weekSentence: (share) => `${share} of the time in this period was after hours: the hatched part.`,
    week: 'Week',
    share: 'Share',
    weekPoint: (week, share, time) => `Week of ${week}  ${time} after hours, ${share}`,
    evenings: 'Most recent evenings and rest days',
    eveningLine: (time) => time,
    lastAt: (time) => `until ${time}`,
    none: 'Nothing after hours in this period.',
    kind: { evening: 'workday', rest: 'rest day' },
  },
};
