/**
 * Drives a browser of the Chromium family. Every host name resolves to the loopback port, so pages keep their real hosts.
 * The driver uses puppeteer and not Playwright, because it can hide tabs, take the focus from windows and stop the worker.
 */
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { createDriver, type Driver, type DriverOptions, launchOptions, sleep, until, waitLimitMs } from './driver.ts';
import { requireBrowser } from './find-browser.ts';

export interface ChromeOptions extends DriverOptions {
  /** Further arguments of the browser's command line. */
  readonly args?: readonly string[];
}

export interface ChromeDriver extends Driver {
  /** The id of the extension; empty if no extension is installed. */
  readonly id: string;
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

export async function openChrome(options: ChromeOptions): Promise<ChromeDriver> {
  const extension = options.extension === undefined ? 'dist/chrome' : options.extension;
  const browser = await puppeteer.launch({
    executablePath: requireBrowser('chromium'),
    pipe: true,
    enableExtensions: true,
    ignoreDefaultArgs: unwantedFlags,
    ...launchOptions(options),
    args: [...chromeArguments(options.port), ...(options.args ?? [])],
  });
  await options.before?.(browser);
  const id = extension === null ? '' : await browser.installExtension(resolve(extension));
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
