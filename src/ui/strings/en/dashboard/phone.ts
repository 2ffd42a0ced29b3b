/** Names of what the owner reports about the phone and other programs, as the dashboard shows them. */
import type { PhoneTexts } from '../../zh-CN/dashboard/phone.ts';

export const phone: PhoneTexts = {
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
};
