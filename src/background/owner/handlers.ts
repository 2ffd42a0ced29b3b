/**
 * The handlers of all messages of our own pages (popup, dashboard, consent page). This folder holds what the owner's
 * screens ask for and what the browser's toolbar shows.
 */
import type { OwnMessages } from '../../messages.ts';
import type { LedgerContext } from '../ledger/worker-context.ts';
import type { Handlers } from './handler.ts';
import { backupHandlers } from './handlers/backups.ts';
import { catalogueHandlers } from './handlers/catalogue.ts';
import { dayHandlers } from './handlers/days.ts';
import { monthHandlers } from './handlers/months.ts';
import { nameHandlers } from './handlers/names.ts';
import { selfReportHandlers } from './handlers/self-reports.ts';
import { settingHandlers } from './handlers/settings.ts';
import { siteHandlers } from './handlers/sites.ts';

/** A handler for every message of our own pages; a missing one does not compile. */
export const ownHandlers = (ctx: LedgerContext): Handlers<keyof OwnMessages> => ({
  ...settingHandlers(ctx),
  ...siteHandlers(ctx),
  ...nameHandlers(ctx),
  ...catalogueHandlers(ctx),
  ...selfReportHandlers(ctx),
  ...dayHandlers(ctx),
  ...monthHandlers(ctx),
  ...backupHandlers(ctx),
});
