/** Texts of the export: the risk that a reader recognises the owner. */
import type { RiskTexts } from '../../../zh-CN/dashboard/export/risk.ts';

export const risk: RiskTexts = {
  head: '被認出的風險',
  graded: (grade) => `被認出的風險：${grade}`,
  grades: { low: '低', middle: '中', high: '高' },
  office: (often) => `如由本單位的人收取：15 個人的單位裡，知道您大致用時的人，在模擬中${often}的情況下能認出是哪份。`,
  alike: (n) => `十萬人裡大約有 ${n} 人的檔案會和這份一樣（按模擬資料估計，不是實測）。`,
  reasons: {
    rare: '這樣的組合少見。',
    context: '填的背景太具體。',
    'few-days': '有記錄的日子不到 5 天。',
    partial: '本月未結束。',
  },
  remedies: {
    seal: '密封',
    sealFirst: '先加入一項研究，就能密封',
    remove: '去掉這一項',
    wait: '可以等月底以後再匯出',
  },
  sure: '風險高，仍要儲存',
};
