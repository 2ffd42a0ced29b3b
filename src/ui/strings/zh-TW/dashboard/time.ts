/** Texts of the tab "Time". */
import type { TimeTexts } from '../../zh-CN/dashboard/time.ts';

export const time: TimeTexts = {
  timeline: '這一天',
  timelineSentence: (portals, time) => `${portals} 個平台，共 ${time}。背景斜紋是非工作時間。`,
  fromTo: '時間',
  portal: '平台',
  state: '狀態',
  time: '用時',
  states: { active: '操作', watching: '觀看', unattended: '無人在場（不計入）' },
  paler: '顏色較淺：僅觀看',
  point: (at, portal, state, time) => `${at}　${portal}　${state} ${time}`,
  whole: '顯示 24 小時',
  sessions: '逐段記錄',
  sessionsNote:
    '同一平台相隔不到 5 分鐘的算一段；分鐘數四捨五入，加起來可能和合計略有出入。刪除會刪掉這段時間裡所有平台的記錄。',
  erasePart: '刪除',
  erasePartOf: (part) => `刪除 ${part}`,
  erasedPart: (part) => `${part} 的記錄已刪除`,
  erase: '刪除這一天',
  erased: (day) => `${day}的記錄已刪除`,
  eraseNote: '這一天的逐次記錄、彙總和同一週的比對碼都會刪掉。',
  calendar: '日曆',
  byState: '操作與觀看',
  active: '操作',
  watching: '觀看',
  unattended: '無人在場（不計入）',
};
