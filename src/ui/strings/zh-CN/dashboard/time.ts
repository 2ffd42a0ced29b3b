/** Texts of the tab "Time". */
import type { LocalizedTexts } from '../../localized-texts.ts';

export const time = {
  timeline: '这一天',
  timelineSentence: (portals: number, time: string) => `${portals} 个平台，共 ${time}。背景斜纹是非工作时间。`,
  fromTo: '时间',
  portal: '平台',
  state: '状态',
  time: '用时',
  states: { active: '操作', watching: '观看', unattended: '无人在场（不计入）' },
  paler: '颜色较浅：仅观看',
  point: (at: string, portal: string, state: string, time: string) => `${at}　${portal}　${state} ${time}`,
  whole: '显示 24 小时',
  sessions: '逐段记录',
  sessionsNote:
    '同一平台相隔不到 5 分钟的算一段；分钟数四舍五入，加起来可能和合计略有出入。删除会删掉这段时间里所有平台的记录。',
  erasePart: '删除',
  erasePartOf: (part: string) => `删除 ${part}`,
  erasedPart: (part: string) => `${part} 的记录已删除`,
  erase: '删除这一天',
  erased: (day: string) => `${day}的记录已删除`,
  eraseNote: '这一天的逐次记录、汇总和同一周的比对码都会删掉。',
  calendar: '日历',
  byState: '操作与观看',
  active: '操作',
  watching: '观看',
  unattended: '无人在场（不计入）',
};
export type TimeTexts = LocalizedTexts<typeof time>;
