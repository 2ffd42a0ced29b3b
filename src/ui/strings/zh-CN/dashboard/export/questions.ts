/** Texts of the export: the questions, some of which are drawn for each month. */
import type { LocalizedTexts } from '../../../localized-texts.ts';

export const questions = {
  head: '本月抽到的是几个问题，都可以不答',
  burden: '上个月，平台和报表给您带来的负担有多大？',
  burdens: ['完全没有', '较小', '一般', '较大', '非常大'],
  burdenNote: '改编自 Jilke、Bækgaard、Herd 和 Moynihan 的题目，未经验证。',
  share: '上个月在电脑上做的填报，大约有多少是在这个浏览器里做的？',
  recalled: '凭记忆，上个月在这些平台上用了多少小时？',
  shared: '这台电脑也有别人用，或您还用别的电脑？',
  yes: '是',
  no: '否',
  skip: '不答',
};
export type QuestionsTexts = LocalizedTexts<typeof questions>;
