/** What our own pages may ask, topic by topic. */
import type { OwnMessages } from '../../messages.ts';
import type { Answering, Answers } from '../ledger/worker-context.ts';
import { backupAnswers } from './handlers/backups.ts';
import { catalogueAnswers } from './handlers/catalogue.ts';
import { dayAnswers } from './handlers/days.ts';
import { monthAnswers } from './handlers/months.ts';
import { nameAnswers } from './handlers/names.ts';
import { selfAnswers } from './handlers/self-reports.ts';
import { settingAnswers } from './handlers/settings.ts';
import { siteAnswers } from './handlers/sites.ts';

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
