/** Texts that all pages share. */
import type { CommonTexts } from '../zh-CN/common.ts';

export const common: CommonTexts = {
  name: '指尖帳本',
  discreetName: '時間記錄',
  sample: '這是範例資料，不是真人的帳。',
  show: '看表格',
  showChart: '看圖',
  keys: '用左右方向鍵逐項查看',
  undo: '復原',
};
