/** Performs actions on a browser from outside. Chromium and Firefox need different code for these actions. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { sleep, until } from '../support/driver.ts';
import type { Stage } from './open-stage.ts';

/** Returns the id of the window in front. */
export const frontWindow = ({ display }: Stage): string => display.xdotool('getactivewindow').trim();

/** Puts two windows side by side. */
export function placeSideBySide({ display }: Stage, left: string, right: string): void {
  for (const [window, x] of [
    [left, '0'],
    [right, '683'],
  ] as const)
    display.xdotool('windowsize', window, '683', '768', 'windowmove', window, x, '0');
}

/** Opens an address in a new window in front. */
export async function openWindow(stage: Stage, url: string): Promise<void> {
  const before = frontWindow(stage);
  let page: Page | null;
  if (stage.name === 'chromium') {
    const session = await stage.driver.browser.target().createCDPSession();
    const { targetId } = await session.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    const target = await stage.driver.browser.waitForTarget(
      (t) => (t as unknown as { _targetId: string })._targetId === targetId,
    );
    page = await target.page();
  } else page = await stage.driver.browser.newPage({ type: 'window' } as never);
  if (page === null) throw new Error('Cannot open a second window: its target is not a page');
  await until('a second window', () => frontWindow(stage) !== before);
  // The page must have the focus, not the address bar.
  await page.bringToFront();
  await page.goto(url);
}

/** Opens the popup of the extension's button in the toolbar. */
export const openPopup = ({ ownTab }: Stage): Promise<void> =>
  ownTab.evaluate(() => ((globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome).action.openPopup());

/** Closes the only window with the keyboard, which closes the browser. */
export async function quit(stage: Stage): Promise<void> {
  const child = stage.driver.browser.process();
  const gone = new Promise((done) => child?.once('exit', done));
  stage.key('ctrl+shift+w');
  await gone;
  await sleep(1000);
}

/** Brings the restored tab of a host to the front; returns the time from which its page is in front. */
export async function bringRestored(stage: Stage, host: string): Promise<number> {
  if (stage.name === 'chromium') {
    const restored = await until(
      'the restored page',
      async () => {
        for (const page of await stage.driver.browser.pages())
          if ((await page.evaluate(() => location.host).catch(() => '')) === host) return page;
        return null;
      },
      60_000,
    );
    return stage.bringToFront(restored);
  }
  const since = Date.now();
  // Firefox loads a restored tab when the tab is selected. Until then puppeteer does not know the tab.
  await stage.firefox.inBrowser((wanted: string) => {
    // biome-ignore lint/suspicious/noExplicitAny: the browser's own scope has no types here
    const { gBrowser } = (globalThis as any).Services.wm.getMostRecentWindow('navigator:browser');
    gBrowser.selectedTab = gBrowser.tabs.find((tab: { linkedBrowser: { currentURI: { spec: string } } }) =>
      tab.linkedBrowser.currentURI.spec.startsWith(`http://${wanted}/`),
    );
    return null;
  }, host);
  return stage.waitUntilInFront(host, since);
}

/** Kills all processes of the browser, and waits until the browser has ended. */
export async function killBrowser(stage: Stage): Promise<void> {
  const child = stage.driver.browser.process();
  const gone = new Promise((done) => child?.once('exit', done));
  process.kill(-stage.driver.pid, 'SIGKILL');
  await gone;
  await sleep(1000);
}

/** Kills the process of a page. */
export async function crash(stage: Stage, page: Page): Promise<void> {
  if (stage.name === 'chromium') {
    const session = await page.createCDPSession();
    session.send('Page.crash').catch(() => {
      // The crash also closes the session.
    });
  } else
    await stage.firefox.inBrowser(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: the browser's own scope has no types here
      const scope = globalThis as any;
      const window = scope.Services.wm.getMostRecentWindow('navigator:browser');
      const { osPid } = window.gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.domProcess;
      scope.Cc['@mozilla.org/processtools-service;1'].getService(scope.Ci.nsIProcessToolsService).kill(osPid);
    });
  await sleep(1500);
}

/** Revokes access to the portals, as the browser's settings do; returns the time of the browser's event. */
export const revoke = (stage: Stage) => setAccess(stage, false);
/** Grants the access to the portals again; returns the time of the browser's event. */
export const grant = (stage: Stage) => setAccess(stage, true);

async function setAccess(stage: Stage, allowed: boolean): Promise<number> {
  // On a busy machine the change takes seconds. The returned time is that of the event in another page of the
  // extension.
  await stage.ownTab.evaluate(
    async (event) => {
      const scope = globalThis as unknown as { browser?: typeof chrome; eventTime?: Promise<number> };
      const { permissions } = scope.browser ?? chrome;
      scope.eventTime = new Promise((done) => permissions[event].addListener(() => done(Date.now())));
      // The answer shows that the browser has registered the listener.
      await permissions.getAll();
    },
    allowed ? ('onAdded' as const) : ('onRemoved' as const),
  );
  await changePermission(stage, allowed);
  return stage.ownTab.evaluate(() => (globalThis as unknown as { eventTime: Promise<number> }).eventTime);
}

async function changePermission(stage: Stage, allowed: boolean): Promise<void> {
  if (stage.name === 'firefox') {
    const id = await addonId(stage);
    await stage.firefox.inBrowser(
      async (extension: string, add: boolean) => {
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own scope has no types here
        const scope = globalThis as any;
        const { ExtensionPermissions } = scope.ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionPermissions.sys.mjs',
        );
        const policy = scope.WebExtensionPolicy.getByID(extension);
        const origins = policy.extension.manifest.host_permissions;
        const change = { permissions: [], origins };
        await (add
          ? ExtensionPermissions.add(extension, change, policy.extension)
          : ExtensionPermissions.remove(extension, change, policy.extension));
        return null;
      },
      id,
      allowed,
    );
    return;
  }
  const settings = await extensionsPage(stage);
  await settings.evaluate(
    (extensionId, hostAccess) =>
      // biome-ignore lint/suspicious/noExplicitAny: an API of the browser's own settings page
      (chrome as any).developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }),
    stage.chrome.id,
    allowed ? 'ON_ALL_SITES' : 'ON_CLICK',
  );
}

const settingsPages = new WeakMap<Stage, Page>();
async function extensionsPage(stage: Stage): Promise<Page> {
  const known = settingsPages.get(stage);
  if (known) return known;
  const page = await stage.driver.browser.newPage({ background: true });
  await page.goto('chrome://extensions/');
  settingsPages.set(stage, page);
  return page;
}

/** Returns the state of the background page in Firefox, which is `stopped` while the page is not running. */
export async function backgroundState(stage: Stage): Promise<string> {
  const id = await addonId(stage);
  return stage.firefox.inBrowser(
    // biome-ignore lint/suspicious/noExplicitAny: the browser's own scope has no types here
    (extension: string) => (globalThis as any).WebExtensionPolicy.getByID(extension).extension.backgroundState,
    id,
  );
}

const addonId = (stage: Stage): Promise<string> =>
  stage.firefox.inBrowser(() => {
    // biome-ignore lint/suspicious/noExplicitAny: the browser's own scope has no types here
    const all = (globalThis as any).WebExtensionPolicy.getActiveExtensions();
    return all.find((extension: { id: string }) => extension.id.includes('fingertip-ledger')).id;
  });

/**
 * Installs the same build again, as an update does. Scripts in open pages then lose the connection to the extension.
 */
export async function update(stage: Stage): Promise<void> {
  if (stage.name === 'chromium') {
    const settings = await extensionsPage(stage);
    const { browser } = stage.driver;
    const before = browser.targets();
    await settings.evaluate(async (id) => {
      // biome-ignore lint/suspicious/noExplicitAny: an API of the browser's own settings page
      const developer = (chrome as any).developerPrivate;
      // Without developer mode an unpacked extension stays disabled after a reload.
      await developer.updateProfileConfiguration({ inDeveloperMode: true });
      await developer.reload(id, { failQuietly: true });
    }, stage.chrome.id);
    // On a busy machine it takes long to read the 900 hosts. The extension is missing until they are read.
    await browser.waitForTarget((t) => t.type() === 'service_worker' && !before.includes(t), { timeout: 60_000 });
  } else {
    await stage.driver.browser.installExtension(resolve('dist/firefox'));
  }
}

/** Locks the screen. */
export const lock = ({ display }: Stage) => execFileSync('xset', ['s', 'activate'], { env: display.env });
/** Unlocks the screen. */
export const unlock = ({ display }: Stage) => execFileSync('xset', ['s', 'reset'], { env: display.env });
