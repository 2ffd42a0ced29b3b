/**
 * Drives a browser of the Chromium family. Every host name resolves to the loopback port, so pages keep their real hosts.
 * The driver uses puppeteer and not Playwright, because it can hide tabs, take the focus from windows and stop the worker.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import {
  createDriver,
  type Driver,
  type DriverOptions,
  launchOptions,
  openTab,
  sleep,
  until,
  waitLimitMs,
} from './driver.ts';
import { requireBrowser } from './find-browser.ts';

export interface ChromeOptions extends DriverOptions {
  /** Further arguments of the browser's command line. */
  readonly args?: readonly string[];
}

export interface ChromeDriver extends Driver {
  /** The id of the extension; empty if no extension is installed. */
  readonly id: string;
  /** The first part of the browser's version. */
  readonly majorVersion: number;
  isWorkerRunning(): boolean;
  /** Sends SIGKILL to the browser's main process. To continue, open another browser with the same `profile`. */
  killBrowser(): Promise<void>;
}

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-default-browser-check',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
  '--dns-prefetch-disable',
  '--window-size=1366,768',
  '--lang=zh-CN',
];

/** Flags that puppeteer adds by default and this driver removes, so that the browser throttles hidden tabs as usual. */
const unwantedFlags = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** Hosts of the browser's own services. They do not resolve, so the loopback server receives only the requests of pages. */
const vendorHosts = [
  '*.google.com',
  '*.googleapis.com',
  '*.gstatic.com',
  '*.gvt1.com',
  '*.microsoft.com',
  '*.bing.com',
];

const chromeArguments = (port: number): string[] => [
  ...flags,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--ignore-certificate-errors',
  // Prevents the upgrade of http addresses: most portals of the catalogue have no https.
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,HttpsFirstModeV2',
  `--host-resolver-rules=${[
    ...vendorHosts.map((host) => `MAP ${host} ~NOTFOUND`),
    `MAP * 127.0.0.1:${port}`,
    'EXCLUDE 127.0.0.1',
  ].join(', ')}`,
];

/**
 * The first version that installs an extension while it runs (`Extensions.loadUnpacked` of the protocol). An older
 * browser loads it when it starts.
 */
export const firstWithInstallation = 128;
/** The first part of the browser's version; undefined until the first start. */
let majorVersion: number | undefined;

const launch = (options: ChromeOptions, args: readonly string[]) =>
  puppeteer.launch({
    executablePath: requireBrowser('chromium'),
    pipe: true,
    enableExtensions: true,
    ignoreDefaultArgs: unwantedFlags,
    ...launchOptions(options),
    args: [...chromeArguments(options.port), ...args, ...(options.args ?? [])],
  });

/** Starts the browser and installs the extension. Returns the id of the extension; empty if there is none. */
async function launchWithExtension(
  options: ChromeOptions,
  extension: string | null,
): Promise<{ readonly browser: Browser; readonly id: string }> {
  if (extension === null || majorVersion === undefined || majorVersion >= firstWithInstallation) {
    const browser = await launch(options, []);
    majorVersion ??= Number((await browser.version()).match(/\/(\d+)/)?.[1]);
    if (extension === null || majorVersion >= firstWithInstallation) {
      await options.before?.(browser);
      return { browser, id: extension === null ? '' : await browser.installExtension(resolve(extension)) };
    }
    await browser.close();
  }
  if (options.before !== undefined)
    throw new Error('Cannot do anything before the extension is installed: this browser installs it when it starts');
  const folder = resolve(extension);
  const browser = await launch(options, [`--load-extension=${folder}`, `--disable-extensions-except=${folder}`]);
  const id = idOf(folder);
  await waitForExtension(browser, id);
  return { browser, id };
}

/** Returns the id that the browser derives from the key in the manifest, or from the path if there is no key. */
function idOf(folder: string): string {
  const { key } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { key?: string };
  const hash = createHash('sha256').update(key === undefined ? Buffer.from(folder) : Buffer.from(key, 'base64'));
  return [...hash.digest('hex').slice(0, 32)].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

/** Waits until the browser has loaded an extension that is named on its command line. */
async function waitForExtension(browser: Browser, id: string): Promise<void> {
  const page = await openTab(browser, { background: true });
  await until('the extension to be loaded', () =>
    page.goto(`chrome-extension://${id}/manifest.json`).catch(() => null),
  );
  await page.close();
}

export async function openChrome(options: ChromeOptions): Promise<ChromeDriver> {
  const extension = options.extension === undefined ? 'dist/chrome' : options.extension;
  const { browser, id } = await launchWithExtension(options, extension);
  const base = `chrome-extension://${id}`;
  const findWorker = () =>
    browser.targets().find((target) => target.type() === 'service_worker' && target.url().startsWith(`${base}/`));

  const driver = createDriver({
    name: 'chromium',
    browser,
    base,
    gotoOwn: (page, path) => page.goto(base + path),
    isOwnPage: (page) => page.evaluate(() => Boolean(chrome.runtime?.id)),
    async consentPage() {
      const target = await browser.waitForTarget((t) => t.url().startsWith(`${base}/src/ui/consent/`), {
        timeout: waitLimitMs,
      });
      const page = await target.page();
      if (page === null) throw new Error('Cannot read the consent page: its target is not a page');
      return page;
    },
    async killWorker(ownPage) {
      const session = await (await ownPage()).createCDPSession();
      await session.send('ServiceWorker.enable');
      const worker = findWorker();
      // A worker that is still starting cannot be stopped, so the command is repeated. The loop also ends when another worker
      // runs: a message of a page may have started it.
      await until('the worker to stop', async () => {
        if (worker !== undefined && findWorker() === worker) await session.send('ServiceWorker.stopAllWorkers');
        return findWorker() !== worker || worker === undefined;
      });
      await session.detach();
    },
    close: () => browser.close(),
  });
  return {
    ...driver,
    id,
    majorVersion: majorVersion ?? 0,
    isWorkerRunning: () => findWorker() !== undefined,
    async killBrowser() {
      const child = browser.process();
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const exited = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await exited;
      await sleep(200);
    },
  };
}
