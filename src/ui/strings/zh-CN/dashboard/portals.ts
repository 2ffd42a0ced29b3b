/** Texts of the tab "Portals and forms". */
import type { LocalizedTexts } from '../../localized-texts.ts';

export const portals = {
  portals: '各平台',
  csv: '把这张表存为 CSV',
  open: '点平台名称，可查看详情、标注用途。',
  erase: '删除这个平台的记录',
  eraseNote: '将删除该平台的逐次记录、每天的用时和比对码。更早日期里不分平台的次数（重复、打卡等）会保留。',
  erased: (name: string) => `“${name}”的记录已删除`,
  detail: '平台详情',
  kind: '类别',
  purpose: '用途',
  exempt: '安保、应急类平台（不算作负担）',
  days: '有记录的天数',
  visits: '打开次数',
  unattended: '无人在场（不计入）',
  daysOf: (n: string) => `${n} 天`,
  timesOf: (n: string) => `${n} 次`,
  forms: '在几个平台都要填的表',
  formsNote: '项目种类相同的表算同一张表；名称不保存，只编号。',
  form: '表',
  formName: (n: number) => `表 ${n}`,
  submissions: '提交',
  on: '出现在',
  noForms: '这段时间没有提交过表单。',
  attempts: '提交情况',
  attempt: (p: { sent: string; failed: string; drafts: string; near: string; each: string }) =>
    `提交成功 ${p.sent} 次，其中 ${p.near} 次和以前交过的几乎一样；失败 ${p.failed} 次，暂存 ${p.drafts} 次。平均每次 ${p.each}。`,
  purposeSaved: '已更改，以前的记录也按新用途计算',
};
export type PortalsTexts = LocalizedTexts<typeof portals>;
