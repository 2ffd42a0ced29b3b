/** What our own pages may ask, topic by topic. */
import type { OwnMessages } from '../../messages.ts';
import type { Answering, Answers } from '../ledger/worker-context.ts';
import { backupAnswers } from './answers/backups.ts';
import { catalogueAnswers } from './answers/catalogue.ts';
import { dayAnswers } from './answers/days.ts';
import { monthAnswers } from './answers/months.ts';
import { nameAnswers } from './answers/names.ts';
import { selfAnswers } from './answers/self-reports.ts';
import { settingAnswers } from './answers/settings.ts';
import { siteAnswers } from './answers/sites.ts';

export const ownAnswers = (at: Answering): Answers<keyof OwnMessages> => ({
  ...settingAnswers(at),
  ...siteAnswers(at),
  ...nameAnswers(at),
  ...catalogueAnswers(at),
  ...selfAnswers(at),
  ...dayAnswers(at),
  ...monthAnswers(at),
  ...backupAnswers(at),
});
