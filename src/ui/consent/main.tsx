/** Entry of the consent page: passes the browser's API to it as effects. */
import { render } from 'preact';
import type Browser from 'webextension-polyfill';
import type { EpochMs } from '../../core/events.ts';
import { createAsk } from '../ask-worker.ts';
import { type PageEffects, PageProvider } from '../page-provider.tsx';
import '../style.css';
import '../screens.css';
import './consent.css';
import { Consent } from './consent.tsx';

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

/** Removes the extension. The browser asks for confirmation; it is not an error if the owner cancels. */
const remove = () =>
  browser.management.uninstallSelf({ showConfirmDialog: true }).catch((why: Error) => {
    if (!/cancel/i.test(why.message)) throw why;
  });
const mayRemove = () =>
  browser.management.getSelf().then(
    ({ mayDisable }) => mayDisable !== false,
    () => true, // Not known. If the browser does not allow the removal, it refuses later.
  );

render(
  <PageProvider name="consent" effects={effects}>
    <Consent
      remove={remove}
      mayRemove={mayRemove}
      openDashboard={() => location.assign(browser.runtime.getURL('src/ui/dashboard/index.html'))}
    />
  </PageProvider>,
  document.getElementById('app') as HTMLElement,
);
