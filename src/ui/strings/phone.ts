/** What the owner notes of the phone and of programs, in words of the dashboard. */
import type { PhoneBurden } from '../../core/events.ts';
import type { Language } from '../../core/settings.ts';

export const phoneNames: Readonly<Record<Language, Readonly<Record<PhoneBurden, string>>>> = {
  'zh-CN': {
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
  },
  'zh-TW': {
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
  },
  en: {
    chain: 'Chain reply',
    'check-in': 'Check-in',
    received: '“Received”',
    forward: 'Forward',
    photo: 'Photo',
    timer: 'Timed: other',
    'ie-mode': 'IE mode',
    client: 'Desktop program',
    spreadsheet: 'Spreadsheet',
    chat: 'Chat group',
  },
};
