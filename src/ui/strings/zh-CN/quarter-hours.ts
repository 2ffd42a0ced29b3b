/** Texts of the chart of one day in quarter hours. */
import type { LocalizedTexts } from '../localized-texts.ts';

export const quarterHours = {
  dayTitle: '一天的用时分布',
  dayNothing: '这一天没有记录。',
  dayBusiest: (hour: string, time: string) => `${hour} 点最多 ${time}，斜纹为非工作时间。`,
  hour: '钟点',
  quarter: (at: string, time: string, after: boolean) => `${at}　${time}${after ? '，含非工作时间' : ''}`,
  time: '用时',
  afterHours: '非工作时间',
};
export type QuarterHoursTexts = LocalizedTexts<typeof quarterHours>;
