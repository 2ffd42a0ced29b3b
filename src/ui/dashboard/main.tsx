/** Entry of the dashboard: passes the browser's API to it as effects. */
import { render } from 'preact';
import type Browser from 'webextension-polyfill';
import type { EpochMs } from '../../core/events.ts';
import { createAsk } from '../ask-worker.ts';
import { type PageEffects, PageProvider } from '../page-provider.tsx';
import '../style.css';
import '../screens.css';
import '../charts/charts.css';
import './dashboard.css';
import { Dashboard } from './dashboard.tsx';

// No polyfill is needed, because this page only calls functions that return promises in both browsers.
const api = globalThis as unknown as { browser?: typeof Browser; chrome: typeof Browser };
const browser = api.browser ?? api.chrome;

const effects: PageEffects = {
  ask: createAsk((message) => browser.runtime.sendMessage(message)),
  now: () => Date.now() as EpochMs,
  requestOrigins: (origins) => browser.permissions.request({ origins: [...origins] }),
  version: browser.runtime.getManifest().version,
  languages: navigator.languages,
  root: document.documentElement,
};

/** The popup sends this event to a dashboard that is already open, to bring its tab to the front. */
addEventListener('come-forward', async () => {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.update(tab.id, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
});

render(
  <PageProvider name="dashboard" effects={effects}>
    <Dashboard />
  </PageProvider>,
  document.getElementById('app') as HTMLElement,
);
