/**
 * docs/privacy-model.md, P1: nothing is sent. Each request of a browser is captured twice: at the loopback port that
 * all host names lead to, and in the browser's own log, which also names the origin of the request. A second test
 * proves that the capture works: the capture must find the requests of a copy of the extension that sends requests.
 *
 * docs/privacy-model.md, P4: pages have the same elements and global names with and without the extension.
 */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOffice } from '../office/office.ts';
import { press, type, waitForText } from '../office/user-input.ts';
import { openChrome } from '../support/chrome.ts';
import { type Driver, sleep, until } from '../support/driver.ts';
import { openFirefox } from '../support/firefox.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }));

/** A request in the browser's own log. `by`: the origin or extension that made it. */
interface LoggedRequest {
  readonly url: string;
  readonly by: string;
}
interface Capture {
  /** The method and address of each request that reached the loopback port, directly or as a proxy. */
  readonly requests: string[];
  readonly logged: readonly LoggedRequest[];
}

/** Runs `work` in a browser. Returns all requests that were made during the run. */
const capture = {
  /** Chromium writes its network log when it closes. */
  async chrome(
    extension: string | null,
    work: (driver: Driver, requests: string[]) => Promise<void>,
  ): Promise<Capture> {
    const requests: string[] = [];
    const office = await openOffice({ onRequest: (request) => requests.push(request) });
    const file = join(mkdtempSync(join(folder, 'log-')), 'net.json');
    try {
      const driver = await openChrome({ port: office.port, extension, args: [`--log-net-log=${file}`] });
      await work(driver, requests).finally(() => driver.close());
    } finally {
      await office.close();
    }
    const log = JSON.parse(readFileSync(file, 'utf8')) as {
      constants: { logEventTypes: Record<string, number> };
      events: { type: number; params?: { url?: string; initiator?: string } }[];
    };
    const requestStarted = log.constants.logEventTypes.URL_REQUEST_START_JOB;
    const logged = log.events.flatMap(({ type, params }) =>
      type === requestStarted && params?.url !== undefined ? [{ url: params.url, by: params.initiator ?? '' }] : [],
    );
    return { requests, logged };
  },

  async firefox(
    extension: string | null,
    work: (driver: Driver, requests: string[]) => Promise<void>,
  ): Promise<Capture> {
    const requests: string[] = [];
    const office = await openOffice({ onRequest: (request) => requests.push(request) });
    try {
      const driver = await openFirefox({ port: office.port, extension });
      try {
        await driver.inBrowser(startLog);
        await work(driver, requests);
        return { requests, logged: await driver.inBrowser(readLog) };
      } finally {
        await driver.close();
      }
    } finally {
      await office.close();
    }
  },
};

/** Runs in Firefox's own scope: logs every request with the extension or the origin that made it. */
function startLog(): void {
  // biome-ignore lint/suspicious/noExplicitAny: the browser's own scope has no types here
  const scope = globalThis as any;
  scope.loggedRequests = [];
  scope.Services.obs.addObserver((subject: unknown) => {
    // biome-ignore lint/suspicious/noExplicitAny: the browser's own scope has no types here
    const channel = (subject as any).QueryInterface(scope.Ci.nsIHttpChannel);
    const principal = channel.loadInfo.triggeringPrincipal;
    const policy = principal.addonPolicy ?? principal.contentScriptAddonPolicy;
    scope.loggedRequests.push({
      url: channel.URI.spec,
      by: policy === null || policy === undefined ? principal.origin : `moz-extension://${policy.mozExtensionHostname}`,
    });
  }, 'http-on-modify-request');
}
function readLog(): LoggedRequest[] {
  return (globalThis as unknown as { loggedRequests: LoggedRequest[] }).loggedRequests;
}

/**
 * Sends a form on one portal and likes a post on another. Then returns the elements and global names of the second
 * page.
 */
async function workOnPortals(driver: Driver) {
  const form = await driver.open('http://rst.gansu.gov.cn/');
  await type(form, '#name', 'Zhang San');
  await type(form, '#idNumber', '620503196803121236');
  await press(form, '保存');
  await waitForText(form, '保存成功');
  const party = await driver.open('http://www.gsdj.gov.cn/');
  await press(party, '点赞');
  await waitForText(party, '点赞成功');
  // Wait until the page has removed its message.
  await party.waitForFunction(() => document.querySelector('.layui-layer') === null);
  const found = await party.evaluate(() => ({
    names: Object.getOwnPropertyNames(window).sort(),
    html: document.documentElement.outerHTML,
  }));
  return JSON.stringify(found).replace(/jQuery\d+/g, 'jQuery');
}

/**
 * Sends the same form and likes the same post with the extension. Also opens the pages of the extension and exports a
 * report.
 */
async function workWithLedger(driver: Driver) {
  await driver.agree();
  if (driver.name === 'firefox') await driver.killWorker(); // the log must contain the start of the worker
  const found = await workOnPortals(driver);
  const { today } = await driver.askWorker('state.read');
  const [year, month] = today.split('-').map(Number) as [number, number];
  const screens = ['popup/index.html', 'dashboard/index.html', 'privacy/index.html'];
  for (const path of [...screens, `dashboard/index.html#/export/month/${today}`])
    await driver.openOwn(`/src/ui/${path}`);
  await until('the form and the like to be counted', async () => {
    const { submissions, acts } = await driver.askWorker('day.read', today);
    return submissions.total === 1 && acts['engagement-quota']?.count === 1;
  });
  const { bytes } = await driver.askWorker('month.export', { year, month, level: 'least' });
  expect(bytes.length).toBeGreaterThan(100);
  // Waits longer than the interval between two checkpoints (5 s), so that the extension would have made a request.
  await sleep(6_000);
  return found;
}

/** The hosts to which the copy sends requests, by the part of the extension that sends them. */
const requestHosts = { worker: 'from-worker.example', page: 'from-page.example', popup: 'from-popup.example' };

/**
 * Copies a build, without the policy that forbids connections, and adds requests to its worker, content script and
 * popup. Returns the folder of the copy.
 */
function copyThatSends(build: string): string {
  const copy = join(folder, build);
  cpSync(`dist/${build}`, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const { content_security_policy: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify(manifest));
  const popup = readFileSync(join(copy, manifest.action.default_popup), 'utf8');
  const script = /<script[^>]* src="\/([^"]+)"/.exec(popup)?.[1];
  if (script === undefined) throw new Error('Cannot add a request to the popup: it loads no script');
  const request = (host: string) => `fetch("https://${host}/");`;
  const append = (path: string, code: string) => appendFileSync(join(copy, path), `;${code}\n`);
  // The worker sends its request when it gets a message, because the worker may start before the log of Firefox starts.
  append(
    manifest.background.service_worker ?? manifest.background.scripts[0],
    `(globalThis.browser ?? chrome).runtime.onMessage.addListener(() => { ${request(requestHosts.worker)} });`,
  );
  append(manifest.content_scripts[0].js[0], request(requestHosts.page));
  append(script, request(requestHosts.popup));
  return copy;
}

/** Sorts addresses and leaves out the icons of sites, because a browser requests icons at any time. */
const sorted = (addresses: readonly string[]) => addresses.filter((url) => !url.endsWith('/favicon.ico')).sort();
const ofPages = (logged: readonly LoggedRequest[]) =>
  logged.filter(({ by }) => /^https?:/.test(by)).map(({ url }) => url);

const builds = ['chrome', 'firefox'] as const;

it.concurrent.each(builds)(
  'the %s build makes no request, and pages have the same elements and global names as without it',
  async (build) => {
    let base = '';
    const found: string[] = [];
    const [ours, without] = await Promise.all([
      capture[build](`dist/${build}`, async (driver) => {
        base = driver.base;
        found[0] = await workWithLedger(driver);
      }),
      capture[build](null, async (driver) => {
        found[1] = await workOnPortals(driver);
      }),
    ]);
    expect(ours.requests).toContain('GET http://rst.gansu.gov.cn/');
    expect(sorted(ours.requests)).toEqual(sorted(without.requests));
    // Only the log contains requests to the hosts of the browser's vendor. For a request of a content script, the log names
    // the page.
    expect(ours.logged.filter(({ by }) => by === base)).toEqual([]);
    expect(ofPages(ours.logged).length).toBeGreaterThan(4);
    expect(sorted(ofPages(ours.logged))).toEqual(sorted(ofPages(without.logged)));
    expect(found[0]).toBe(found[1]);
  },
);

it.concurrent.each(builds)(
  'the capture finds the requests of a copy of the %s build that sends requests',
  async (build) => {
    let base = '';
    const { requests, logged } = await capture[build](copyThatSends(build), async (driver, reached) => {
      base = driver.base;
      await driver.open('http://rst.gansu.gov.cn/');
      await driver.openOwn('/src/ui/popup/index.html');
      for (const host of Object.values(requestHosts))
        await until(`a request to ${host}`, () => reached.includes(`GET https://${host}/`));
    });
    for (const host of Object.values(requestHosts)) expect(requests).toContain(`GET https://${host}/`);
    const named = logged.map(({ url, by }) => `${by} ${url}`);
    expect(named).toContain(`${base} https://${requestHosts.worker}/`);
    expect(named).toContain(`${base} https://${requestHosts.popup}/`);
    expect(named).toContain(`http://rst.gansu.gov.cn https://${requestHosts.page}/`);
  },
);
