/** Texts that all pages share. */
import type { LocalizedTexts } from '../localized-texts.ts';

export const common = {
  name: '指尖账本',
  discreetName: '时间记录',
  sample: '这是样例数据，不是真人的账。',
  show: '看表格',
  showChart: '看图',
  keys: '用左右方向键逐项查看',
  undo: '撤销',
};
export type CommonTexts = LocalizedTexts<typeof common>;
