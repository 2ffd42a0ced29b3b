/** Texts of the tab "Kinds of burden". */
import type { LocalizedTexts } from '../../localized-texts.ts';

export const burden = {
  note: '这些数字只说明平台占用了多少时间，不代表工作好坏，也不用于比较个人。',
  byPurpose: '按用途',
  byPurposeNote: '用途由您标明。负担 = 上级要求填报 + 学习考核；未分类的不算进负担。',
  burdenHours: '负担合计',
  formulaPurpose: (parts: string) => `这些平台上操作和观看的时间之和：${parts}`,
  formulaBurden: (a: string, b: string, sum: string) => `上级要求填报 ${a} + 学习考核 ${b} = ${sum}`,
  nothingThere: '没有平台标为这个用途。',
  byForm: '按形式',
  byFormNote: '时长只计能归入该事项的时间（如上传窗口打开的时间）；无法计时的只列次数。',
  times: (count: string) => `${count} 次`,
  formulaAct: (count: string, time: string, each: string) => `${count} 次，共 ${time}，平均每次 ${each}`,
  formulaActCount: (count: string) => `${count} 次；没有单独的用时`,
  filling: '填表与提交',
  formulaFilling: (count: string, time: string, each: string, failed: string) =>
    `提交成功 ${count} 次，从填第一项到提交共 ${time}，平均 ${each}；另有 ${failed} 次没有成功`,
  again: '其中重复填写',
  formulaAgain: (low: string, high: string, repeats: string, eligible: string) =>
    `下限 ${low} = 在重复项上停留的时间；上限 ${high} = 每次提交的时间 × 其中重复的比例。可比对的 ${eligible} 项中 ${repeats} 项重复。`,
  range: (low: string, high: string) => `${low}至\u200B${high}`,
  fragmentation: '平台间切换',
  formulaSwitch: (switches: string, logins: string, days: string) =>
    `${days} 天里切换平台 ${switches} 次，登录 ${logins} 次`,
  phone: '手机上的任务（自己记的）',
  phoneNote: '这些是自己记的，不与测得的数相加。',
  phoneLine: (count: string, minutes: string) => `${count} 次${minutes}`,
  minutes: (minutes: string) => `，${minutes} 分钟`,
  noPhone: '这段时间没有记。点工具栏图标，在打开的窗口里点一下就能记一次。',
};
export type BurdenTexts = LocalizedTexts<typeof burden>;
