/**
 * Names of the tasks that the owner notes by hand, on the phone and in other programs. The dashboard shows these names.
 */
import type { PhoneBurden } from '../../../../core/events.ts';
import type { LocalizedTexts } from '../../localized-texts.ts';

export const phone = {
  chain: '接龙',
  'check-in': '打卡',
  received: '收到',
  forward: '转发',
  photo: '拍照',
  timer: '计时：其他',
  'ie-mode': 'IE 模式',
  client: '客户端软件',
  spreadsheet: '做表格',
  chat: '聊天群',
} satisfies Record<PhoneBurden, string>;
export type PhoneTexts = LocalizedTexts<typeof phone>;
