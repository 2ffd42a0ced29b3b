/** The frame of the dashboard: tabs, period, and the screen that the address names. */
import { useEffect, useState } from 'preact/hooks';
import type { State } from '../../messages.ts';
import { HatchSheet } from '../charts/hatches.tsx';
import { Diagnosis, diagnosisText } from '../diagnosis.tsx';
import { useFailures } from '../failures.tsx';
import { usePageContext, useTexts } from '../page-context.ts';
import { parseRoute, periodOf, routeHash, step, type Tab, tabs, units } from '../route.ts';
import { common } from '../strings/common.ts';
import { dashboard } from '../strings/dashboard.ts';
import { troubles } from '../strings/trouble.ts';
import { isUnreadable } from './parts/answer-card.tsx';
import { periodName } from './parts/period-name.ts';
import { TabScreen } from './tab-screen.tsx';
import type { TabProps } from './tabs/tab-props.ts';

const timeless: readonly Tab[] = ['settings', 'export'];

export function Dashboard() {
  const page = usePageContext();
  const texts = useTexts(dashboard);
  const shared = useTexts(common);
  const [route, setRoute] = useState(() => parseRoute(location.hash, page.state.today));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash, page.state.today));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
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
          {timeless.includes(route.tab) ? null : <Period route={route} />}
        </div>
        {page.state.sample ? <p class="sample">{shared.sample}</p> : null}
        {trouble === null ? null : <Trouble of={trouble} />}
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

/** What is wrong with the ledger, for all of the page; and, where parts of it could not be read, what may be copied. */
function Trouble({ of }: { of: NonNullable<State['trouble']> }) {
  const { state, version, copy, refresh } = usePageContext();
  const { head, text } = useTexts(troubles)[of];
  const { reasons, again } = useFailures();
  const details = { version, catalogue: state.catalogueVersion, trouble: of, reasons };
  return (
    <div class="notice" role="alert" data-trouble={of}>
      <p>
        <strong>{head}</strong>
        <br />
        {text}
      </p>
      {isUnreadable(of) && reasons.length > 0 ? (
        <Diagnosis
          details={diagnosisText(details)}
          copy={copy}
          // This version will not learn to read it.
          again={of === 'newer' ? undefined : () => refresh().then(again, again)}
        />
      ) : null}
    </div>
  );
}

function Period({ route }: TabProps) {
  const { language, state } = usePageContext();
  const texts = useTexts(dashboard);
  const { to } = periodOf(route.unit, route.day);
  const name = periodName(route, language);
  return (
    <nav class="period" aria-label={texts.period}>
      <span class="units">
        {units.map((unit) => (
          <a key={unit} href={routeHash({ ...route, unit })} aria-current={unit === route.unit ? 'true' : undefined}>
            {texts.units[unit]}
          </a>
        ))}
      </span>
      <span class="steps">
        <a href={routeHash(step(route, -1))} aria-label={texts.before}>
          ‹
        </a>
        <span class="shown" aria-live="polite">
          {name}
        </span>
        <a
          href={routeHash(step(route, 1))}
          aria-label={texts.after}
          aria-disabled={to >= state.today ? 'true' : undefined}
        >
          ›
        </a>
        <a href={routeHash({ ...route, day: state.today })}>{texts.today}</a>
      </span>
    </nav>
  );
}
