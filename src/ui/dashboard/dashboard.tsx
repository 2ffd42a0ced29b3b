/** The frame of the dashboard: tabs, period, and the screen that the address names. */
import { useEffect, useState } from 'preact/hooks';
import type { State } from '../../messages.ts';
import { HatchSheet } from '../charts/hatches.tsx';
import { Diagnosis, detailsOf } from '../diagnosis.tsx';
import { useFailures } from '../failures.tsx';
import { useShell, useWords } from '../page-context.ts';
import { hashOf, periodOf, readRoute, step, type Tab, tabs, units } from '../route.ts';
import { common } from '../strings/common.ts';
import { dashboard } from '../strings/dashboard.ts';
import { troubles } from '../strings/trouble.ts';
import { isShut } from './days.tsx';
import { periodName } from './quote.tsx';
import { TabScreen } from './tab-screen.tsx';
import type { ScreenProps } from './tabs/screen-props.ts';

const timeless: readonly Tab[] = ['settings', 'export'];

export function Dashboard() {
  const shell = useShell();
  const words = useWords(dashboard);
  const shared = useWords(common);
  const [route, setRoute] = useState(() => readRoute(location.hash, shell.state.today));
  useEffect(() => {
    const follow = () => setRoute(readRoute(location.hash, shell.state.today));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [shell.state.today]);
  useEffect(() => {
    document.title = `${words.tabs[route.tab]} · ${shell.settings.discreet ? shared.discreetName : shared.name}`;
  }, [route.tab, words, shared, shell.settings.discreet]);
  const { trouble } = shell.state;
  return (
    <div class="frame">
      <HatchSheet />
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {words.skip}
      </button>
      <header>
        <p class="brand">{shell.settings.discreet ? shared.discreetName : shared.name}</p>
        <nav aria-label={words.sections}>
          <ul>
            {tabs.map((tab) => (
              <li key={tab}>
                <a href={hashOf({ ...route, tab })} aria-current={tab === route.tab ? 'page' : undefined}>
                  {words.tabs[tab]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <div class="top">
          <h1>{words.tabs[route.tab]}</h1>
          {timeless.includes(route.tab) ? null : <Period route={route} />}
        </div>
        {shell.state.sample ? <p class="sample">{shared.sample}</p> : null}
        {trouble === null ? null : <Trouble of={trouble} />}
        {shell.state.backupDue && route.tab === 'overview' ? (
          <p class="notice" data-backup-due>
            {words.backupDue} <a href={hashOf({ ...route, tab: 'settings' })}>{words.backUp}</a>
          </p>
        ) : null}
        <TabScreen route={route} />
      </main>
    </div>
  );
}

/** What is wrong with the ledger, for all of the page; and, where parts of it could not be read, what may be copied. */
function Trouble({ of }: { of: NonNullable<State['trouble']> }) {
  const { state, version, copy, refresh } = useShell();
  const { head, text } = useWords(troubles)[of];
  const { reasons, again } = useFailures();
  const details = { version, catalogue: state.catalogueVersion, trouble: of, reasons };
  return (
    <div class="notice" role="alert" data-trouble={of}>
      <p>
        <strong>{head}</strong>
        <br />
        {text}
      </p>
      {isShut(of) && reasons.length > 0 ? (
        <Diagnosis
          details={detailsOf(details)}
          copy={copy}
          // This version will not learn to read it.
          again={of === 'newer' ? undefined : () => refresh().then(again, again)}
        />
      ) : null}
    </div>
  );
}

function Period({ route }: ScreenProps) {
  const { language, state } = useShell();
  const words = useWords(dashboard);
  const { to } = periodOf(route.unit, route.day);
  const name = periodName(route, language);
  return (
    <nav class="period" aria-label={words.period}>
      <span class="units">
        {units.map((unit) => (
          <a key={unit} href={hashOf({ ...route, unit })} aria-current={unit === route.unit ? 'true' : undefined}>
            {words.units[unit]}
          </a>
        ))}
      </span>
      <span class="steps">
        <a href={hashOf(step(route, -1))} aria-label={words.before}>
          ‹
        </a>
        <span class="shown" aria-live="polite">
          {name}
        </span>
        <a
          href={hashOf(step(route, 1))}
          aria-label={words.after}
          aria-disabled={to >= state.today ? 'true' : undefined}
        >
          ›
        </a>
        <a href={hashOf({ ...route, day: state.today })}>{words.today}</a>
      </span>
    </nav>
  );
}
