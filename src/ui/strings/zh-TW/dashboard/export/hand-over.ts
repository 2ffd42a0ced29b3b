/** Texts of the export: who receives the report, and sealing it. */
import type { HandOverTexts } from '../../../zh-CN/dashboard/export/hand-over.ts';

export const handOver: HandOverTexts = {
  head: '交給誰',
  office:
    '檔案不含姓名、平台名、網址和填寫的內容。如由本單位的人收取，即使沒有姓名也可能認出是您，請密封後直接交給研究者。',
  open: '不密封',
  onlyOpen: '現在不密封。要密封，請先加入一項研究。',
  sealed: (name) => `密封給「${name}」：轉交的人打不開`,
  add: '加入一項研究',
  paste: '把研究者給的一段文字（名稱和以 age1 開頭的公鑰）貼到這裡',
  keep: '保留這項研究',
  bad: '未識別到完整的公鑰和名稱，請重新貼上整段文字。',
  remove: (name) => `移除「${name}」`,
  notRunning: '未結束的月份不能密封，也不應交給別人。',
};
