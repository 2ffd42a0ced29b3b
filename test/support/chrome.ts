/**
 * Drives a browser of the Chromium family with the built extension, its real host names on loopback.
 * puppeteer, not Playwright: tabs can be hidden, windows can lose focus and the worker can die.
 */
import { resolve } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { agreeOn, askFrom, type Driver, openTab, sleep, until, waitLimitMs } from './driver.ts';
import { needBrowser } from './find-browser.ts';

export interface ChromeOptions {
  /** The unpacked extension; `null` for a browser without one. */
  readonly extension?: string | null;
  /** The loopback port that answers for every host name, http and https. */
  readonly port: number;
  /** Default headless; with `false` give `env.DISPLAY` (see display.ts). */
  readonly headless?: boolean;
  /** A profile folder to keep; without it a fresh one that goes with the browser. */
  readonly profile?: string;
  readonly args?: readonly string[];
  /** What is done before the extension comes. */
  readonly before?: (browser: Browser) => Promise<unknown>;
  readonly launch?: LaunchOptions;
}

export interface ChromeDriver extends Driver {
  readonly id: string;
  /** Whether the service worker lives. */
  workerLives(): boolean;
  /** SIGKILL to the browser's main process; restart with the same `profile`. */
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

/** What puppeteer adds and a person's browser doesn't have: hidden tabs are to be throttled as they are in life. */
const unwanted = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** Where the browser itself calls home: gets no answer, so the loopback server sees pages' requests only. */
const vendors = ['*.google.com', '*.googleapis.com', '*.gstatic.com', '*.gvt1.com', '*.microsoft.com', '*.bing.com'];

const chromeArguments = (port: number): string[] => [
  ...flags,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--ignore-certificate-errors',
  // Typed http addresses stay http: most portals of the catalogue have nothing else.
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,HttpsFirstModeV2',
  `--host-resolver-rules=${[
    ...vendors.map((host) => `MAP ${host} ~NOTFOUND`),
    `MAP * 127.0.0.1:${port}`,
    'EXCLUDE 127.0.0.1',
  ].join(', ')}`,
];

export async function openChrome(options: ChromeOptions): Promise<ChromeDriver> {
  const extension = options.extension === undefined ? 'dist/chrome' : options.extension;
  const browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'),
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    acceptInsecureCerts: true,
    // To start the browser, and for each of its answers.
    timeout: 2 * waitLimitMs,
    protocolTimeout: 2 * waitLimitMs,
    ignoreDefaultArgs: unwanted,
    ...(options.profile === undefined ? {} : { userDataDir: resolve(options.profile) }),
    ...options.launch,
    args: [...chromeArguments(options.port), ...(options.args ?? [])],
  });
  await options.before?.(browser);
  const id = extension === null ? '' : await browser.installExtension(resolve(extension));
  const base = `chrome-extension://${id}`;
  const ours = () => browser.targets().find((t) => t.type() === 'service_worker' && t.url().startsWith(`${base}/`));

  let behind: Page | undefined;
  /** A document of the extension that runs none of its code, kept in a tab behind the others. */
  const ownPage = async () => {
    // An update takes the extension away from the pages it had.
    const lives = await behind?.evaluate(() => Boolean(chrome.runtime?.id)).catch(() => false);
    if (behind === undefined || !lives) {
      behind = await openTab(browser, { background: true });
      await behind.goto(`${base}/manifest.json`);
    }
    return behind;
  };

  const consentPage = async () => {
    const target = await browser.waitForTarget((t) => t.url().startsWith(`${base}/src/ui/consent/`), {
      timeout: waitLimitMs,
    });
    const page = await target.page();
    if (page === null) throw new Error('Cannot read the consent page: its target is no page');
    return page;
  };

  return {
    name: 'chromium',
    browser,
    pid: browser.process()?.pid ?? 0,
    id,
    base,
    async open(url) {
      const page = await openTab(browser);
      await page.goto(url);
      return page;
    },
    async openOwn(path) {
      const page = await openTab(browser);
      await page.goto(base + path);
      return page;
    },
    askWorker: (name, ...args) => ownPage().then((page) => askFrom(page, name, ...args)),
    consentPage,
    async agree() {
      const page = await consentPage();
      await page.bringToFront();
      await agreeOn(page);
      await until('recording to start', async () => (await askFrom(await ownPage(), 'state.read')).recording);
      if (!page.isClosed()) await page.close();
    },
    async killWorker() {
      const session = await (await ownPage()).createCDPSession();
      await session.send('ServiceWorker.enable');
      const living = ours();
      // One that is just starting isn't stopped, and a page's message may have started the next already.
      await until('the worker to stop', async () => {
        if (living !== undefined && ours() === living) await session.send('ServiceWorker.stopAllWorkers');
        return ours() !== living || living === undefined;
      });
      await session.detach();
    },
    workerLives: () => ours() !== undefined,
    async killBrowser() {
      const child = browser.process();
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await gone;
      await sleep(200);
    },
    close: () => browser.close(),
  };
}
