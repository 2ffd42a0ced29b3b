/**
 * docs/privacy-model.md, P10: on hosts that are never recorded, and on hosts that were not granted, the extension
 * stores nothing.
 */
import { expect, it } from 'vitest';
import { press, type, waitForText } from '../office/user-input.ts';
import { openChrome } from '../support/chrome.ts';
import { sleep } from '../support/driver.ts';
import { setUpOffice } from '../support/office-fixture.ts';
import { readStableStores } from '../support/stable-store.ts';
import { readAllStores } from '../support/stored-bytes.ts';

const fixture = setUpOffice();

it.each(['12345.gansu.gov.cn', 'wsxf.gansu.gov.cn', 'www.12388.gov.cn', 'news.example.com'])(
  'stores nothing of a form that is filled in and sent on %s',
  async (host) => {
    const driver = await openChrome({ port: fixture.office.port });
    fixture.driver = driver;
    await driver.agree();
    const before = await readStableStores(driver);
    const page = await driver.open(`http://${host}/`);
    await type(page, '[name=name]', 'Zhang San');
    await type(page, '[name=idNumber]', '620503196803121236');
    await press(page, '提交');
    await waitForText(page, '提交成功');
    await page.close();
    // If the extension stored something, it would need less time than this. The test has no event to wait for, since
    // nothing may be stored.
    await sleep(1_500);
    expect(await readAllStores(driver)).toBe(before);
  },
);
