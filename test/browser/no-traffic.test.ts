/**
 * Promise P1: nothing is sent. All that a browser asks for is captured twice: at the one loopback port that every host
 * name leads to, and in the browser's own log, which says who asked. The same capture must find a copy that calls out.
 * And P4: a page holds the same elements and names as without us.
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

/** Who asked for which address, by the browser's own word. */
interface Asked {
  readonly url: string;
  readonly by: string;
}
interface Capture {
  /** What reached the loopback port, or was asked of it as a proxy. */
  readonly heard: string[];
  readonly asked: readonly Asked[];
}

const captured = {
  /** Chromium writes its network log when it closes. */
  async chrome(extension: string | null, work: (driver: Driver, heard: string[]) => Promise<void>): Promise<Capture> {
    const heard: string[] = [];
    const office = await openOffice({ heard: (what) => heard.push(what) });
    const file = join(mkdtempSync(join(folder, 'log-')), 'net.json');
    try {
      const driver = await openChrome({ port: office.port, extension, args: [`--log-net-log=${file}`] });
      await work(driver, heard).finally(() => driver.close());
    } finally {
      await office.close();
    }
    const log = JSON.parse(readFileSync(file, 'utf8')) as {
      constants: { logEventTypes: Record<string, number> };
      events: { type: number; params?: { url?: string; initiator?: string } }[];
    };
    const begun = log.constants.logEventTypes.URL_REQUEST_START_JOB;
    const asked = log.events.flatMap(({ type: sort, params }) =>
      sort === begun && params?.url !== undefined ? [{ url: params.url, by: params.initiator ?? '' }] : [],
    );
    return { heard, asked };
  },

  async firefox(extension: string | null, work: (driver: Driver, heard: string[]) => Promise<void>): Promise<Capture> {
    const heard: string[] = [];
    const office = await openOffice({ heard: (what) => heard.push(what) });
    try {
      const driver = await openFirefox({ port: office.port, extension });
      try {
        await driver.inBrowser(watch);
        await work(driver, heard);
        return { heard, asked: await driver.inBrowser(watched) };
      } finally {
        await driver.close();
      }
    } finally {
      await office.close();
    }
  },
};

/** Keeps, in Firefox's own scope, every request with the name of the extension or the origin that asked. */
function watch(): void {
  // biome-ignore lint/suspicious/noExplicitAny: the browser's own scope has no types here
  const scope = globalThis as any;
  scope.askedFor = [];
  scope.Services.obs.addObserver((subject: unknown) => {
    // biome-ignore lint/suspicious/noExplicitAny: the same
    const channel = (subject as any).QueryInterface(scope.Ci.nsIHttpChannel);
    const asker = channel.loadInfo.triggeringPrincipal;
    const policy = asker.addonPolicy ?? asker.contentScriptAddonPolicy;
    scope.askedFor.push({
      url: channel.URI.spec,
      by: policy === null || policy === undefined ? asker.origin : `moz-extension://${policy.mozExtensionHostname}`,
    });
  }, 'http-on-modify-request');
}
function watched(): Asked[] {
  return (globalThis as unknown as { askedFor: Asked[] }).askedFor;
}

/** A form sent in one portal, a like in another; answers what the second page could then find of us in itself. */
async function workOnPortals(driver: Driver) {
  const form = await driver.open('http://rst.gansu.gov.cn/');
  await type(form, '#name', 'Zhang San');
  await type(form, '#idNumber', '620503196803121236');
  await press(form, '保存');
  await waitForText(form, '保存成功');
  const party = await driver.open('http://www.gsdj.gov.cn/');
  await press(party, '点赞');
  await waitForText(party, '点赞成功');
  // Its notice goes by itself.
  await party.waitForFunction(() => document.querySelector('.layui-layer') === null);
  const found = await party.evaluate(() => ({
    names: Object.getOwnPropertyNames(window).sort(),
    html: document.documentElement.outerHTML,
  }));
  return JSON.stringify(found).replace(/jQuery\d+/g, 'jQuery');
}

/** The same with the extension, and everything of it that is opened; then a checkpoint. */
async function workWithLedger(driver: Driver) {
  await driver.agree();
  if (driver.name === 'firefox') await driver.killWorker(); // one that started before the log was begun isn't in it
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
  await sleep(6_000);
  return found;
}

const callers = { worker: 'from-worker.example', page: 'from-page.example', popup: 'from-popup.example' };

/** A copy of a build without the policy that forbids connections, whose worker, content script and popup call out. */
function callsOut(build: string): string {
  const copy = join(folder, build);
  cpSync(`dist/${build}`, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const { content_security_policy: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify(manifest));
  const popup = readFileSync(join(copy, manifest.action.default_popup), 'utf8');
  const script = /<script[^>]* src="\/([^"]+)"/.exec(popup)?.[1];
  if (script === undefined) throw new Error('Cannot make the popup call out: it loads no script');
  const call = (host: string) => `fetch("https://${host}/");`;
  const append = (path: string, code: string) => appendFileSync(join(copy, path), `;${code}\n`);
  // Its worker calls when it is asked something: it may have started before Firefox's log was begun.
  append(
    manifest.background.service_worker ?? manifest.background.scripts[0],
    `(globalThis.browser ?? chrome).runtime.onMessage.addListener(() => { ${call(callers.worker)} });`,
  );
  append(manifest.content_scripts[0].js[0], call(callers.page));
  append(script, call(callers.popup));
  return copy;
}

/** Without the sites' icons, for which a browser asks when it likes. */
const sorted = (addresses: readonly string[]) => addresses.filter((what) => !what.endsWith('/favicon.ico')).sort();
const ofPages = (asked: readonly Asked[]) => asked.filter(({ by }) => /^https?:/.test(by)).map(({ url }) => url);

const builds = ['chrome', 'firefox'] as const;

it.concurrent.each(builds)('%s asks for nothing and pages find nothing that isn’t there without us', async (build) => {
  let base = '';
  const found: string[] = [];
  const [ours, without] = await Promise.all([
    captured[build](`dist/${build}`, async (driver) => {
      base = driver.base;
      found[0] = await workWithLedger(driver);
    }),
    captured[build](null, async (driver) => {
      found[1] = await workOnPortals(driver);
    }),
  ]);
  expect(ours.heard).toContain('GET http://rst.gansu.gov.cn/');
  expect(sorted(ours.heard)).toEqual(sorted(without.heard));
  // The loopback waitForText nothing for the browsers' makers; the browser's log does. There a content script's requests are its page's.
  expect(ours.asked.filter(({ by }) => by === base)).toEqual([]);
  expect(ofPages(ours.asked).length).toBeGreaterThan(4);
  expect(sorted(ofPages(ours.asked))).toEqual(sorted(ofPages(without.asked)));
  expect(found[0]).toBe(found[1]);
});

it.concurrent.each(builds)('%s: the same capture finds a copy that calls out', async (build) => {
  let base = '';
  const { heard, asked } = await captured[build](callsOut(build), async (driver, reached) => {
    base = driver.base;
    await driver.open('http://rst.gansu.gov.cn/');
    await driver.openOwn('/src/ui/popup/index.html');
    for (const host of Object.values(callers))
      await until(`a call to ${host}`, () => reached.includes(`GET https://${host}/`));
  });
  for (const host of Object.values(callers)) expect(heard).toContain(`GET https://${host}/`);
  const named = asked.map(({ url, by }) => `${by} ${url}`);
  expect(named).toContain(`${base} https://${callers.worker}/`);
  expect(named).toContain(`${base} https://${callers.popup}/`);
  expect(named).toContain(`http://rst.gansu.gov.cn https://${callers.page}/`);
});
