/** Texts of the tab "Kinds of burden". */
import type { BurdenTexts } from '../../zh-CN/dashboard/burden.ts';

export const burden: BurdenTexts = {
  note: '這些數字只說明平台佔用了多少時間，不代表工作好壞，也不用於比較個人。',
  byPurpose: '按用途',
  byPurposeNote: '用途由您標明。負擔 = 上級要求填報 + 學習考核；未分類的不算進負擔。',
  burdenHours: '負擔合計',
  formulaPurpose: (parts) => `這些平台上操作和觀看的時間之和：${parts}`,
  formulaBurden: (a, b, sum) => `上級要求填報 ${a} + 學習考核 ${b} = ${sum}`,
  nothingThere: '沒有平台標為這個用途。',
  byForm: '按形式',
  byFormNote: '時間只計能歸入該事項的部分（如上傳視窗開啟的時間）；無法計時的只列次數。',
  times: (count) => `${count} 次`,
  formulaAct: (count, time, each) => `${count} 次，共 ${time}，平均每次 ${each}`,
  formulaActCount: (count) => `${count} 次；沒有單獨的用時`,
  filling: '填表與送出',
  formulaFilling: (count, time, each, failed) =>
    `送出成功 ${count} 次，從填第一項到送出共 ${time}，平均 ${each}；另有 ${failed} 次沒有成功`,
  again: '其中重複填寫',
  formulaAgain: (low, high, repeats, eligible) =>
    `下限 ${low} = 在重複項上停留的時間；上限 ${high} = 每次送出的時間 × 其中重複的比例。可比對的 ${eligible} 項中 ${repeats} 項重複。`,
  range: (low, high) => `${low}至\u200B${high}`,
  fragmentation: '平台間切換',
  formulaSwitch: (switches, logins, days) => `${days} 天裡切換平台 ${switches} 次，登入 ${logins} 次`,
  phone: '手機上的任務（自己記的）',
  phoneNote: '這些是自己記的，不與測得的數相加。',
  phoneLine: (count, minutes) => `${count} 次${minutes}`,
  minutes: (minutes) => `，${minutes} 分鐘`,
  noPhone: '這段時間沒有記。點工具列圖示，在開啟的視窗裡點一下就能記一次。',
};
