/** Texts of the charts. */
import type { LocalizedTexts } from '../../localized-texts.ts';

export const charts = {
  time: '用时',
  day: '日期',
  month: '月份',
  afterHours: '非工作时间',
  daysTitle: '每天',
  daysNothing: '这段时间没有记录。',
  daysMost: (day: string, time: string, days: number) => `有记录 ${days} 天；最多的是${day}，${time}。`,
  dayPoint: (day: string, time: string, after: string) => `${day}　${time}，其中非工作时间 ${after}`,
  monthTitle: '每月',
  monthsTitle: '近 12 个月',
  monthsMost: (month: string, time: string) => `最多的是${month}，${time}。`,
  rest: '休',
  work: '班',
  restDay: '休息日',
  workDay: '调休上班',
  marks: '休：工作日放假；班：调休上班',
  calendar: '日历',
  calendarSentence: (days: number, rest: number) =>
    `有记录 ${days} 天，其中休息日 ${rest} 天。圆点表示那天有非工作时间。`,
  calendarUnknown: (year: string) => `${year} 年放假安排尚未公布，先按周末估算。`,
  less: '少',
  more: '多',
  cuts: ['没有', '1 小时以内', '1–2 小时', '2–4 小时', '4 小时以上'] as readonly string[],
  restLegend: '休息日',
  mostlyAfter: '斜纹：一半以上在非工作时间',
  weekTitle: '一周内各钟点的全部用时',
  weekNothing: '这段时间没有记录。',
  weekMost: (weekday: string, hour: string, time: string) => `${weekday} ${hour} 最多，共 ${time}。`,
  weekPoint: (weekday: string, hour: string, time: string, after: string) =>
    `${weekday} ${hour}　${time}，其中非工作时间 ${after}`,
  weekday: '星期',
};
export type ChartsTexts = LocalizedTexts<typeof charts>;
