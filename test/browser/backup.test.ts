import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterEach, expect, it } from 'vitest';
import { type Office, openOffice } from '../office/office.ts';
import { openChrome } from '../support/chrome.ts';
import { type Driver, until } from '../support/driver.ts';
import { somebodysBackup } from '../support/somebodys-backup.ts';

let office: Office | undefined;
let driver: Driver | undefined;
let folder = '';
afterEach(async () => {
  await driver?.close();
  await office?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
});

const press = async (page: Page, action: string) => {
  await page.waitForSelector(`[data-action="${action}"]:not([disabled])`);
  await page.click(`[data-action="${action}"]`);
};

it('a backup is saved, under a passphrase too, looked at, merged once, and refused in one line when it can not be', async () => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
  office = await openOffice();
  const chromium = await openChrome({ port: office.port });
  driver = chromium;
  await chromium.agree();
  const session = await chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  const page = await chromium.openOwn('/src/ui/dashboard/index.html#/settings');
  const give = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    const input = (await page.waitForSelector('input[data-action="restore"]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
    return path;
  };
  const said = (part: string) =>
    until(`the line on ${part}`, async () => {
      const line = await page.$eval('[data-restore-said]', (p) => p.textContent ?? '').catch(() => '');
      return line.includes(part) ? line : null;
    });
  const rows = async () => ((await chromium.askWorker('backup.read')).rows as unknown[]).length;

  // Shown first, changed after.
  const backup = somebodysBackup(Date.now());
  await give('mine.json', JSON.stringify(backup));
  await page.waitForSelector('[data-restore-preview]');
  expect(await rows()).toBe(0);
  await press(page, 'restore-sure');
  await until('the rows', async () => (await rows()) === backup.rows.length);

  // The same file again changes nothing, and can't.
  await page.waitForSelector('input[data-action="restore"]');
  await give('again.json', JSON.stringify(backup));
  await page.waitForSelector('[data-restore-preview]');
  expect(await page.$('[data-action="restore-sure"][disabled]')).not.toBeNull();
  await press(page, 'restore-cancel');

  // Saved under a passphrase: any age program opens it, and so do we, with the passphrase alone.
  await page.type('[data-field="passphrase"]', 'three quiet goats');
  await page.type('[data-field="passphrase-again"]', 'three quiet goats');
  await press(page, 'backup');
  const name = await until('the sealed file', () => readdirSync(folder).find((file) => file.endsWith('.age')), 40_000);
  const sealed = readFileSync(join(folder, name));
  const opener = new Decrypter();
  opener.addPassphrase('three quiet goats');
  const inside = JSON.parse(await opener.decrypt(sealed, 'text'));
  expect(inside.rows).toHaveLength(backup.rows.length);
  expect(inside.digests).toBeNull();
  expect((await chromium.askWorker('storage.read')).lastBackup).not.toBeNull();
  await give('sealed.age', sealed);
  await page.type('[data-field="open-passphrase"]', 'three loud goats');
  await press(page, 'open-sealed');
  await said('sealed.age');
  await page.$eval('[data-field="open-passphrase"]', (input) => {
    (input as HTMLInputElement).value = '';
  });
  await page.type('[data-field="open-passphrase"]', 'three quiet goats');
  await press(page, 'open-sealed');
  await page.waitForSelector('[data-restore-preview]', { timeout: 40_000 });
  await press(page, 'restore-cancel');

  // Torn, foreign, newer, wrong inside, enormous: one line with the file's name, and nothing is changed.
  const text = JSON.stringify(backup);
  const bad: Record<string, string> = {
    'torn.json': text.slice(0, text.length / 2),
    'foreign.json': '{"hello":1}',
    'picture.json': '\u0089PNG',
    'newer.json': JSON.stringify({ ...backup, version: 2 }),
    'wrong.json': JSON.stringify({ ...backup, rows: [{ ...backup.rows[0], seq: -1 }] }),
  };
  for (const [file, content] of Object.entries(bad)) {
    await give(file, content);
    expect(await said(file)).not.toContain('\n');
  }
  const path = await give('enormous.json', '');
  truncateSync(path, 3_000_000_000);
  await said('enormous.json');
  const input = (await page.waitForSelector('input[data-action="restore"]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  await said('enormous.json');
  expect(await rows()).toBe(backup.rows.length);
});
