/** Texts of the owner's full record of a month. */
import type { OwnRecordTexts } from '../../../zh-CN/dashboard/export/own-record.ts';

export const ownRecord: OwnRecordTexts = {
  head: (month) => `${month}本人完整記錄`,
  mark: '僅供本人留存，不得收取或用於考核',
  text: (month) =>
    `${month}的平台網域和每天的數字都在裡面，和月報是兩回事。只供本人留存，不要交出；任何人不得收取或用於考核。`,
  csv: (month) => `儲存${month}本人完整記錄（CSV，不要交出）`,
  print: (month) => `列印${month}本人完整記錄`,
  made: '由本機產生 · 未連網',
  columns: ['日期', '平台', '類別', '用途', '操作分鐘', '觀看分鐘', '填寫項', '送出', '打卡留痕等'],
  days: ['日期', '用時', '非工作時間', '填寫項', '其中重複', '送出'],
  measured: '瀏覽器裡測得的',
  selfReported: '自己記的（手機等），不與測得的數相加',
  times: '次數',
  minutes: '分鐘',
  coverage: (days) => `有記錄 ${days} 天。手機、用戶端軟體和未加入的網站看不到。`,
};
