/** Drives Firefox over WebDriver BiDi with the built extension as a temporary add-on; real host names go to the loopback port as to a proxy. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { agreeOn, askFrom, type Driver, openTab, sleep, until, waitLimitMs } from './driver.ts';
import { needBrowser } from './find-browser.ts';

export interface FirefoxOptions {
  readonly extension?: string | null;
  readonly port: number;
  readonly headless?: boolean;
  readonly profile?: string;
  readonly preferences?: Record<string, string | number | boolean>;
  /** Leave the hosts of the manifest ungranted, as after an owner's refusal. */
  readonly withoutHosts?: boolean;
  readonly launch?: LaunchOptions;
  /** What is done before the extension comes. */
  readonly before?: (browser: Browser) => Promise<unknown>;
}

export interface FirefoxDriver extends Driver {
  /** Runs a function in the browser's own (chrome) scope; arguments and answer are plain data. */
  inBrowser<A extends unknown[], T>(run: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
}

const uuid = '11111111-2222-4333-8444-555555555555';

const quiet = {
  'app.normandy.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.update.disabledForTesting': true,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'browser.topsites.contile.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'network.http.speculative-parallel-limit': 0,
  'dom.push.connection.enabled': false,
  'geo.enabled': false,
  'network.trr.mode': 5,
  'dom.security.https_only_mode': false,
  'dom.security.https_first': false,
};

export async function openFirefox(options: FirefoxOptions): Promise<FirefoxDriver> {
  const extension = options.extension === undefined ? 'dist/firefox' : options.extension;
  const id = extension === null ? '' : addonId(extension);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: needBrowser('firefox'),
    headless: options.headless ?? true,
    defaultViewport: null,
    acceptInsecureCerts: true,
    // To start the browser, and for each of its answers.
    timeout: 2 * waitLimitMs,
    protocolTimeout: 2 * waitLimitMs,
    ...(options.profile === undefined ? {} : { userDataDir: resolve(options.profile) }),
    ...options.launch,
    args: ['--remote-allow-system-access', '--width=1366', '--height=768'],
    extraPrefsFirefox: {
      ...quiet,
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': options.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': options.port,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      ...options.preferences,
    },
  });
  const base = `moz-extension://${uuid}`;

  // puppeteer has no public door to BiDi commands it doesn't wrap.
  const connection = (
    browser as unknown as { connection: { send(method: string, params: object): Promise<{ result: never }> } }
  ).connection;
  const inBrowser: FirefoxDriver['inBrowser'] = async (run, ...args) => {
    const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 }))
      .result as unknown as { contexts: { context: string }[] };
    const answer = (
      await connection.send('script.evaluate', {
        expression: `(async () => JSON.stringify(await (${run})(...${JSON.stringify(args)})) ?? null)()`,
        awaitPromise: true,
        target: { context: tree.contexts[0]?.context },
      })
    ).result as unknown as { type: string; exceptionDetails?: { text: string }; result?: { value?: string } };
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
    return answer.result?.value === undefined ? (undefined as never) : JSON.parse(answer.result.value);
  };

  await options.before?.(browser);
  if (extension !== null) {
    await browser.installExtension(resolve(extension));
    if (!options.withoutHosts) await inBrowser(grantHosts, id);
  }

  /** `goto` never resolves on moz-extension: (the tab changes its process), so ask and look. */
  const gotoOwn = async (page: Page, path: string) => {
    page.goto(base + path, { timeout: 5000 }).catch(() => {
      // Expected, see above; what counts is what the page says below.
    });
    await until(`${path} to open`, () =>
      page
        .evaluate((want) => location.protocol === want && document.readyState === 'complete', 'moz-extension:')
        .catch(() => false),
    );
  };
  let behind: Page | undefined;
  const ownPage = async () => {
    // An update closes the extension's pages, and puppeteer isn't told.
    const lives = await behind?.evaluate(() => true).catch(() => false);
    if (behind === undefined || !lives) {
      behind = await openTab(browser, { background: true });
      await gotoOwn(behind, '/manifest.json');
    }
    return behind;
  };

  /** puppeteer's `page.url()` misses a tab that changed its process: ask the tabs themselves. */
  const consentPage = () =>
    until('the consent page', async () => {
      for (const tab of await browser.pages()) {
        const url = await tab.evaluate(() => location.href).catch(() => '');
        if (url.startsWith(`${base}/src/ui/consent/`)) return tab;
      }
      return null;
    });

  return {
    name: 'firefox',
    browser,
    pid: browser.process()?.pid ?? 0,
    base,
    inBrowser,
    async open(url) {
      const page = await openTab(browser);
      await page.goto(url);
      return page;
    },
    async openOwn(path) {
      const page = await openTab(browser);
      await gotoOwn(page, path);
      return page;
    },
    askWorker: (name, ...args) => ownPage().then((page) => askFrom(page, name, ...args)),
    async killWorker() {
      await inBrowser(stopBackground, id);
    },
    consentPage,
    async agree() {
      const page = await consentPage();
      await page.bringToFront();
      await agreeOn(page);
      await until('recording to start', async () => (await askFrom(await ownPage(), 'state.read')).recording);
      if (!page.isClosed()) await page.close();
    },
    async close() {
      await browser.close();
      await sleep(200);
    },
  };
}

/** What a temporary add-on keeps goes at the next start with the add-on: here it stays, as an installed one's does. */
export const openLasting = (options: FirefoxOptions) =>
  openFirefox({
    ...options,
    preferences: {
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  });

/** A temporary add-on's hosts may not be granted by themselves; this is the owner's click on 允许. */
async function grantHosts(id: string): Promise<string[]> {
  // biome-ignore lint/suspicious/noExplicitAny: the browser's own scope has no types here
  const scope = globalThis as any;
  const { ExtensionPermissions } = scope.ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const policy = scope.WebExtensionPolicy.getByID(id);
  const origins: string[] = policy.extension.manifest.host_permissions ?? [];
  await ExtensionPermissions.add(id, { permissions: [], origins }, policy.extension);
  return origins;
}

async function stopBackground(id: string): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: the browser's own scope has no types here
  await (globalThis as any).WebExtensionPolicy.getByID(id).extension.terminateBackground();
}

const addonId = (folder: string): string => {
  const manifest = JSON.parse(readFileSync(join(resolve(folder), 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
};
