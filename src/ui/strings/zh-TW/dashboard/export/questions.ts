/** Texts of the export: the questions, some of which are drawn for each month. */
import type { QuestionsTexts } from '../../../zh-CN/dashboard/export/questions.ts';

export const questions: QuestionsTexts = {
  head: '本月抽到的是幾個問題，都可以不答',
  burden: '上個月，平台和報表給您帶來的負擔有多大？',
  burdens: ['完全沒有', '較小', '一般', '較大', '非常大'],
  burdenNote: '改編自 Jilke、Bækgaard、Herd 和 Moynihan 的題目，未經驗證。',
  share: '上個月在電腦上做的填報，大約有多少是在這個瀏覽器裡做的？',
  recalled: '憑記憶，上個月在這些平台上用了多少小時？',
  shared: '這台電腦也有別人用，或您還用別的電腦？',
  yes: '是',
  no: '否',
  skip: '不答',
};
