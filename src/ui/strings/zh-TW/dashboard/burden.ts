/** Texts of the Kinds of burden tab. */
import type { BurdenTexts } from '../../zh-CN/dashboard/burden.ts';

export const burden: BurdenTexts = {
  note: '這個數只說明平台佔用了多少，不代表工作好壞，也不用來比較人。',
  byPurpose: '按用途',
  byPurposeNote: '用途由您標明。負擔 = 上級要求填報 + 學習考核；未分類的不算進負擔。',
  burdenHours: '負擔合計',
  formulaPurpose: (parts) => `這些平台上操作和觀看的時間之和：${parts}`,
  formulaBurden: (a, b, sum) => `上級要求填報 ${a} + 學習考核 ${b} = ${sum}`,
  nothingThere: '沒有平台標為這個用途。',
  byForm: '按形式',
  byFormNote: '時間只算能歸到這件事上的時間（如上傳視窗開著的時間）；數不出時間的只有次數。',
  times: (count) => `${count} 次`,
  formulaAct: (count, time, each) => `${count} 次，共 ${time}，平均每次 ${each}`,
  formulaActCount: (count) => `${count} 次；沒有可歸的時間`,
  filling: '填表與送出',
  formulaFilling: (count, time, each, failed) =>
    `送出成功 ${count} 次，從填第一項到送出共 ${time}，平均 ${each}；另有 ${failed} 次沒有成功`,
  again: '其中重複填寫',
  formulaAgain: (low, high, repeats, eligible) =>
    `下限 ${low} = 重複項停留的時間；上限 ${high} = 每次送出的時間 × 其中重複的比例。可比對的 ${eligible} 項中 ${repeats} 項重複。`,
  range: (low, high) => `${low}至\u200B${high}`,
  fragmentation: '平台間切換',
  formulaSwitch: (switches, logins, days) => `${days} 天裡切換平台 ${switches} 次，登入 ${logins} 次`,
  phone: '手機上的（自己報的）',
  phoneNote: '自己點的，不和量出來的數相加。',
  phoneLine: (count, minutes) => `${count} 次${minutes}`,
  minutes: (minutes) => `，${minutes} 分鐘`,
  noPhone: '這段時間沒有記。點工具列圖示，再點一下就能記一次。',
};
