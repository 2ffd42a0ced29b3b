import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, it } from 'vitest';
import { parseMonthReport } from '../../src/core/report/parse-report.ts';
import { type Office, openOffice } from '../office/office.ts';
import { openChrome } from '../support/chrome.ts';
import { type Driver, until } from '../support/driver.ts';

let office: Office | undefined;
let driver: Driver | undefined;
afterEach(async () => {
  await driver?.close();
  await office?.close();
});

/** Twelve days of the month before this one, three hours each, as a backup. */
function lastMonth(today: string) {
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - 1);
  const month = first.toISOString().slice(0, 7);
  const days = Array.from({ length: 12 }, (_, i) => `${month}-${String(i + 3).padStart(2, '0')}`);
  const rows = days.flatMap((day, i) =>
    ['presence', 'input'].map((of, n) => ({
      kind: 'span',
      of,
      start: Date.parse(`${day}T09:00:00`),
      end: Date.parse(`${day}T12:00:00`),
      system: '00112233aabb',
      tab: 't1',
      sourceId: '0123456789abcdef',
      seq: 2 * i + n,
      day,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    })),
  );
  const system = {
    key: '00112233aabb',
    host: 'mzt.gansu.gov.cn',
    catalogueId: 'dept-62-mz',
    kind: 'civil-affairs',
    purpose: null,
    exempt: false,
  };
  return { month, backup: { format: 'fingertip-ledger-backup', version: 1, rows, systems: [system] } };
}

/** Once it stands still: a step that has just come scrolls to its own beginning. */
const press = (page: Page, action: string) => page.locator(`[data-action="${action}"]:not([disabled])`).click();
const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');

it('what the wizard shows is what it saves, in clear and sealed; nothing left makes no file; forgetting ends it', async () => {
  office = await openOffice();
  const chromium = await openChrome({ port: office.port });
  driver = chromium;
  await chromium.agree();
  const { today } = await chromium.askWorker('state.read');
  const { month, backup } = lastMonth(today);
  await chromium.askWorker('backup.restore', backup);
  const folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
  const session = await chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  const file = (ending: string) =>
    until(`the ${ending} file`, () => readdirSync(folder).find((name) => name.endsWith(`.${ending}`)));

  const page = await chromium.openOwn(`/src/ui/dashboard/index.html#/export/month/${today}`);
  await page.waitForSelector(`input[name="month"][value="${month}"]:checked`);
  await page.waitForSelector('[data-action="own-print"]:not([disabled])');
  // The owner's own record says on each table whose it is.
  await page.emulateMediaType('print');
  const marks = await page.$$eval('.ledger-print thead', (heads) => heads.map((head) => head.textContent ?? ''));
  expect(marks.length).toBeGreaterThan(1);
  for (const mark of marks) expect(mark).toContain('仅供本人留存，不得收取或用于考核');
  expect(await page.$$('.ledger-print img, .ledger-print canvas, .ledger-print svg')).toEqual([]);
  await page.emulateMediaType();
  await press(page, 'next');
  await page.click('input[name="level"][value="least"]');
  await page.select('select[data-field="tier"]', 'township');
  await until('the tier', async () => {
    const seen = await chromium.askWorker('month.lines', { month, level: 'least' });
    return seen.said.tier === 'township';
  });
  await press(page, 'next');
  await page.waitForSelector('[data-bytes]');

  // Everything taken out: no file, no way on. Taken back: all of it is there again.
  const whole = await textOf(page, '[data-bytes]');
  expect(parseMonthReport(whole).card).toMatchObject({ attention: '20-40h', tier: 'township' });
  for (const box of await page.$$('tr[data-line] input:not([disabled])')) await box.click();
  await press(page, 'remove-lines');
  await page.waitForSelector('[data-nothing]');
  expect(await page.$('[data-bytes]')).toBeNull();
  expect(await page.$eval('[data-action="next"]', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
  await press(page, 'undo-lines');
  await page.waitForSelector('[data-bytes]');
  expect(await textOf(page, '[data-bytes]')).toBe(whole);

  // One line taken out; what is shown is what is saved, byte for byte.
  await page.click('tr[data-line="card.afterHours"] input');
  await press(page, 'remove-lines');
  await page.waitForSelector('tr.gone[data-line="card.afterHours"]');
  const shown = await textOf(page, '[data-bytes]');
  const code = await page.$eval('[data-code]', (element) => element.getAttribute('data-code'));
  expect(shown).not.toContain('afterHours');
  expect(await page.$eval('.risk', (box) => box.querySelector('li')?.getAttribute('data-reason'))).toBe('office');
  await press(page, 'next');
  await press(page, 'save-json');
  await page.waitForSelector(`[data-saved="${code}"]`);
  const saved = readFileSync(join(folder, await file('json')), 'utf8');
  expect(saved).toBe(shown);
  expect(parseMonthReport(saved)).toMatchObject({ month, partial: false, removed: 1 });
  await press(page, 'save-csv');
  const csv = readFileSync(join(folder, await file('csv')), 'utf8');
  expect(csv.startsWith('\ufeffrecord,id,field,value\r\n')).toBe(true);
  expect(csv).toContain(',attention,20-40h\r\n');

  // Sealed for a study: only its key opens it, and inside is what was shown.
  const identity = await generateIdentity();
  await press(page, 'back');
  await press(page, 'back');
  await page.click('details > summary');
  await page.type('[data-field="study"]', `Trial ${await identityToRecipient(identity)}`);
  await press(page, 'keep-study');
  await page.waitForFunction(
    () => document.querySelectorAll('input[name="study"]:checked:not([disabled])').length === 1,
  );
  await press(page, 'next');
  await page.waitForSelector('[data-bytes]');
  expect(await textOf(page, '[data-bytes]')).toBe(shown);
  await press(page, 'next');
  await press(page, 'save-sealed');
  const opener = new Decrypter();
  opener.addIdentity(identity);
  const inside = await opener.decrypt(readFileSync(join(folder, await file('age'))), 'text');
  expect(inside.trimEnd()).toBe(shown.trimEnd());

  await page.emulateMediaType('print');
  // The report alone is printed where it is asked for: every line of it, but nothing that leads to the file.
  const hours = '20–40 h';
  const printed = () =>
    page.$$eval('main > *', (parts) =>
      parts.filter((part) => getComputedStyle(part).display !== 'none').map((part) => part.textContent ?? ''),
    );
  expect((await printed()).join()).not.toContain(hours);
  await page.evaluate(() => {
    globalThis.print = () => {
      document.documentElement.dataset.kept = document.documentElement.dataset.printing;
    };
  });
  await page.emulateMediaType();
  await press(page, 'print-report');
  await page.emulateMediaType('print');
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset.printing = dataset.kept;
  });
  const report = parseMonthReport(shown);
  const sheets = await printed();
  expect(sheets).toHaveLength(1);
  for (const said of [hours, 'township, village', 'Rows removed', '仅供本人留存', 'nothing was sent'])
    expect(sheets[0]).toContain(said);
  for (const secret of [code, report.card.id]) expect(sheets[0]).not.toContain(secret);
  await page.evaluate(() => {
    delete document.documentElement.dataset.printing;
  });
  await page.emulateMediaType();

  await press(page, 'forget');
  await press(page, 'forget-sure');
  await until('the month to be forgotten', async () =>
    (await chromium.askWorker('months.read')).some((m) => m.month === month && m.forgotten),
  );
  await expect(chromium.askWorker('month.lines', { month, level: 'least' })).rejects.toThrow('forgotten');
  rmSync(folder, { recursive: true });
});
