/** The export wizard of the dashboard: from the choice of a month to the saved, sealed or printed report. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { parseMonthReport } from '../../src/core/report/parse-report.ts';
import { openChrome } from '../support/chrome.ts';
import { until } from '../support/driver.ts';
import { setUpOffice } from '../support/office-fixture.ts';

const fixture = setUpOffice();

/**
 * Returns a month that is closed on every day of the year: the month before the previous month. On the first day of a
 * month, the previous month is not closed yet, because a month closes 24 hours after its end.
 */
function closedMonth(today: string): string {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 3)).toISOString().slice(0, 7);
}

/** Returns a backup with twelve days of a month and three hours on each day. */
function backupOf(month: string) {
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
  return { format: 'fingertip-ledger-backup', version: 1, rows, systems: [system] };
}

/** Clicks an enabled button after it has stopped moving: each new step scrolls to its start. */
const press = (page: Page, action: string) => page.locator(`[data-action="${action}"]:not([disabled])`).click();
const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');

/** Makes a ledger with one closed month and opens the wizard at its first step. */
async function openWizard() {
  const { folder, office } = fixture;
  const driver = await openChrome({ port: office.port });
  fixture.driver = driver;
  await driver.agree();
  const { today } = await driver.askWorker('state.read');
  const month = closedMonth(today);
  await driver.askWorker('backup.restore', backupOf(month));
  const session = await driver.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  const page = await driver.openOwn(`/src/ui/dashboard/index.html#/export/month/${today}`);
  await page.waitForSelector(`input[name="month"][value="${month}"]:checked`);
  return {
    driver,
    page,
    month,
    /** Reads the saved file with this ending, once it is complete. */
    readSaved: async (ending: string) => {
      const name = await until(`the ${ending} file`, () =>
        readdirSync(folder).find((file) => file.endsWith(`.${ending}`)),
      );
      return readFileSync(join(folder, name));
    },
  };
}

/**
 * Chooses level `least` and the tier `township`, goes on to the step that shows the report, and returns the text of the
 * report.
 */
async function goToReport({ driver, page, month }: Awaited<ReturnType<typeof openWizard>>): Promise<string> {
  await press(page, 'next');
  await page.locator('input[name="level"][value="least"]').click();
  await page.select('select[data-field="tier"]', 'township');
  await until('the tier to be stored', async () => {
    const lines = await driver.askWorker('month.lines', { month, level: 'least' });
    return lines.said.tier === 'township';
  });
  await press(page, 'next');
  await page.waitForSelector('[data-bytes]');
  return textOf(page, '[data-bytes]');
}

/**
 * Removes the line about after-hours time. Returns the text of the report without this line, and the code of the file.
 */
async function removeAfterHours(page: Page) {
  await page.click('tr[data-line="card.afterHours"] input');
  await press(page, 'remove-lines');
  await page.waitForSelector('tr.gone[data-line="card.afterHours"]');
  const code = await page.$eval('[data-code]', (element) => element.getAttribute('data-code') ?? '');
  return { shown: await textOf(page, '[data-bytes]'), code };
}

describe('the export wizard', () => {
  it("marks each table of the owner's printed record as not to be collected", async () => {
    const { page } = await openWizard();
    await page.waitForSelector('[data-action="own-print"]:not([disabled])');
    await page.emulateMediaType('print');
    const heads = await page.$$eval('.ledger-print thead', (all) => all.map((head) => head.textContent ?? ''));
    expect(heads.length).toBeGreaterThan(1);
    for (const head of heads) expect(head).toContain('仅供本人留存，不得收取或用于考核');
    expect(await page.$$('.ledger-print img, .ledger-print canvas, .ledger-print svg')).toEqual([]);
  });

  it('writes the chosen tier into the report, makes no file when all lines are removed, and restores the lines by undo', async () => {
    const wizard = await openWizard();
    const { page } = wizard;
    const whole = await goToReport(wizard);
    expect(parseMonthReport(whole).card).toMatchObject({ attention: '20-40h', tier: 'township' });

    for (const box of await page.$$('tr[data-line] input:not([disabled])')) await box.click();
    await press(page, 'remove-lines');
    await page.waitForSelector('[data-nothing]');
    expect(await page.$('[data-bytes]')).toBeNull();
    expect(await page.$eval('[data-action="next"]', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await press(page, 'undo-lines');
    await page.waitForSelector('[data-bytes]');
    expect(await textOf(page, '[data-bytes]')).toBe(whole);
  });

  it('saves exactly the bytes that it shows, unsealed and sealed', async () => {
    const wizard = await openWizard();
    const { page, month, readSaved } = wizard;
    await goToReport(wizard);
    const { shown, code } = await removeAfterHours(page);
    expect(shown).not.toContain('afterHours');
    expect(await page.$eval('.risk', (box) => box.querySelector('li')?.getAttribute('data-reason'))).toBe('office');
    await press(page, 'next');
    await press(page, 'save-json');
    await page.waitForSelector(`[data-saved="${code}"]`);
    const saved = (await readSaved('json')).toString();
    expect(saved).toBe(shown);
    expect(parseMonthReport(saved)).toMatchObject({ month, partial: false, removed: 1 });
    await press(page, 'save-csv');
    const csv = (await readSaved('csv')).toString();
    expect(csv.startsWith('\ufeffrecord,id,field,value\r\n')).toBe(true);
    expect(csv).toContain(',attention,20-40h\r\n');

    // Sealed for a study, so that only the study's key opens the file.
    const identity = await generateIdentity();
    await press(page, 'back');
    await press(page, 'back');
    await page.click('details > summary');
    await page.type('[data-field="study"]', `Trial ${await identityToRecipient(identity)}`);
    await press(page, 'keep-study');
    await page.waitForSelector('input[name="study"]:checked:not([disabled])');
    await press(page, 'next');
    await page.waitForSelector('[data-bytes]');
    expect(await textOf(page, '[data-bytes]')).toBe(shown);
    await press(page, 'next');
    await press(page, 'save-sealed');
    const opener = new Decrypter();
    opener.addIdentity(identity);
    const inside = await opener.decrypt(await readSaved('age'), 'text');
    expect(inside.trimEnd()).toBe(shown.trimEnd());
  });

  it('prints each line of the report, but neither the code of the file nor the id of the card', async () => {
    const wizard = await openWizard();
    const { page } = wizard;
    await goToReport(wizard);
    const { shown, code } = await removeAfterHours(page);
    await press(page, 'next');
    await page.waitForSelector('[data-action="print-report"]:not([disabled])');
    await page.emulateMediaType('print');
    const hours = '20–40 h';
    const printed = () =>
      page.$$eval('main > *', (parts) =>
        parts.filter((part) => getComputedStyle(part).display !== 'none').map((part) => part.textContent ?? ''),
      );
    // Printing the page by the browser's own command does not print the report.
    expect((await printed()).join()).not.toContain(hours);
    // The page has `data-printing` only during `print()`: the test keeps the value and sets it again to read the sheet.
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
    for (const text of [hours, 'township, village', 'Rows removed', '仅供本人留存', 'nothing was sent'])
      expect(sheets[0]).toContain(text);
    for (const secret of [code, report.card.id]) expect(sheets[0]).not.toContain(secret);
  });

  it('refuses to export a month again after the owner has forgotten it', async () => {
    const wizard = await openWizard();
    const { driver, page, month } = wizard;
    await goToReport(wizard);
    await press(page, 'next');
    await press(page, 'save-json');
    await press(page, 'forget');
    await press(page, 'forget-sure');
    await until('the month to be forgotten', async () =>
      (await driver.askWorker('months.read')).some((m) => m.month === month && m.forgotten),
    );
    await expect(driver.askWorker('month.lines', { month, level: 'least' })).rejects.toThrow('forgotten');
  });
});
