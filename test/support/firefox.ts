/**
 * Drives Firefox over WebDriver BiDi, with the built extension as a temporary add-on. The loopback server is the proxy for
 * every host name, so pages keep their real hosts.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { createDriver, type Driver, type DriverOptions, launchOptions, sleep, until } from './driver.ts';
import { requireBrowser } from './find-browser.ts';

export interface FirefoxOptions extends DriverOptions {
  readonly preferences?: Record<string, string | number | boolean>;
  /** If true, the hosts of the manifest are not granted, as when the owner refuses them. */
  readonly withoutHosts?: boolean;
}

export interface FirefoxDriver extends Driver {
  /** Runs a function in the privileged (chrome) scope of the browser. Arguments and result must be JSON values. */
  inBrowser<A extends unknown[], T>(run: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
}

/** A fixed UUID for the address of the extension. By default Firefox chooses a random UUID. */
const uuid = '11111111-2222-4333-8444-555555555555';

/** Switches off the browser's own requests, and the upgrade of http addresses to https. */
const preferences = {
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

/** The part of puppeteer's BiDi connection that this file uses. puppeteer has no public function for these commands. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

function browserScope(browser: Browser): FirefoxDriver['inBrowser'] {
  const { connection } = browser as unknown as { connection: Connection };
  return async (run, ...args) => {
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
    const { contexts } = tree.result as { contexts: { context: string }[] };
    const answer = await connection.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${run})(...${JSON.stringify(args)})) ?? null)()`,
      awaitPromise: true,
      target: { context: contexts[0]?.context },
    });
    const { type, exceptionDetails, result } = answer.result as {
      type: string;
      exceptionDetails?: { text: string };
      result?: { value?: string };
    };
    if (type === 'exception') throw new Error(exceptionDetails?.text);
    return result?.value === undefined ? (undefined as never) : JSON.parse(result.value);
  };
}

export async function openFirefox(options: FirefoxOptions): Promise<FirefoxDriver> {
  const extension = options.extension === undefined ? 'dist/firefox' : options.extension;
  const id = extension === null ? '' : addonId(extension);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: requireBrowser('firefox'),
    ...launchOptions(options),
    args: ['--remote-allow-system-access', '--width=1366', '--height=768'],
    extraPrefsFirefox: {
      ...preferences,
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
  const inBrowser = browserScope(browser);
  await options.before?.(browser);
  if (extension !== null) {
    await browser.installExtension(resolve(extension));
    if (!options.withoutHosts) await inBrowser(grantHosts, id);
  }

  const driver = createDriver({
    name: 'firefox',
    browser,
    base,
    async gotoOwn(page, path) {
      page.goto(base + path, { timeout: 5000 }).catch(() => {
        // `goto` never resolves for a moz-extension address, because the tab changes its process. `until` below checks the page.
      });
      await until(`${path} to open`, () =>
        page
          .evaluate(
            (protocol) => location.protocol === protocol && document.readyState === 'complete',
            'moz-extension:',
          )
          .catch(() => false),
      );
    },
    // An update closes the extension's pages, and puppeteer receives no event. This call fails on a closed page.
    isOwnPage: (page) => page.evaluate(() => true),
    consentPage: () =>
      until('the consent page', async () => {
        for (const page of await browser.pages()) {
          // `page.url()` is stale for a tab that changed its process.
          const url = await page.evaluate(() => location.href).catch(() => '');
          if (url.startsWith(`${base}/src/ui/consent/`)) return page;
        }
        return null;
      }),
    async killWorker() {
      await inBrowser(stopBackground, id);
    },
    async close() {
      await browser.close();
      await sleep(200);
    },
  });
  return { ...driver, inBrowser };
}

/**
 * Opens Firefox and keeps the data of the extension until the next start. By default Firefox deletes the data of a
 * temporary add-on.
 */
export const openPersistentFirefox = (options: FirefoxOptions) =>
  openFirefox({
    ...options,
    preferences: {
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  });

/** Grants the hosts of the manifest, like the owner's click on 允许. Firefox does not grant them to a temporary add-on. */
async function grantHosts(id: string): Promise<string[]> {
  // biome-ignore lint/suspicious/noExplicitAny: the browser's own scope has no types
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
  // biome-ignore lint/suspicious/noExplicitAny: the browser's own scope has no types
  await (globalThis as any).WebExtensionPolicy.getByID(id).extension.terminateBackground();
}

const addonId = (folder: string): string => {
  const manifest = JSON.parse(readFileSync(join(resolve(folder), 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
};
