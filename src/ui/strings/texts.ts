/**
 * All texts that the extension shows, by area. The shape of an area is that of its Simplified Chinese texts. A page
 * loads the areas that it needs, in the language shown.
 */

import type { CommonTexts } from './zh-CN/common.ts';
import type { ConsentTexts } from './zh-CN/consent.ts';
import type { AfterHoursTexts } from './zh-CN/dashboard/after-hours.ts';
import type { BackupTexts } from './zh-CN/dashboard/backup.ts';
import type { BurdenTexts } from './zh-CN/dashboard/burden.ts';
import type { ChartsTexts } from './zh-CN/dashboard/charts.ts';
import type { ClausesTexts } from './zh-CN/dashboard/clauses.ts';
import type { CoverageTexts } from './zh-CN/dashboard/coverage.ts';
import type { DashboardTexts } from './zh-CN/dashboard/dashboard.ts';
import type { MonthExportTexts } from './zh-CN/dashboard/export/export.ts';
import type { FieldKindsTexts } from './zh-CN/dashboard/field-kinds.ts';
import type { OverviewTexts } from './zh-CN/dashboard/overview.ts';
import type { PhoneTexts } from './zh-CN/dashboard/phone.ts';
import type { PortalsTexts } from './zh-CN/dashboard/portals.ts';
import type { RepeatsTexts } from './zh-CN/dashboard/repeats.ts';
import type { SettingsTexts } from './zh-CN/dashboard/settings.ts';
import type { TimeTexts } from './zh-CN/dashboard/time.ts';
import type { HoursTexts } from './zh-CN/hours.ts';
import type { PopupTexts } from './zh-CN/popup.ts';
import type { PrivacyTexts } from './zh-CN/privacy.ts';
import type { PurposesTexts } from './zh-CN/purposes.ts';
import type { QuarterHoursTexts } from './zh-CN/quarter-hours.ts';
import type { ScreensTexts } from './zh-CN/screens.ts';
import type { SitesTexts } from './zh-CN/sites.ts';
import type { StorageFaultsTexts } from './zh-CN/storage-faults.ts';

export interface Texts {
  readonly popup: PopupTexts;
  readonly common: CommonTexts;
  readonly quarterHours: QuarterHoursTexts;
  readonly purposes: PurposesTexts;
  readonly storageFaults: StorageFaultsTexts;
  readonly screens: ScreensTexts;
  readonly sites: SitesTexts;
  readonly hours: HoursTexts;
  readonly consent: ConsentTexts;
  readonly privacy: PrivacyTexts;
  readonly dashboard: DashboardTexts;
  readonly overview: OverviewTexts;
  readonly charts: ChartsTexts;
  readonly time: TimeTexts;
  readonly portals: PortalsTexts;
  readonly repeats: RepeatsTexts;
  readonly fieldKinds: FieldKindsTexts;
  readonly burden: BurdenTexts;
  readonly clauses: ClausesTexts;
  readonly phone: PhoneTexts;
  readonly afterHours: AfterHoursTexts;
  readonly coverage: CoverageTexts;
  readonly settings: SettingsTexts;
  readonly backup: BackupTexts;
  readonly monthExport: MonthExportTexts;
}

/** The areas that each page loads. */
export interface PageTexts {
  readonly popup: Pick<Texts, 'popup' | 'common' | 'quarterHours' | 'purposes' | 'storageFaults'>;
  readonly consent: Pick<Texts, 'consent' | 'common' | 'storageFaults' | 'screens' | 'sites' | 'hours'>;
  readonly privacy: Pick<Texts, 'privacy' | 'common'>;
  readonly dashboard: Omit<Texts, 'popup' | 'consent' | 'privacy' | 'monthExport'>;
  /** The areas that the tab "Monthly report" loads, in addition to those of the dashboard. */
  readonly export: Pick<Texts, 'monthExport'>;
}
export type PageName = keyof PageTexts;
