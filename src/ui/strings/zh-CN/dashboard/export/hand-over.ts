/** Texts of the export: who receives the report, and sealing it. */
import type { LocalizedTexts } from '../../../localized-texts.ts';

export const handOver = {
  head: '交给谁',
  office:
    '文件不含姓名、平台名、网址和填写的内容。如由本单位的人收取，即使没有姓名也可能认出是您，请密封后直接交给研究者。',
  open: '不密封',
  onlyOpen: '现在不密封。要密封，请先加入一项研究。',
  sealed: (name: string) => `密封给“${name}”：转交的人打不开`,
  add: '加入一项研究',
  paste: '把研究者给的一段文字（名称和以 age1 开头的公钥）粘贴到这里',
  keep: '保留这项研究',
  bad: '未识别到完整的公钥和名称，请重新粘贴整段文字。',
  remove: (name: string) => `移除“${name}”`,
  notRunning: '未结束的月份不能密封，也不应交给别人。',
};
export type HandOverTexts = LocalizedTexts<typeof handOver>;
