/** Texts of the export: the questions, some of which are drawn for each month. */
import type { QuestionsTexts } from '../../../zh-CN/dashboard/export/questions.ts';

export const questions: QuestionsTexts = {
  head: 'This month’s part is a few questions. You may skip any of them',
  burden: 'How great a burden were portals and reporting forms last month?',
  burdens: ['None at all', 'Small', 'Moderate', 'Great', 'Very great'],
  burdenNote: 'Adapted from Jilke, Bækgaard, Herd & Moynihan; not validated.',
  share: 'Of last month’s reporting on a computer, how much was in this browser?',
  recalled: 'From memory, how many hours did you spend on these portals last month?',
  shared: 'Do others use this computer, or do you use another one too?',
  yes: 'Yes',
  no: 'No',
  skip: 'Skip',
};
