/** What portals are for, and the question that asks it. */
import type { Texts } from './texts.ts';

const zhCN = {
  purposes: {
    casework: '本职办理',
    reporting: '上级要求填报',
    study: '学习考核',
    personal: '个人事务',
    none: '未分类',
  },
  purposeAsk: (name: string) => `您主要用“${name}”做什么？`,
  purposeSkip: '先不说',
};

export const purposeWords: Texts<typeof zhCN> = {
  'zh-CN': zhCN,
  'zh-TW': {
    purposes: {
      casework: '本職辦理',
      reporting: '上級要求填報',
      study: '學習考核',
      personal: '個人事務',
      none: '未分類',
    },
    purposeAsk: (name) => `您主要用「${name}」做什麼？`,
    purposeSkip: '先不說',
  },
  en: {
    purposes: {
      casework: 'Own casework',
      reporting: 'Reporting upward',
      study: 'Study and assessment',
      personal: 'Personal matters',
      none: 'Not classified',
    },
    purposeAsk: (name) => `What do you mostly use “${name}” for?`,
    purposeSkip: 'Rather not say',
  },
};
