/** Entry of the popup: passes the browser's API to it as effects. */
import { render } from 'preact';
import type Browser from 'webextension-polyfill';
import type { EpochMs } from '../../core/events.ts';
import { pickLanguage } from '../../core/pick-language.ts';
import { createAsk } from '../ask-worker.ts';
import { loadTexts } from '../strings/languages.ts';
import type { Glance } from './glance.ts';
import '../style.css';
import './popup.css';
import { Popup } from './popup.tsx';
import type { PopupEffects } from './popup-reading.ts';

// No polyfill is needed, because this page only calls functions that return promises in both browsers.
const api = globalThis as unknown as { browser?: typeof Browser; chrome: typeof Browser };
const browser = api.browser ?? api.chrome;
const session = (browser.storage as unknown as { session: Browser.Storage.StorageArea }).session;

/** Shows the dashboard in its open tab, or in a new one, and closes the popup. */
async function openDashboard(hash: string): Promise<void> {
  const address = browser.runtime.getURL('src/ui/dashboard/index.html');
  const views = browser.extension.getViews({ type: 'tab' }).filter((view) => view.location.href.startsWith(address));
  const [view] = views as unknown as (Window & typeof globalThis)[];
  if (view === undefined) await browser.tabs.create({ url: address + hash });
  else {
    // The dashboard brings its own tab to the front: without the `tabs` permission, only the dashboard knows it.
    view.location.hash = hash;
    view.dispatchEvent(new Event('come-forward'));
  }
  close();
}

const effects: PopupEffects = {
  ask: createAsk((message) => browser.runtime.sendMessage(message)),
  now: () => Date.now() as EpochMs,
  tomorrow: () => new Date().setHours(24, 0, 0, 0) as EpochMs,
  languages: navigator.languages,
  root: document.documentElement,
  privateWindow: browser.extension.inIncognitoContext === true,
  tabUrl: async () => (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.url ?? '',
  requestOrigin: (origin) => browser.permissions.request({ origins: [origin] }),
  keepGlance: (glance) => session.set({ glance }),
  openDashboard,
  openConsent: async () => {
    await browser.tabs.create({ url: browser.runtime.getURL('src/ui/consent/index.html') });
    close();
  },
};

const root = document.getElementById('app') as HTMLElement;

async function main(): Promise<void> {
  const stored = (await session.get('glance').catch(() => ({}))) as { glance?: Glance };
  const glance = stored.glance ?? null;
  const language = pickLanguage(glance?.look.language ?? 'browser', navigator.languages);
  const first = { language, texts: await loadTexts('popup', language) };
  render(<Popup effects={effects} glance={glance} first={first} />, root);
}

void main();
