import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../office/office.ts';
import { press, sees, type } from '../office/person.ts';
import { openChrome } from '../support/chrome.ts';
import { agreeOn, askFrom, type Driver, sleep } from '../support/driver.ts';
import { openFirefox } from '../support/firefox.ts';
import { readAllStores } from '../support/stored-bytes.ts';

let office: Office | undefined;
let driver: Driver | undefined;
afterEach(async () => {
  await driver?.close();
  await office?.close();
});

const browsers = [
  ['Chromium', openChrome],
  ['Firefox', openFirefox],
] as const;

describe('P8: nothing before the owner agrees', () => {
  it.each(browsers)('in %s: a worked form leaves no row', async (_name, open) => {
    office = await openOffice();
    driver = await open({ port: office.port });
    await driver.consentPage();
    const page = await driver.open('http://rst.gansu.gov.cn/');
    await type(page, '#name', 'Zhang San');
    await type(page, '#idNumber', '620503196803121236');
    await press(page, '保存');
    await sees(page, '保存成功');
    await page.close();
    await sleep(1000);
    const { rows } = (await driver.askWorker('backup.read')) as unknown as { rows: unknown[] };
    expect(rows).toEqual([]);
    expect((await driver.askWorker('state.read')).recording).toBe(false);
  });
});

describe('P8: a page that bears a secrecy mark is not recorded', () => {
  it('neither its time nor what is entered', async () => {
    office = await openOffice();
    driver = await openChrome({ port: office.port });
    await driver.agree();
    const before = await readAllStores(driver);
    const page = await driver.open('http://rst.gansu.gov.cn/secret.html');
    await type(page, '[name=note]', 'kanarienreport');
    await page.close();
    await sleep(1500);
    const after = await readAllStores(driver);
    expect(after).not.toContain('presence');
    expect(after.length - before.length).toBeLessThan(400);
  });
});

describe('pages that were open before', () => {
  it('are recorded once the owner agrees', async () => {
    office = await openOffice();
    const profile = mkdtempSync(join(tmpdir(), 'fingertip-'));
    driver = await openChrome({ port: office.port, profile, extension: null });
    const page = await driver.open('http://www.gsdj.gov.cn/');
    const id = await driver.browser.installExtension('dist/chrome');
    const consent = await driver.browser.waitForTarget((t) =>
      t.url().startsWith(`chrome-extension://${id}/src/ui/consent`),
    );
    const own = await consent.page();
    if (own === null) throw new Error('no consent page');
    await own.bringToFront();
    await agreeOn(own);
    await own.waitForFunction(() => document.querySelector('[data-action=agree]') === null);
    await page.bringToFront();
    await press(page, '点赞');
    await sees(page, '点赞成功');
    await own.bringToFront();
    await sleep(1500);
    const { today } = await askFrom(own, 'state.read');
    const day = await askFrom(own, 'day.read', today);
    expect(day.acts['engagement-quota']).toEqual({ count: 1, ms: 0 });
    expect(day.systems.map((s) => s.id)).toEqual(['www.gsdj.gov.cn']);
  });
});

describe('P10: what is never recorded leaves nothing', () => {
  it.each(['12345.gansu.gov.cn', 'wsxf.gansu.gov.cn', 'www.12388.gov.cn', 'news.example.com'])('%s', async (host) => {
    office = await openOffice();
    driver = await openChrome({ port: office.port });
    await driver.agree();
    const before = await readAllStores(driver);
    const page = await driver.open(`http://${host}/`);
    await type(page, '[name=name]', 'Zhang San');
    await type(page, '[name=idNumber]', '620503196803121236');
    await press(page, '提交');
    await sees(page, '提交成功');
    await page.close();
    await sleep(1500);
    expect(await readAllStores(driver)).toBe(before);
  });
});
