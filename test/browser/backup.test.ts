/** Makes and restores backups on the settings screen of the dashboard, without and with a passphrase. */
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { openChrome } from '../support/chrome.ts';
import { until } from '../support/driver.ts';
import { setUpOffice } from '../support/office-fixture.ts';
import { otherLedgerBackup } from '../support/other-ledger-backup.ts';

const fixture = setUpOffice();

const press = async (page: Page, action: string) => {
  await page.waitForSelector(`[data-action="${action}"]:not([disabled])`);
  await page.click(`[data-action="${action}"]`);
};

it('saves a backup, previews it, merges it only once, and shows one line for each unreadable file', async () => {
  const { folder, office } = fixture;
  const chromium = await openChrome({ port: office.port });
  fixture.driver = chromium;
  await chromium.agree();
  const session = await chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  const page = await chromium.openOwn('/src/ui/dashboard/index.html#/settings');
  /** Chooses a file in the restore control; returns its path. */
  const giveFile = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    const input = (await page.waitForSelector('input[data-action="restore"]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
    return path;
  };
  /** Waits until the message of the restore control contains `part`, then returns the message. */
  const messageOn = (part: string) =>
    until(`the message about ${part}`, async () => {
      const line = await page.$eval('[data-restore-said]', (p) => p.textContent ?? '').catch(() => '');
      return line.includes(part) ? line : null;
    });
  const rows = async () => ((await chromium.askWorker('backup.read')).rows as unknown[]).length;

  // The preview changes nothing. Only the confirmation restores the rows.
  const backup = otherLedgerBackup(Date.now());
  await giveFile('mine.json', JSON.stringify(backup));
  await page.waitForSelector('[data-restore-preview]');
  expect(await rows()).toBe(0);
  await press(page, 'restore-sure');
  await until('the rows', async () => (await rows()) === backup.rows.length);

  // Restoring the same file again would change nothing, so the button that confirms is disabled.
  await page.waitForSelector('input[data-action="restore"]');
  await giveFile('again.json', JSON.stringify(backup));
  await page.waitForSelector('[data-restore-preview]');
  expect(await page.$('[data-action="restore-sure"][disabled]')).not.toBeNull();
  await press(page, 'restore-cancel');

  // A sealed backup with the digests. Any program for the age format can open it with the passphrase.
  const fill = async (field: string, text: string) => {
    await page.waitForSelector(`[data-field="${field}"]`);
    await page.type(`[data-field="${field}"]`, text);
  };
  await fill('passphrase', 'three quiet goats');
  await fill('passphrase-again', 'three quiet goats');
  await page.click('[data-field="digests"]');
  await press(page, 'backup');
  const name = await until('the sealed file', () => readdirSync(folder).find((file) => file.endsWith('.age')));
  const sealed = readFileSync(join(folder, name));
  const opener = new Decrypter();
  opener.addPassphrase('three quiet goats');
  const inside = JSON.parse(await opener.decrypt(sealed, 'text'));
  expect(inside.rows).toHaveLength(backup.rows.length);
  expect(inside.digests.rows).toEqual(backup.digests.rows);
  expect(inside.digests.keys).toMatchObject(backup.digests.keys);
  expect((await chromium.askWorker('storage.read')).lastBackup).not.toBeNull();

  // After everything was erased, the sealed file restores the ledger.
  const { agreedTo } = await chromium.askWorker('state.read');
  await chromium.askWorker('ledger.erase');
  await chromium.askWorker('settings.write', { consent: agreedTo });
  expect(await rows()).toBe(0);
  await page.reload();
  await giveFile('sealed.age', sealed);
  await fill('open-passphrase', 'three loud goats');
  await press(page, 'open-sealed');
  await messageOn('sealed.age');
  expect(await rows()).toBe(0);
  await fill('open-passphrase', 'three quiet goats');
  await press(page, 'open-sealed');
  await page.waitForSelector('[data-restore-preview]');
  await press(page, 'restore-sure');
  await until('the rows', async () => (await rows()) === backup.rows.length);
  expect((await chromium.askWorker('backup.read', { digests: true })).digests).toMatchObject(inside.digests);
  await page.waitForSelector('input[data-action="restore"]');

  // Each unreadable file gives one line with its name and changes nothing.
  const everything = async () => JSON.stringify(await chromium.askWorker('backup.read', { digests: true }));
  const before = await everything();
  const text = JSON.stringify(backup);
  const bad: Record<string, string> = {
    'torn.json': text.slice(0, text.length / 2),
    'foreign.json': '{"hello":1}',
    'picture.json': '\u0089PNG',
    'newer.json': JSON.stringify({ ...backup, version: 2 }),
    'wrong.json': JSON.stringify({ ...backup, rows: [{ ...backup.rows[0], seq: -1 }] }),
  };
  for (const [file, content] of Object.entries(bad)) {
    await giveFile(file, content);
    expect(await messageOn(file)).not.toContain('\n');
  }
  const path = join(folder, 'enormous.json');
  writeFileSync(path, '');
  truncateSync(path, 3_000_000_000);
  const input = (await page.waitForSelector('input[data-action="restore"]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  expect(await messageOn('enormous.json')).not.toContain('\n');
  expect(await everything()).toBe(before);
});
