/** Texts of the export: the risk that a reader recognises the owner. */
import type { RiskTexts } from '../../../zh-CN/dashboard/export/risk.ts';

export const risk: RiskTexts = {
  head: 'Chance of being recognised',
  graded: (grade) => `Chance of being recognised: ${grade}`,
  grades: { low: 'low', middle: 'medium', high: 'high' },
  office: (often) =>
    `If someone of your own office collects it: in an office of 15, someone who knows roughly how many hours you spend picked the right file in ${often} of the simulated cases.`,
  alike: (n) => `Of 100,000 people about ${n} would have the same file (estimated from simulated data, not measured).`,
  reasons: {
    rare: 'This combination is rare.',
    context: 'The context is too specific.',
    'few-days': 'Fewer than 5 days with a record.',
    partial: 'The month is not over.',
  },
  remedies: {
    seal: 'Seal it',
    sealFirst: 'Add a study first; then it can be sealed',
    remove: 'Leave this out',
    wait: 'You may wait until the month is over',
  },
  sure: 'The risk is high: save anyway',
};
