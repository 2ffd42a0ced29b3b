/**
 * Names of the tasks that the owner notes by hand, on the phone and in other programs. The dashboard shows these names.
 */
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
