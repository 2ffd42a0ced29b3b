/**
 * Names of the tasks that the owner notes by hand, on the phone and in other programs. The dashboard shows these names.
 */
import type { PhoneTexts } from '../../zh-CN/dashboard/phone.ts';

export const phone: PhoneTexts = {
  chain: '接龍',
  'check-in': '打卡',
  received: '收到',
  forward: '轉發',
  photo: '拍照',
  timer: '計時：其他',
  'ie-mode': 'IE 模式',
  client: '用戶端軟體',
  spreadsheet: '做表格',
  chat: '聊天群組',
};
