/** Texts of the export: the names of the steps, and the choice of a month. */
import type { StepsTexts } from '../../../zh-CN/dashboard/export/steps.ts';

export const steps: StepsTexts = {
  steps: ['Month', 'Level', 'Check every line', 'Save'],
  stepsName: 'Steps of the export',
  head: (month, step) => `${month} report — ${step.toLowerCase()}`,
  next: 'Next',
  back: 'Back',
  months: {
    none: 'There is no month to export yet.',
    days: (n) => `${n} days with a record`,
    running: 'not over yet: for yourself only',
    saved: (level) => `saved before, level “${level}”`,
    forgotten: 'finished and forgotten; it can’t be exported again',
  },
};
