/** Words of what the burden is made of: every figure with its formula. */
import type { Texts } from './texts.ts';

const zhCN = {
  note: '这个数只说明平台占用了多少，不代表工作好坏，也不用来比较人。',
  byPurpose: '按用途',
  byPurposeNote: '用途由您标明。负担 = 上级要求填报 + 学习考核；未分类的不算进负担。',
  burdenHours: '负担合计',
  formulaPurpose: (parts: string) => `这些平台上操作和观看的时间之和：${parts}`,
  formulaBurden: (a: string, b: string, sum: string) => `上级要求填报 ${a} + 学习考核 ${b} = ${sum}`,
  nothingThere: '没有平台标为这个用途。',
  byForm: '按形式',
  byFormNote: '时长只算能归到这件事上的时间（如上传窗口开着的时间）；数不出时间的只有次数。',
  times: (count: string) => `${count} 次`,
  formulaAct: (count: string, time: string, each: string) => `${count} 次，共 ${time}，平均每次 ${each}`,
  formulaActCount: (count: string) => `${count} 次；没有可归的时间`,
  filling: '填表与提交',
  formulaFilling: (count: string, time: string, each: string, failed: string) =>
    `提交成功 ${count} 次，从填第一项到提交共 ${time}，平均 ${each}；另有 ${failed} 次没有成功`,
  again: '其中重复填写',
  formulaAgain: (low: string, high: string, repeats: string, eligible: string) =>
    `下限 ${low} = 重复项停留的时间；上限 ${high} = 每次提交的时间 × 其中重复的比例。可比对的 ${eligible} 项中 ${repeats} 项重复。`,
  range: (low: string, high: string) => `${low}至\u200B${high}`,
  fragmentation: '平台间切换',
  formulaSwitch: (switches: string, logins: string, days: string) =>
    `${days} 天里切换平台 ${switches} 次，登录 ${logins} 次`,
  phone: '手机上的（自己报的）',
  phoneNote: '自己点的，不和量出来的数相加。',
  phoneLine: (count: string, minutes: string) => `${count} 次${minutes}`,
  minutes: (minutes: string) => `，${minutes} 分钟`,
  noPhone: '这段时间没有记。点工具栏图标，再点一下就能记一次。',
};

export const burdenWords: Texts<typeof zhCN> = {
  'zh-CN': zhCN,
  'zh-TW': {
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
  },
  en: {
    note: 'This describes the load of the portals. It says nothing about how well anyone works, and is no way to compare people.',
    byPurpose: 'By purpose',
    byPurposeNote:
      'You say what each portal is for. Burden = reporting upward + study and assessment; what is not classified is not counted as burden.',
    burdenHours: 'Burden in all',
    formulaPurpose: (parts) => `Working and watching time on these portals added up: ${parts}`,
    formulaBurden: (a, b, sum) => `Reporting upward ${a} + study and assessment ${b} = ${sum}`,
    nothingThere: 'No portal has this purpose.',
    byForm: 'By kind of act',
    byFormNote:
      'Only time that belongs to the act itself is counted (an open upload window, say); where the time is not known, only the count is shown.',
    times: (count) => `${count}×`,
    formulaAct: (count, time, each) => `${count} times, ${time} in all, ${each} each on average`,
    formulaActCount: (count) => `${count} times; no time of its own`,
    filling: 'Filling in and sending forms',
    formulaFilling: (count, time, each, failed) =>
      `Sent ${count} times; from the first field to sending ${time} in all, ${each} on average; ${failed} attempts failed`,
    again: 'Of that, typed again',
    formulaAgain: (low, high, repeats, eligible) =>
      `Lower bound ${low} = time in repeated fields; upper bound ${high} = time of each form × its share of repeated fields. ${repeats} of ${eligible} comparable fields were repeats.`,
    range: (low, high) => `${low} to ${high}`,
    fragmentation: 'Switching between portals',
    formulaSwitch: (switches, logins, days) =>
      `${switches} switches between portals and ${logins} logins in ${days} days`,
    phone: 'On the phone (your own count)',
    phoneNote: 'One tap each; never added to what is measured.',
    phoneLine: (count, minutes) => `${count}×${minutes}`,
    minutes: (minutes) => `, ${minutes} min`,
    noPhone: 'Nothing noted in this period. One tap in the popup notes one.',
  },
};
