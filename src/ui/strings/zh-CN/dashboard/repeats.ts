/** Texts of the tab "Typed again". */
import type { LocalizedTexts } from '../../localized-texts.ts';

export const repeats = {
  head: '哪些内容被要求反复填写',
  note: '不保存您填写的内容：每个值在本机算成一个短的“比对码”，只比对这个码。姓名、选项、日期不比对；别的项目里过短的内容（如单个数字）也不比对，不算重复。若有人拿到本机密钥，较短的内容可以被逐个试出来。',
  item: '项目',
  merge: '并入',
  choose: '选一项…',
  merged: '已并在一起显示',
  apart: '不是重复',
  apartOn: '已按“不是重复”显示',
  apartOff: '已恢复为重复',
  hide: '不再显示',
  hiddenOne: (item: string) => `“${item}”不再显示`,
  arranged: (count: number) => `您合并、改判或隐藏了 ${count} 处。只影响这里的显示，不影响导出的数。`,
  reset: '全部恢复原样',
  kind: '类别',
  allKinds: '全部',
  onlyRepeats: '有重复的',
  entries: '填了几次',
  repeats: '其中重复',
  portals: '出现在',
  onPortals: (count: number) => `${count} 个平台`,
  last: '最近',
  time: '填写用时',
  row: (item: string, entries: string, repeats: string, portals: number) =>
    `“${item}”：填 ${entries} 次，其中 ${repeats} 次重复，涉及 ${portals} 个平台。`,
  notCompared: '不比对',
  partlyCompared: (entries: string) => `另 ${entries} 次不比对`,
  rowNotCompared: (item: string, entries: string, portals: number) =>
    `“${item}”：填 ${entries} 次，涉及 ${portals} 个平台。这类内容不比对，无法得知重复次数。`,
  week: (day: string) => `${day}那一周`,
  split: (same: string, other: string) => `同一平台填过 ${same} 次，别的平台填过 ${other} 次。`,
  portal: '平台',
  all: '全部',
  none: '这段时间没有填写记录。在已开启记录的平台填表后，这里会列出重复的项目。',
  off: '您已在设置里关闭重复比对。',
  matrix: '两个平台都要填的项目种类',
  matrixFew: (a: string) => `只有 ${a} 个平台有填写记录，还看不出哪些平台要填同样的内容。`,
  matrixSentence: (a: string, b: string, count: number) => `重叠最多的是“${a}”和“${b}”：${count} 类项目两边都要填。`,
  matrixAll: (portals: number, count: number) => `${portals} 个平台两两都有 ${count} 类项目重叠。`,
  matrixKeys: '列头的数字就是左边平台的编号。用方向键在格子间移动，回车列出项目。',
  matrixCell: (a: string, b: string, items: string) => `“${a}”和“${b}”都要填：${items}`,
  matrixEmpty: (a: string, b: string) => `“${a}”和“${b}”没有同样的项目`,
  list: '重复填写项清单',
  listNote: '给数据主管部门参考：项目 × 平台 × 次数，不含任何人和任何填写内容。可用于“一表通”“一张表”梳理。',
  print: '打印清单',
  csv: '存为 CSV',
  own: '仅供本人留存，不得收取或用于考核。由本机生成，未联网。',
  sentence: (item: string, times: string, portals: number) =>
    `重复最多的是“${item}”，重复 ${times} 次，涉及 ${portals} 个平台。`,
  tied: (items: readonly string[], times: string) =>
    items.length > 3
      ? `重复最多的有 ${items.length} 项，各重复 ${times} 次。`
      : `重复最多的是${items.map((item) => `“${item}”`).join('、')}，各重复 ${times} 次。`,
};
export type RepeatsTexts = LocalizedTexts<typeof repeats>;
