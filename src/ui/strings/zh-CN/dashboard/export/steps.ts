/** Texts of the export: the names of the steps, and the choice of a month. */
import type { LocalizedTexts } from '../../../localized-texts.ts';

export const steps = {
  steps: ['选月份', '选级别', '逐项核对', '保存'],
  stepsName: '导出步骤',
  head: (month: string, step: string) => `导出${month}月报：${step}`,
  next: '下一步',
  back: '上一步',
  months: {
    none: '还没有可以导出的月份。',
    days: (n: number) => `有记录 ${n} 天`,
    running: '本月未结束，只供自己看',
    saved: (level: string) => `已按“${level}”保存过`,
    forgotten: '已完成并遗忘，不能再导出',
  },
};
export type StepsTexts = LocalizedTexts<typeof steps>;
