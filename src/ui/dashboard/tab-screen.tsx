/**
 * Lists the tabs of the dashboard with the component of each. The overview is part of the page's own script, because it
 * is shown first; every other tab is loaded when it is first opened.
 */
import type { ComponentType } from 'preact';
import type { Tab } from '../route.ts';
import { LazyScreen } from './lazy-screen.tsx';
import { OverviewTab } from './tabs/overview.tsx';
import type { TabProps } from './tabs/tab-props.ts';

const lazyTabs: Record<Exclude<Tab, 'overview'>, () => Promise<ComponentType<TabProps>>> = {
  time: () => import('./tabs/time.tsx').then((m) => m.TimeTab),
  portals: () => import('./tabs/portals.tsx').then((m) => m.PortalsTab),
  repeats: () => import('./tabs/repeats.tsx').then((m) => m.RepeatsTab),
  burden: () => import('./tabs/burden.tsx').then((m) => m.BurdenTab),
  'after-hours': () => import('./tabs/after-hours.tsx').then((m) => m.AfterHoursTab),
  coverage: () => import('./tabs/coverage.tsx').then((m) => m.CoverageTab),
  settings: () => import('./tabs/settings.tsx').then((m) => m.SettingsTab),
  export: () => import('./tabs/export.tsx').then((m) => m.ExportTab),
};

/** Draws the screen of the tab in the route. */
export const TabScreen = ({ route }: TabProps) =>
  route.tab === 'overview' ? (
    <OverviewTab route={route} />
  ) : (
    <LazyScreen load={lazyTabs[route.tab]} props={{ route }} />
  );
