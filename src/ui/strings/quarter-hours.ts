/** Words of the quarter hours of a day. */
import type { Texts } from './texts.ts';

const zhCN = {
  dayTitle: '一天里的时间',
  dayNothing: '这一天没有记录。',
  dayBusiest: (hour: string, time: string) => `${hour} 点最多 ${time}，斜纹为非工作时间。`,
  hour: '钟点',
  quarter: (at: string, time: string, after: boolean) => `${at}　${time}${after ? '，含非工作时间' : ''}`,
  time: '用时',
  afterHours: '非工作时间',
};

export const quarterWords: Texts<typeof zhCN> = {
  'zh-CN': zhCN,
  'zh-TW': {
    dayTitle: '一天裡的時間',
    dayNothing: '這一天沒有記錄。',
    dayBusiest: (hour, time) => `${hour} 點最多 ${time}，斜紋為非工作時間。`,
    hour: '鐘點',
    quarter: (at, time, after) => `${at}　${time}${after ? '，含非工作時間' : ''}`,
    time: '用時',
    afterHours: '非工作時間',
  },
  en: {
    dayTitle: 'Through the day',
    dayNothing: 'Nothing was recorded on this day.',
    dayBusiest: (hour, time) => `Peak ${hour}: ${time}. Hatched: after hours.`,
    hour: 'Hour',
    quarter: (at, time, after) => `${at}  ${time}${after ? ', partly after hours' : ''}`,
    time: 'Time',
    afterHours: 'After hours',
  },
};
