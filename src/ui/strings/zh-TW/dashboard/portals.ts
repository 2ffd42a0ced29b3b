/** Texts of the tab "Portals and forms". */
import type { PortalsTexts } from '../../zh-CN/dashboard/portals.ts';

export const portals: PortalsTexts = {
  portals: '各平台',
  csv: '把這張表存為 CSV',
  open: '點平台名稱，可查看詳情、標註用途。',
  erase: '刪除這個平台的記錄',
  eraseNote: '將刪除該平台的逐次記錄、每天的用時和比對碼。更早日期裡不分平台的次數（重複、打卡等）會保留。',
  erased: (name) => `「${name}」的記錄已刪除`,
  detail: '平台詳情',
  kind: '類別',
  purpose: '用途',
  exempt: '安保、應急類平台（不算作負擔）',
  days: '有記錄的天數',
  visits: '開啟次數',
  unattended: '無人在場（不計入）',
  daysOf: (n) => `${n} 天`,
  timesOf: (n) => `${n} 次`,
  forms: '在幾個平台都要填的表',
  formsNote: '項目種類相同的表算同一張表；名稱不保存，只編號。',
  form: '表',
  formName: (n) => `表 ${n}`,
  submissions: '送出',
  on: '出現在',
  noForms: '這段時間沒有送出過表單。',
  attempts: '送出情況',
  attempt: (p) =>
    `送出成功 ${p.sent} 次，其中 ${p.near} 次和以前送出的幾乎一樣；失敗 ${p.failed} 次，暫存 ${p.drafts} 次。平均每次 ${p.each}。`,
  purposeSaved: '已更改，以前的記錄也按新用途計算',
};
