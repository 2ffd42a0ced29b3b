/** Texts that all pages share. */
import type { CommonTexts } from '../zh-CN/common.ts';

export const common: CommonTexts = {
  name: '指尖帳本',
  discreetName: '時間記錄',
  sample: '這是範例資料，不是真實的帳本。',
  show: '檢視表格',
  showChart: '檢視圖表',
  keys: '用左右方向鍵逐項查看',
  undo: '復原',
};
