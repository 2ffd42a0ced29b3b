/** Opens the page of findings, which the research command writes, from a file in a browser without a network. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { languages } from '../../src/research/report/names.ts';
import { reportTexts } from '../../src/research/report/texts.ts';
import { axe, emulateScheme, layout, watchErrors } from '../screens/checks.ts';
import { requireBrowser } from '../support/find-browser.ts';
import { run } from '../support/research-command.ts';

let folder = '';
let address = '';
let browser: Browser;
let page: Page;
let errors: () => Promise<string[]>;
const requests: string[] = [];

const command = async (...typed: string[]) =>
  expect(await run('dist/research/fingertip-research.mjs', typed)).toMatchObject({ code: 0 });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-report-'));
  const inFolder = (name: string) => join(folder, name);
  const months = ['2026-03', '2026-04'];
  for (const [seed, month] of months.entries())
    await command('simulate', '--out', inFolder(month), '--month', month, '--reports', '2000', '--seed', `${seed}`);
  await command('ingest', ...months.map((month) => inFolder(`${month}/reports`)), '--store', inFolder('store'));
  await command('report', '--store', inFolder('store'), '--out', inFolder('out'));
  address = pathToFileURL(inFolder('out/report.html')).href;
  browser = await puppeteer.launch({
    executablePath: requireBrowser('chromium'),
    pipe: true,
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  page = await browser.newPage();
  page.on('request', (request) => requests.push(request.url()));
  await page.setOfflineMode(true);
  errors = (await watchErrors(page)).read;
  await page.goto(address);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Returns what the page shows now. */
const shown = () =>
  page.evaluate(() => {
    const isShown = (element: Element) => element.checkVisibility();
    const tables = [...document.querySelectorAll('article table')].filter(isShown);
    return {
      languages: [...document.querySelectorAll('article')].filter(isShown).map((article) => article.lang),
      heading: [...document.querySelectorAll('h1')].filter(isShown).map((h) => h.textContent),
      rows: tables.map((table) => table.querySelectorAll('tbody tr').length),
      empty: tables.flatMap((table) => [...table.querySelectorAll('th, td')]).filter((cell) => cell.textContent === '')
        .length,
      charts: [...document.querySelectorAll('article svg')].filter(isShown).map((svg) => ({
        name: svg.getAttribute('aria-label'),
        widest: Math.max(...[...svg.querySelectorAll('rect')].map((bar) => bar.getBoundingClientRect().width)),
      })),
    };
  });

/** Opens or closes the tables below the charts in the language that is shown. */
const details = (open: boolean) =>
  page.evaluate((isOpen) => {
    for (const table of document.querySelectorAll('details')) table.open = isOpen && table.checkVisibility();
  }, open);

it.each(languages)('shows %s after a click, with tables and charts, and passes axe', async (language) => {
  await page.setViewport({ width: 1280, height: 800 });
  await page.click(`label[for=${language}]`);
  await details(true);
  const { charts, ...rest } = await shown();
  expect(rest).toMatchObject({ languages: [language], heading: [reportTexts[language].title], empty: 0 });
  // For each month: hours, after-hours, repeats, kinds, forms, obligations, overlap, answers, and recalled figures.
  expect(rest.rows.length).toBeGreaterThanOrEqual(2 * 9);
  expect(rest.rows.filter((rows) => rows === 0)).toEqual([]);
  expect(charts.length).toBeGreaterThanOrEqual(2 * 6);
  expect(charts.filter(({ name, widest }) => name === '' || name === null || !(widest > 10))).toEqual([]);
  expect(await layout(page)).toEqual([]);
  await details(false);
  expect(await axe(page)).toEqual([]);
  await page.setViewport({ width: 360, height: 800 });
  expect(await layout(page)).toEqual([]);
});

it('passes axe in dark colours', async () => {
  await emulateScheme(page, 'dark');
  expect(await axe(page, 'colours')).toEqual([]);
});

it('changes the language by the keyboard', async () => {
  await page.focus('#zh-CN');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  expect((await shown()).languages).toEqual(['zh-TW']);
});

it('requests nothing but its own file and breaks no content security policy', async () => {
  expect(requests).toEqual([address]);
  expect(await errors()).toEqual([]);
});
