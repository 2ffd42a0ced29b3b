/** Texts that all pages share. */
import type { CommonTexts } from '../zh-CN/common.ts';

export const common: CommonTexts = {
  name: 'Fingertip Ledger',
  discreetName: 'Time notes',
  sample: 'Sample data, not a real ledger.',
  show: 'Show table',
  showChart: 'Show chart',
  keys: 'Use the left and right arrow keys to go through it',
  undo: 'Undo',
};
