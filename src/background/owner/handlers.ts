/**
 * The handlers of all messages from the extension's own pages (popup, dashboard, consent page). This folder holds the
 * code that answers these pages and the code that shows the toolbar button.
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

/**
 * Returns a handler for every message from the extension's own pages. The code does not compile when a handler is
 * missing.
 */
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
