/**
 * The dashboard: the page with all figures, the settings and the export. `tabs/` has one file per tab, `parts/` has the
 * parts that several tabs use; each of the other folders has the parts of one tab. This file draws the frame
 * (navigation, period, notices) around the tab that the address names.
 */
import { useEffect, useState } from 'preact/hooks';
import { HatchSheet } from '../charts/hatches.tsx';
import { usePageContext, useTexts } from '../page-context.ts';
import { parseRoute, routeHash, type Tab, tabs } from '../route.ts';
import { LedgerNotice } from './ledger-notice.tsx';
import { PeriodNav } from './period-nav.tsx';
import { TabScreen } from './tab-screen.tsx';

/** Tabs that show no period. */
const tabsWithoutPeriod: readonly Tab[] = ['settings', 'export'];

export function Dashboard() {
  const page = usePageContext();
  const texts = useTexts('dashboard');
  const shared = useTexts('common');
  const [route, setRoute] = useState(() => parseRoute(location.hash, page.state.today));
  useEffect(() => {
    const onHashChange = () => setRoute(parseRoute(location.hash, page.state.today));
    addEventListener('hashchange', onHashChange);
    return () => removeEventListener('hashchange', onHashChange);
  }, [page.state.today]);
  useEffect(() => {
    document.title = `${texts.tabs[route.tab]} · ${page.settings.discreet ? shared.discreetName : shared.name}`;
  }, [route.tab, texts, shared, page.settings.discreet]);
  const { trouble } = page.state;
  return (
    <div class="frame">
      <HatchSheet />
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {texts.skip}
      </button>
      <header>
        <p class="brand">{page.settings.discreet ? shared.discreetName : shared.name}</p>
        <nav aria-label={texts.sections}>
          <ul>
            {tabs.map((tab) => (
              <li key={tab}>
                <a href={routeHash({ ...route, tab })} aria-current={tab === route.tab ? 'page' : undefined}>
                  {texts.tabs[tab]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <div class="top">
          <h1>{texts.tabs[route.tab]}</h1>
          {tabsWithoutPeriod.includes(route.tab) ? null : <PeriodNav route={route} />}
        </div>
        {page.state.sample ? <p class="sample">{shared.sample}</p> : null}
        {trouble === null ? null : <LedgerNotice trouble={trouble} />}
        {page.state.backupDue && route.tab === 'overview' ? (
          <p class="notice" data-backup-due>
            {texts.backupDue} <a href={routeHash({ ...route, tab: 'settings' })}>{texts.backUp}</a>
          </p>
        ) : null}
        <TabScreen route={route} />
      </main>
    </div>
  );
}
