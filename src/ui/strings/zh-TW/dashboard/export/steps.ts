/** Texts of the export: the names of the steps, and the choice of a month. */
import type { StepsTexts } from '../../../zh-CN/dashboard/export/steps.ts';

export const steps: StepsTexts = {
  steps: ['選月份', '選等級', '逐項核對', '儲存'],
  stepsName: '匯出步驟',
  head: (month, step) => `匯出${month}月報：${step}`,
  next: '下一步',
  back: '上一步',
  months: {
    none: '還沒有可以匯出的月份。',
    days: (n) => `有記錄 ${n} 天`,
    running: '本月未結束，只供自己看',
    saved: (level) => `已按「${level}」儲存過`,
    forgotten: '已完成並遺忘，不能再匯出',
  },
};
