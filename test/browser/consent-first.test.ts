/**
 * docs/privacy-model.md, P8: nothing is recorded before the owner agrees, and nothing is recorded on a page with a
 * secrecy mark.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { press, type, waitForText } from '../office/user-input.ts';
import { firstWithInstallation, openChrome } from '../support/chrome.ts';
import { agreeOn, askFrom, type Driver, sleep, until, waitLimitMs } from '../support/driver.ts';
import { openFirefox } from '../support/firefox.ts';
import { setUpOffice } from '../support/office-fixture.ts';
import { readStableStores } from '../support/stable-store.ts';
import { readAllStores } from '../support/stored-bytes.ts';

const fixture = setUpOffice();

/** How long a test waits before it checks that no row was written. The extension writes a row in less time. */
const timeToWriteMs = 1_500;

async function open(openBrowser: typeof openChrome | typeof openFirefox): Promise<Driver> {
  const driver = await openBrowser({ port: fixture.office.port });
  fixture.driver = driver;
  return driver;
}

describe('before the owner agrees', () => {
  it.each([
    ['Chromium', openChrome],
    ['Firefox', openFirefox],
  ] as const)('%s records no row for a form that is filled in and sent', async (_name, openBrowser) => {
    const driver = await open(openBrowser);
    await driver.consentPage();
    const page = await driver.open('http://rst.gansu.gov.cn/');
    await type(page, '#name', 'Zhang San');
    await type(page, '#idNumber', '620503196803121236');
    await press(page, '保存');
    await waitForText(page, '保存成功');
    await page.close();
    await sleep(timeToWriteMs);
    const { rows } = (await driver.askWorker('backup.read')) as unknown as { rows: unknown[] };
    expect(rows).toEqual([]);
    expect((await driver.askWorker('state.read')).recording).toBe(false);
  });
});

describe('a page with a secrecy mark', () => {
  it('is not recorded: neither its time nor its entries are stored', async () => {
    const driver = await open(openChrome);
    await driver.agree();
    const before = await readStableStores(driver);
    const page = await driver.open('http://rst.gansu.gov.cn/secret.html');
    await type(page, '[name=note]', 'kanarienreport');
    await until('the mark to be seen', async () => (await driver.askWorker('state.read')).blockedPages > 0);
    await page.close();
    await sleep(timeToWriteMs);
    const after = await readAllStores(driver);
    expect(after).not.toContain('presence');
    expect(after.length - before.length).toBeLessThan(400);
  });
});

describe('a page that was open before the extension was installed', () => {
  it('is recorded after the owner agrees', async ({ skip }) => {
    const { folder, office } = fixture;
    const driver = await openChrome({ port: office.port, profile: join(folder, 'profile'), extension: null });
    fixture.driver = driver;
    skip(
      driver.majorVersion < firstWithInstallation,
      `Chromium before ${firstWithInstallation} installs an extension by command only when it starts`,
    );
    const page = await driver.open('http://www.gsdj.gov.cn/');
    const id = await driver.browser.installExtension('dist/chrome');
    const target = await driver.browser.waitForTarget(
      (t) => t.url().startsWith(`chrome-extension://${id}/src/ui/consent`),
      { timeout: waitLimitMs },
    );
    const consent = await target.page();
    if (consent === null) throw new Error('Cannot read the consent page: its target is not a page');
    await consent.bringToFront();
    await agreeOn(consent);
    await until('the agreement to be stored', () => consent.$('[data-action=agree]').then((button) => button === null));
    await until('recording to start', async () => (await askFrom(consent, 'state.read')).recording);
    await page.bringToFront();
    await press(page, '点赞');
    await waitForText(page, '点赞成功');
    await consent.bringToFront();
    const { today } = await askFrom(consent, 'state.read');
    const day = await until('the act to be counted', async () => {
      const read = await askFrom(consent, 'day.read', today);
      return read.acts['engagement-quota'] !== undefined && read.systems.length > 0 ? read : null;
    });
    expect(day.acts['engagement-quota']).toEqual({ count: 1, ms: 0 });
    expect(day.systems.map((s) => s.id)).toEqual(['www.gsdj.gov.cn']);
  });
});
