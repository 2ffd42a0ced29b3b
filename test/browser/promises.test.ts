import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../office/office.ts';
import { copy, paste, pickFile, press, sees, type } from '../office/person.ts';
import { openChrome } from '../support/chrome.ts';
import { agreeOn, askFrom, type Driver, sleep } from '../support/driver.ts';
import { openFirefox } from '../support/firefox.ts';

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

/** Everything the extension stores, through its own APIs, as text. */
async function everyStore(driver: Driver): Promise<string> {
  const page = await driver.openOwn('/manifest.json');
  const text = await page.evaluate(async () => {
    const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    const all: unknown[] = [await api.storage.local.get(null), await api.storage.session.get(null)];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, no) => {
        const open = indexedDB.open(name ?? '');
        open.onsuccess = () => done(open.result);
        open.onerror = () => no(open.error);
      });
      for (const store of db.objectStoreNames) {
        const tx = db.transaction(store).objectStore(store);
        for (const request of [tx.getAll(), tx.getAllKeys()])
          all.push(
            await new Promise((done, no) => {
              request.onsuccess = () => done(request.result);
              request.onerror = () => no(request.error);
            }),
          );
      }
      db.close();
    }
    return JSON.stringify(all);
  });
  await page.close();
  return text;
}

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
    const before = await everyStore(driver);
    const page = await driver.open('http://rst.gansu.gov.cn/secret.html');
    await type(page, '[name=note]', 'kanarienreport');
    await page.close();
    await sleep(1500);
    const after = await everyStore(driver);
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
    const before = await everyStore(driver);
    const page = await driver.open(`http://${host}/`);
    await type(page, '[name=name]', 'Zhang San');
    await type(page, '[name=idNumber]', '620503196803121236');
    await press(page, '提交');
    await sees(page, '提交成功');
    await page.close();
    await sleep(1500);
    expect(await everyStore(driver)).toBe(before);
  });
});

describe('P2: no content is kept', () => {
  /** Words that stand nowhere else; each is planted somewhere a careless ledger would take it from. */
  const canaries = {
    typed: 'kanarientyped',
    composed: '金丝雀组合词',
    path: 'kanarienpath.html',
    query: 'kanarienquery',
    title: 'kanarientitle',
    text: 'kanarientext',
    file: 'kanarienfile',
    button: 'kanarienbutton',
  };
  const findsIn = (text: string) => Object.values(canaries).filter((word) => text.includes(word));

  it.each(browsers)('in %s: no canary is in any store', async (_name, open) => {
    office = await openOffice();
    driver = await open({ port: office.port });
    await driver.agree();
    const folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
    const photo = join(folder, `${canaries.file}.png`);
    writeFileSync(photo, readFileSync('test/office/media/photo.png'));

    const page = await driver.open(`http://rst.gansu.gov.cn/?q=${canaries.query}#${canaries.path}`);
    await page.evaluate(
      (title, text, button) => {
        document.title = title;
        document.body.insertAdjacentHTML(
          'beforeend',
          `<h2>${text}</h2><button>${button}</button><p contenteditable>x</p>`,
        );
      },
      canaries.title,
      canaries.text,
      canaries.button,
    );
    await type(page, '#name', canaries.typed);
    await type(page, '#address', canaries.composed);
    await type(page, '#idNumber', '620503196803121236');
    await type(page, '[contenteditable]', canaries.typed);
    await press(page, canaries.button);
    await copy(page, '#name');
    await paste(page, '#income');
    await press(page, '保存');
    await sees(page, '保存成功');
    const party = await driver.open('http://www.gsdj.gov.cn/');
    await pickFile(party, '#photo', photo);
    await press(party, '上传照片');
    await sees(party, '上传成功');
    // While it is still pending, and when all is done.
    await type(party, '#comment', canaries.typed);
    await sleep(6000);
    expect(findsIn(await everyStore(driver))).toEqual([]);
    await page.close();
    await party.close();
    await sleep(1500);
    const after = await everyStore(driver);
    expect(findsIn(after)).toEqual([]);
    // The search itself works: what is known to be kept is found.
    expect(after).toContain('rst.gansu.gov.cn');
    rmSync(folder, { recursive: true });
  });

  it('in Chromium: no canary is in the files of the extension either', async () => {
    office = await openOffice();
    const profile = mkdtempSync(join(tmpdir(), 'fingertip-'));
    const chromium = await openChrome({ port: office.port, profile });
    driver = chromium;
    await chromium.agree();
    const page = await chromium.open(`http://rst.gansu.gov.cn/?q=${canaries.query}`);
    await type(page, '#name', canaries.typed);
    await type(page, '#idNumber', '620503196803121236');
    await press(page, '保存');
    await sees(page, '保存成功');
    // A canary of our own in storage.local shows that the search finds what is there.
    const own = await chromium.openOwn('/manifest.json');
    await own.evaluate(() => chrome.storage.local.set({ planted: 'kanarienplanted' }));
    await sleep(1500);
    await chromium.close();
    driver = undefined;
    let found = '';
    const look = (folder: string) => {
      for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) look(path);
        else found += readFileSync(path, 'latin1') + readFileSync(path, 'utf16le');
      }
    };
    for (const name of ['Local Extension Settings', 'IndexedDB'])
      for (const folder of readdirSync(join(profile, 'Default', name)))
        if (folder.includes(chromium.id)) look(join(profile, 'Default', name, folder));
    expect(found).toContain('kanarienplanted');
    expect(findsIn(found)).toEqual([]);
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  });
});
