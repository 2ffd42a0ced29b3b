/** Texts of the chart of one day in quarter hours. */
import type { QuarterHoursTexts } from '../zh-CN/quarter-hours.ts';

export const quarterHours: QuarterHoursTexts = {
  dayTitle: '一天的用時分布',
  dayNothing: '這一天沒有記錄。',
  dayBusiest: (hour, time) => `${hour} 點最多 ${time}，斜紋為非工作時間。`,
  hour: '鐘點',
  quarter: (at, time, after) => `${at}　${time}${after ? '，含非工作時間' : ''}`,
  time: '用時',
  afterHours: '非工作時間',
};
