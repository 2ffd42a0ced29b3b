/** Names of the purposes of portals, and the question that asks for the purpose of a portal. */
import type { PurposesTexts } from '../zh-CN/purposes.ts';

export const purposes: PurposesTexts = {
  purposes: {
    casework: '本職辦理',
    reporting: '上級要求填報',
    study: '學習考核',
    personal: '個人事務',
    none: '未分類',
  },
  purposeAsk: (name) => `您主要用「${name}」做什麼？`,
  purposeSkip: '暫不選擇',
};
