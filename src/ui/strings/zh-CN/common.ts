/** Texts that all pages share. */
import type { LocalizedTexts } from '../localized-texts.ts';

export const common = {
  name: '指尖账本',
  discreetName: '时间记录',
  sample: '这是样例数据，不是真实的账本。',
  show: '查看表格',
  showChart: '查看图表',
  keys: '用左右方向键逐项查看',
  undo: '撤销',
};
export type CommonTexts = LocalizedTexts<typeof common>;
