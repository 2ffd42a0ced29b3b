/** Texts of the export: report levels and the strength of the noise. */
import type { NoiseLevel } from '../../../../../core/report/draws/randomized-response.ts';
import type { ReportLevel, SaferLevel } from '../../../../../core/report/report-format.ts';
import type { LocalizedTexts } from '../../../localized-texts.ts';

export const levels = {
  levels: {
    least: {
      name: '最少：月度概况',
      text: '只有几个粗略的区间：用时、非工作时间、重复填写比例。陌生人很难认出是谁的；同办公室的人仍可能认出。',
      often: '约四分之一',
    },
    standard: {
      name: '标准：随机抽取一项',
      text: '月度概况，或随机抽到的一项（一类平台、一张表、一种负担、手机上的一种事、几个问题）。只写其中一项，抽签只抽一次。',
      often: '约六分之一',
    },
    noisy: {
      name: '随机扰动',
      text: '用时和非工作时间先在本机加上随机扰动再写进文件。即使在小单位，拿到文件的人也不能确定真实数字。',
      often: '约十分之一',
    },
  } satisfies Record<ReportLevel, { name: string; text: string; often: string }>,
  levelNames: { least: '最少', standard: '标准', noisy: '随机扰动' } satisfies Record<ReportLevel, string>,
  switchTo: { least: '改为最少', noisy: '改为随机扰动' } satisfies Record<SaferLevel, string>,
  lockedNote: (level: string) => `这个月已经保存过，级别（${level}）和内容不再改变，否则几份文件放在一起会透露更多。`,
  firstSave: '第一次保存后，这个月的级别和内容就固定了。',
  noise: '扰动的强度',
  noises: { 3: '强（ε = ln 3）', 7: '中（ε = ln 7）', 20: '弱（ε = ln 20）' } satisfies Record<NoiseLevel, string>,
  noiseAccount: (times: number, epsilon: string) =>
    `近十二个月已按随机扰动保存 ${times} 次，每次两项，合计最多 ε = ${epsilon}。次数越多，保护越弱。`,
};
export type LevelsTexts = LocalizedTexts<typeof levels>;
