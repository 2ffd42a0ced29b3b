/** Texts of the export: report levels and the strength of the noise. */
import type { LevelsTexts } from '../../../zh-CN/dashboard/export/levels.ts';

export const levels: LevelsTexts = {
  levels: {
    least: {
      name: '最少：每月概況',
      text: '只有幾個粗略的區間：用時、非工作時間、重複填寫比例。陌生人很難認出是誰的；同辦公室的人仍可能認出。',
      often: '約四分之一',
    },
    standard: {
      name: '標準：隨機抽取一項',
      text: '每月概況，或隨機抽到的一項（一類平台、一張表、一種負擔、手機上的一種事、幾個問題）。只寫其中一項，抽籤只抽一次。',
      often: '約六分之一',
    },
    noisy: {
      name: '隨機擾動',
      text: '用時和非工作時間先在本機加上隨機擾動再寫進檔案。即使在小單位，拿到檔案的人也不能確定真實數字。',
      often: '約十分之一',
    },
  },
  levelNames: { least: '最少', standard: '標準', noisy: '隨機擾動' },
  switchTo: { least: '改為最少', noisy: '改為隨機擾動' },
  lockedNote: (level) => `這個月已經儲存過，等級（${level}）和內容不再改變，否則幾份檔案放在一起會透露更多。`,
  firstSave: '第一次儲存後，這個月的等級和內容就固定了。',
  noise: '擾動的強度',
  noises: { 3: '強（ε = ln 3）', 7: '中（ε = ln 7）', 20: '弱（ε = ln 20）' },
  noiseAccount: (times, epsilon) =>
    `近十二個月已按隨機擾動儲存 ${times} 次，每次兩項，合計最多 ε = ${epsilon}。次數越多，保護越弱。`,
};
