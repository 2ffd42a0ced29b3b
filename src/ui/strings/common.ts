/** Words that several screens share. */
import type { Texts } from './texts.ts';

const zhCN = {
  name: '指尖账本',
  discreetName: '时间记录',
  sample: '这是样例数据，不是真人的账。',
  show: '看表格',
  showChart: '看图',
  keys: '用左右方向键逐项查看',
  undo: '撤销',
};

export const common: Texts<typeof zhCN> = {
  'zh-CN': zhCN,
  'zh-TW': {
    name: '指尖帳本',
    discreetName: '時間記錄',
    sample: '這是範例資料，不是真人的帳。',
    show: '看表格',
    showChart: '看圖',
    keys: '用左右方向鍵逐項查看',
    undo: '復原',
  },
  en: {
    name: 'Fingertip Ledger',
    discreetName: 'Time notes',
    sample: 'Sample data, nobody’s real ledger.',
    show: 'Show table',
    showChart: 'Show chart',
    keys: 'Use the left and right arrow keys to go through it',
    undo: 'Undo',
  },
};
