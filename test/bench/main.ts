/**
 * `npm run bench [-- --runs N] [--peer DIR] [--floor] [--quick | --own]` measures the cost of the extension, compared
 * with no extension, with a minimal extension (test/bench/bare) and with any unpacked extension (`--peer`). `--floor`
 * also measures the least code that the privacy promises require (test/bench/floor), and this code together with our
 * scripts, which are never called. Each run measures every extension once. The command prints medians and ratios and
 * writes out/bench.json.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openOffice } from '../office/office.ts';
import { sampleUntil } from '../screens/sample.ts';
import { type ChromeDriver, openChrome } from '../support/chrome.ts';
import { sleep } from '../support/driver.ts';
import { listen } from '../support/loopback-server.ts';
import { diskBytes, gzipBytes, packageBytes } from './file-sizes.ts';
import { filesOfFirstView, openingMs, ownPages } from './own-page-costs.ts';
import { bodies, type PageName, pageCosts } from './page-costs.ts';
import { addUnusedScripts } from './unused-scripts.ts';
import { performHour } from './work-hour.ts';

type Subject = 'none' | 'bare' | 'floor' | 'unused' | 'ours' | 'peer';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    peer: { type: 'string' },
    floor: { type: 'boolean', default: false },
    /** Measure portal pages only. */
    quick: { type: 'boolean', default: false },
    /** Measure the popup and the dashboard only. */
    own: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const sampleYears = 3;
const dist = resolve('dist/chrome');
const unused = mkdtempSync(join(tmpdir(), 'fingertip-unused-'));
const subjects: readonly (readonly [Subject, string | null])[] = [
  ['none', null],
  ['bare', join(import.meta.dirname, 'bare')],
  ...(values.floor
    ? ([
        ['floor', join(import.meta.dirname, 'floor')],
        ['unused', unused],
      ] as const)
    : []),
  ['ours', dist],
  ...(values.peer === undefined ? [] : [['peer', resolve(values.peer)] as const]),
];

const seen = new Map<string, number[]>();
function note(page: string, subject: Subject, ms: number): void {
  const key = `${page} ${subject}`;
  seen.set(key, [...(seen.get(key) ?? []), ms]);
  console.error(`  ${key}: ${ms.toFixed(ms < 1 ? 3 : 1)} ms`);
}
const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const rounded = (n: number) => Number(n.toPrecision(3));

async function measurePages(port: number): Promise<void> {
  for (let run = 1; run <= runs; run++)
    for (const [subject, extension] of subjects) {
      console.error(`run ${run}/${runs}, ${subject}`);
      const driver = await openChrome({ port, extension });
      try {
        if (subject === 'ours') await driver.agree();
        await sleep(500);
        // Thirty tabs take long, and the figures of hidden tabs vary little: one run is enough.
        for (const page of Object.keys(pageCosts) as PageName[])
          if (page !== 'hiddenTabs30' || run === 1) note(page, subject, await pageCosts[page](driver));
      } finally {
        await driver.close();
      }
    }
}

/**
 * Returns the cost of the popup with the full ledger divided by its cost with the empty ledger: the ratio of the
 * medians, and the ratios of single runs.
 */
function ratioToEmpty() {
  const [empty = [], full = []] = ['popup-empty ours', `popup-${sampleYears}-years ours`].map((key) => seen.get(key));
  const pairs = full.map((ms, i) => rounded(ms / (empty[i] ?? 0))).sort((a, b) => a - b);
  return { ofMedians: rounded(median(full) / median(empty)), ofPairs: { median: median(pairs), all: pairs } };
}

/** Restores several years of sample data up to today, through the message that the dashboard uses. */
async function restoreSample(driver: ChromeDriver): Promise<void> {
  const { today } = await driver.askWorker('state.read');
  await driver.askWorker('backup.restore', sampleUntil(today, Date.now(), sampleYears));
}

/**
 * Measures the extension's own pages (popup and dashboard) with an empty ledger and with a full ledger. Two browsers,
 * one for each ledger, are measured alternately. Both browsers are restarted before the measurement, so that neither
 * has the restored data in memory.
 */
async function measureOwnPages(port: number): Promise<{ popup: number; dashboard: number; database: number }> {
  const states = ['empty', `${sampleYears}-years`] as const;
  const profiles = states.map(() => mkdtempSync(join(tmpdir(), 'fingertip-')));
  const open = (profile: string) => openChrome({ port, profile, launch: { protocolTimeout: 600_000 } });
  try {
    for (const [i, profile] of profiles.entries()) {
      const driver = await open(profile);
      await driver.agree();
      if (i > 0) {
        console.error(`restoring ${sampleYears} years of sample data`);
        await restoreSample(driver);
      }
      await driver.close();
    }
    const drivers = await Promise.all(profiles.map(open));
    // Starts the worker, which then does its daily tasks.
    for (const driver of drivers) await driver.askWorker('state.read');
    await sleep(3000);
    // All pages of the extension share one process, so the garbage of a large page is collected while the next page is
    // measured. The popup is therefore measured before the others. Its ratio is close to one, so it is opened three
    // times per run.
    for (const pages of [['popup'], ['dashboard', 'year']] as const)
      for (let run = 1; run <= (pages[0] === 'popup' ? 3 : 1) * runs; run++)
        for (const page of pages)
          for (const [i, driver] of drivers.entries()) {
            if (page !== 'year') note(`${page}-${states[i]}`, 'none', await openingMs(driver, null));
            note(`${page}-${states[i]}`, 'ours', await openingMs(driver, ownPages[page]));
          }
    const [empty] = drivers as [ChromeDriver];
    const popup = gzipBytes('dist/chrome', await filesOfFirstView(empty, ownPages.popup));
    const dashboard = gzipBytes('dist/chrome', await filesOfFirstView(empty, ownPages.dashboard));
    for (const driver of drivers) await driver.close();
    // The browser has compacted the restored data at its restart.
    const database = diskBytes(profiles[1] as string, /IndexedDB[/\\]chrome-extension_/);
    return { popup, dashboard, database };
  } finally {
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}

async function measureHour() {
  const office = await openOffice();
  const driver = await openChrome({ port: office.port });
  try {
    await driver.agree();
    console.error('an hour of office work, compressed');
    return await performHour(driver, (line) => console.error(`  ${line}`));
  } finally {
    await driver.close();
    await office.close();
  }
}

async function main(): Promise<void> {
  if (values.floor && existsSync(dist)) addUnusedScripts(dist, unused);
  if (!Number.isInteger(runs) || runs < 1)
    throw new Error(`Cannot run the benchmark: --runs "${values.runs}" is not an integer of 1 or more`);
  for (const [subject, folder] of subjects)
    if (folder !== null && !existsSync(join(folder, 'manifest.json')))
      throw new Error(
        subject === 'peer'
          ? `Cannot run the benchmark: "${folder}" has no manifest.json`
          : 'Cannot run the benchmark: "dist/chrome" is missing; run npm run build first',
      );
  const site = await listen((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(bodies[(request.url ?? '').slice(1)] ?? '');
  });
  if (!values.own) await measurePages(site.port);
  const own = values.quick ? null : await measureOwnPages(site.port);
  const hour = values.quick || values.own ? null : await measureHour();
  await site.close();

  const costs = [...seen].map(([key, all]) => {
    const [page = '', subject = ''] = key.split(' ');
    return { page, subject, threadMs: rounded(median(all)), runs: all.length };
  });
  const cost = (page: string, subject: string) => costs.find((c) => c.page === page && c.subject === subject)?.threadMs;
  const ratios = Object.keys(pageCosts).flatMap((page) =>
    (['floor', 'unused', 'ours', 'peer'] as const).flatMap((subject) => {
      const [own, bare] = [cost(page, subject), cost(page, 'bare')];
      return own === undefined || !bare ? [] : [{ page, subject, timesBare: rounded(own / bare) }];
    }),
  );
  const popupTimesEmpty = own === null ? {} : { popupTimesEmpty: ratioToEmpty() };
  const bytes = {
    contentScriptGzip: gzipBytes('dist/chrome', ['src/page/main.iife.js']),
    formScriptGzip: gzipBytes('dist/chrome', ['src/page/forms.iife.js']),
    actScriptGzip: gzipBytes('dist/chrome', ['src/page/acts.iife.js']),
    ...(own === null ? {} : { popupGzip: own.popup, dashboardGzip: own.dashboard }),
    package: packageBytes('dist/chrome'),
  };
  const result = {
    costs,
    ratios,
    bytes,
    ...popupTimesEmpty,
    ...(hour === null ? {} : { perHour: hour }),
    ...(own === null ? {} : { databaseBytesPerYear: Math.round(own.database / sampleYears) }),
  };
  mkdirSync('out', { recursive: true });
  writeFileSync('out/bench.json', `${JSON.stringify(result, null, 2)}\n`);
  console.table(costs);
  console.table(ratios);
  const { costs: _, ratios: __, ...rest } = result;
  console.log(JSON.stringify(rest, null, 2));
}

main()
  .finally(() => rmSync(unused, { recursive: true, force: true }))
  .then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
