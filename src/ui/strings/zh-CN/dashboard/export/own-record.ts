/** Texts of the owner's full record of a month. */
import type { LocalizedTexts } from '../../../localized-texts.ts';

export const ownRecord = {
  head: (month: string) => `${month}本人完整记录`,
  mark: '仅供本人留存，不得收取或用于考核',
  text: (month: string) =>
    `${month}的平台域名和每天的数字都在里面，和月报是两回事。只供本人留存，不要交出；任何人不得收取或用于考核。`,
  csv: (month: string) => `保存${month}本人完整记录（CSV，不要交出）`,
  print: (month: string) => `打印${month}本人完整记录`,
  made: '由本机生成 · 未联网',
  columns: ['日期', '平台', '类别', '用途', '操作分钟', '观看分钟', '填写项', '提交', '打卡留痕等'],
  days: ['日期', '用时', '非工作时间', '填写项', '其中重复', '提交'],
  measured: '浏览器里测得的',
  selfReported: '自己记的（手机等），不与测得的数相加',
  times: '次数',
  minutes: '分钟',
  coverage: (days: number) => `有记录 ${days} 天。手机、客户端软件和未加入的网站看不到。`,
};
export type OwnRecordTexts = LocalizedTexts<typeof ownRecord>;
