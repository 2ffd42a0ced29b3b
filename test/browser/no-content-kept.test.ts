/**
 * docs/privacy-model.md, P2: no content is kept. A page has canaries (words that occur nowhere else) in each place that
 * the extension could read. No canary may be in any store, export, file or console message of the extension.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { EpochMs } from '../../src/core/events.ts';
import { copy, paste, pickFile, press, type, waitForText } from '../office/user-input.ts';
import { openChrome } from '../support/chrome.ts';
import { type Driver, until } from '../support/driver.ts';
import { encodingsOf, findEncodings } from '../support/encodings.ts';
import { openFirefox } from '../support/firefox.ts';
import { setUpOffice } from '../support/office-fixture.ts';
import { listStoredNames, plantValues, readAllStores, readFilesUnder } from '../support/stored-bytes.ts';

/** Canaries that a person enters, by the id of the field. */
const entered = {
  typed: 'kanarientyped',
  composed: '金丝雀组合词',
  identity: '620503196803121236',
  phone: '13893812345',
  address: '甘肃省天水市麦积区金丝雀村7号',
  dropped: 'kanariendropped',
  password: 'kanarienpassword',
  code: '73184655',
  long: '金丝雀汇报本周走访农户三百二十户发现用电隐患十二处已全部整改',
  rich: 'kanarienrich',
  design: 'kanariendesign',
  closed: 'kanarienclosed',
};
/**
 * Digits that would be fingerprinted if they were not recognised as secrets: a password that a dialog asks for in a
 * field of type text, and a password that another field shows in clear while the person goes on typing.
 */
const secrets = { prompted: '90316472', veiled: '577190', cleared: '577190248361' };
/** Canaries that the page or its address shows. */
const shown = [
  'kanarientitle',
  'kanarienheading',
  'kanariencopied',
  '金丝雀抄录的一段话超过二十个字所以会被比较',
  'kanariencell',
  'kanarienlabel',
  'kanarienoption',
  'kanarienbutton',
  'kanarientoast',
  'kanarienpath',
  'kanarienquery',
  'kanarienhash',
  'kanarienfile',
  'kanarienbytes',
];
const canaries = [...Object.values(entered), ...Object.values(secrets), ...shown];
const planted = { local: 'kanarienplantedlocal', session: 'kanarienplantedsession', database: 'kanarienplantedrow' };

const fixture = setUpOffice({ more: { pages: join(import.meta.dirname, '../forms/pages') } });

/** Returns those of the words that `findEncodings` finds in the bytes. */
const wordsIn = (bytes: Buffer, words: readonly string[]) =>
  words.filter((word) => findEncodings(bytes, [word]).length > 0);

/**
 * All names under which the extension may store something, by place. Before a new name is added here, it needs a
 * privacy review.
 */
const allowedNames: Readonly<Record<string, RegExp>> = {
  databases: /^fingertip-ledger$/,
  stores: /^(rows|days|systems|digests|keys|meta)$/,
  meta: /^(settings|policy|sites|timer|studies|saves|month:\d{4}-\d\d|sourceId|seq|outbox|cuts|pauses|lastBackup|sample|planted)$/,
  local: /^(recording|acts|hints|forms|models|secrecy|erasing|open:[\d.e-]+|planted)$/,
  session:
    /^(outbox|copies|pending t\d+|acts|secret|blocked|skipped|offered|undo|trouble|revoked|glance|cut t\d+|digest:.*|key:.*|planted)$/,
  caches: /^$/,
  web: /^$/,
};
/** A study that the owner adds. It is stored, but never exported. */
const study = 'kanarienstudy';
const studyKey = 'age150ka5lj3p6j00mtrumrkeft5sjdr478msh72xj4du4rfhuhav44qdhm8t5';

/** Names that must occur in this run, because the test cannot search the content of a name that does not occur. */
const requiredNames: Readonly<Record<string, readonly RegExp[]>> = {
  stores: [/^rows$/, /^days$/, /^systems$/, /^digests$/, /^keys$/, /^meta$/],
  meta: [
    ...[/^settings$/, /^policy$/, /^sites$/, /^timer$/, /^studies$/, /^saves$/, /^month:/, /^sourceId$/, /^seq$/],
    ...[/^outbox$/, /^cuts$/, /^pauses$/, /^lastBackup$/],
  ],
  local: [/^recording$/, /^acts$/, /^hints$/, /^forms$/, /^models$/, /^secrecy$/],
  session: [
    /^copies$/,
    /^pending t/,
    /^acts$/,
    /^secret$/,
    /^blocked$/,
    /^skipped$/,
    /^offered$/,
    /^undo$/,
    /^glance$/,
  ],
};

/** Uses all functions that store something, so that every name of `requiredNames` occurs. */
async function useEverything(driver: Driver): Promise<void> {
  await driver.askWorker('study.add', `${study} ${studyKey}`);
  await driver.askWorker('self.add', 'check-in', 5);
  await driver.askWorker('timer.start', 'ie-mode');
  await driver.askWorker('site.read', 'https://offered.example.gov.cn/');
  await driver.askWorker('site.skip', 'skipped.example.gov.cn', true);
  const [group] = (await driver.askWorker('catalogue.read')).groups;
  if (group === undefined) throw new Error('Cannot switch a group of the catalogue: it has no groups');
  await driver.askWorker('catalogue.group', group.id, group.on);
  await driver.askWorker('settings.write', { badge: true, pausedUntil: (Date.now() + 60_000) as EpochMs });
  await driver.askWorker('settings.write', { pausedUntil: null });
  await driver.askWorker('backup.saved');
  const secret = await driver.open('http://rst.gansu.gov.cn/secret.html');
  await until('the mark to be seen', async () => (await driver.askWorker('state.read')).blockedPages > 0);
  await secret.close();
  const popup = await driver.openOwn('/src/ui/popup/index.html');
  await until('the popup to store its figures', () => popup.evaluate(hasGlance));
  await popup.close();
}
async function hasGlance(): Promise<boolean> {
  const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
  return 'glance' in (await api.storage.session.get('glance'));
}

/** Enters the canaries in the page. Returns the page, a function that sends the form, and the console messages. */
async function enterCanaries(
  driver: Driver,
): Promise<{ page: Page; send: () => Promise<void>; consoleMessages: string[] }> {
  const file = join(fixture.folder, 'kanarienfile.xlsx');
  writeFileSync(file, 'kanarienbytes');
  const page = await driver.open('http://rst.gansu.gov.cn/canaries.html?q=kanarienquery#kanarienhash');
  const consoleMessages: string[] = [];
  page.on('console', (message) => consoleMessages.push(message.text()));
  page.on('pageerror', (error) => consoleMessages.push(String(error)));
  await page.evaluate(() => history.pushState({}, '', `/kanarienpath${location.search}${location.hash}`));
  for (const id of ['typed', 'composed', 'identity', 'phone', 'address', 'password', 'code', 'long', 'rich'] as const)
    await type(page, `#${id}`, entered[id], 0);
  await type(page, '#veiled', secrets.veiled, 0);
  await page.click('#eye');
  await type(page, '#clear', secrets.cleared.slice(secrets.veiled.length), 0);
  await press(page, '重置密码');
  await type(page, '#prompted', secrets.prompted, 0);
  await press(page, '确定');
  await copy(page, '#shown');
  await paste(page, '#pasted');
  if (driver.name === 'chromium') await drop(page, '#dropped', entered.dropped);
  for (const id of ['design', 'closed'] as const) {
    await page.click(`#${id}`);
    await page.keyboard.type(entered[id]);
  }
  await page.focus('#option');
  await page.keyboard.press('ArrowDown');
  await page.click('#row');
  await pickFile(page, '#file', file);
  await press(page, 'kanarienbutton');
  return {
    page,
    consoleMessages,
    async send() {
      await press(page, '提交');
      await waitForText(page, '提交成功');
    },
  };
}

declare const messagesHeard: unknown[];

/** Opens a page of the extension that hears every message of the page scripts, in `messagesHeard`. */
async function listenToMessages(driver: Driver): Promise<Page> {
  const page = await driver.openOwn('/manifest.json');
  await page.evaluate(() => {
    const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    const heard: unknown[] = [];
    Object.assign(globalThis, { messagesHeard: heard });
    api.runtime.onMessage.addListener((message: unknown) => {
      heard.push(message);
    });
  });
  return page;
}

/** Drags text from outside the page and drops it on a field. */
async function drop(page: Page, selector: string, text: string): Promise<void> {
  const box = await (await page.waitForSelector(selector))?.boundingBox();
  if (!box) throw new Error(`Cannot drop on "${selector}": it is not visible`);
  const session = await page.createCDPSession();
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [{ mimeType: 'text/plain', data: text }], dragOperationsMask: 1 };
  for (const kind of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type: kind, ...at, data });
  await session.detach();
}

it.each([
  ['Chromium', openChrome],
  ['Firefox', openFirefox],
] as const)('%s keeps no canary in any store, export, file or console message', async (name, open) => {
  const { folder, office } = fixture;
  const profile = join(folder, 'profile');
  const driver = await open({ port: office.port, profile });
  fixture.driver = driver;
  await driver.agree();
  const listener = await listenToMessages(driver);
  const { page, send, consoleMessages } = await enterCanaries(driver);
  const targets = driver.name === 'chromium' ? driver.browser.targets() : [];
  for (const target of targets.filter((t) => t.type() === 'service_worker'))
    (await target.worker())?.on('console', (message) => consoleMessages.push(message.text()));

  await until('the fields to wait for the outcome of the form', async () =>
    (await readAllStores(driver)).includes('identity'),
  );
  // Searches while all fields are pending. The planted words prove that the search finds stored words.
  await plantValues(driver, planted);
  const pendingStores = Buffer.from(await readAllStores(driver));
  expect(wordsIn(pendingStores, Object.values(planted))).toEqual(Object.values(planted));
  expect(findEncodings(pendingStores, canaries)).toEqual([]);
  expect(pendingStores.toString()).toContain('identity');
  const names = [await listStoredNames(driver)];

  await page.bringToFront();
  await send();
  const { today } = await driver.askWorker('state.read');
  const day = await until('the form to be counted', async () => {
    const read = await driver.askWorker('day.read', today);
    return read.submissions.total > 0 ? read : null;
  });
  // The extension must have observed every field. A field that it did not observe would prove nothing.
  expect(day.submissions.total).toBe(1);
  expect(day.entries.total).toBe(driver.name === 'chromium' ? 12 : 11);
  expect(day.entries.pasted).toBe(1);
  // The page scripts send fingerprints of values to the worker, but none of a secret. The telephone number proves that
  // the search finds fingerprints.
  const messages = Buffer.from(await listener.evaluate(() => JSON.stringify(messagesHeard)));
  await listener.close();
  expect(wordsIn(messages, [entered.phone])).toEqual([entered.phone]);
  expect(findEncodings(messages, [entered.password, entered.code, ...Object.values(secrets)])).toEqual([]);
  await useEverything(driver);
  const storesAfterSending = await readAllStores(driver);
  expect(findEncodings(Buffer.from(storesAfterSending), canaries)).toEqual([]);
  expect(storesAfterSending).toContain(study);
  // Passwords and one-time codes get no digest: they are the only values of the class `number`.
  expect(storesAfterSending).toMatch(/\d+ identity [0-9a-f]{6}/);
  expect(storesAfterSending).not.toMatch(/\d+ number [0-9a-f]{6}/);

  const [year, month] = today.split('-').map(Number) as [number, number];
  const exports: unknown[] = [
    day,
    await driver.askWorker('today.read'),
    await driver.askWorker('backup.read'),
    await driver.askWorker('repeats.read', today, today),
  ];
  for (const level of ['least', 'standard', 'noisy'] as const)
    for (const message of ['month.export', 'month.csv'] as const)
      exports.push(await driver.askWorker(message, { year, month, level }));
  exports.push(await driver.askWorker('backup.read', { digests: true }), await driver.askWorker('saves.read'));
  expect(findEncodings(Buffer.from(JSON.stringify(exports)), [...canaries, study, studyKey])).toEqual([]);
  await driver.askWorker('month.save', { month: today.slice(0, 7), level: 'least' }, 'json');
  await driver.askWorker('ledger.dropLast', 1);
  names.push(await listStoredNames(driver));
  for (const where of Object.keys(allowedNames)) {
    const seen = names.flatMap((places) => places[where] ?? []);
    expect(
      seen.filter((name) => allowedNames[where]?.test(name) !== true),
      where,
    ).toEqual([]);
    expect(
      (requiredNames[where] ?? []).filter((required) => !seen.some((name) => required.test(name))),
      where,
    ).toEqual([]);
  }
  expect(findEncodings(Buffer.from(await readAllStores(driver)), canaries)).toEqual([]);
  expect(findEncodings(Buffer.from(consoleMessages.join('\n')), canaries)).toEqual([]);

  await page.close();
  const own = driver.base.split('://')[1] as string;
  await driver.close();
  fixture.driver = undefined;
  const isOurs = (path: string) => path.includes(own) || /moz-extension/.test(path);
  const files = readFilesUnder(profile, isOurs);
  // The browser compresses its files. The planted words prove that the search still finds words in them.
  expect(wordsIn(files.ours, [planted.local, planted.database])).toEqual([planted.local, planted.database]);
  expect(findEncodings(files.ours, canaries)).toEqual([]);
  if (name === 'Firefox') return;

  // The browser itself writes a history. So a file that does not belong to the extension may contain a canary only if the
  // browser also writes the canary without the extension.
  const controlProfile = join(folder, 'control');
  const canariesIn = (all: Buffer) =>
    canaries.filter((word) =>
      ['UTF-8', 'UTF-16'].some((shape) => all.includes(encodingsOf(word).get(shape) as Buffer)),
    );
  const written = () => canariesIn(readFilesUnder(controlProfile, () => false).others);
  const expected = canariesIn(files.others);
  const plainBrowser = await openChrome({ port: office.port, profile: controlProfile, extension: null });
  fixture.driver = plainBrowser;
  const filled = await enterCanaries(plainBrowser);
  /** Waits until the browser has written its history: every few seconds, and when another tab comes to the front. */
  const waitForHistory = async () => {
    await (await plainBrowser.open('about:blank')).close();
    await filled.page.bringToFront();
    const hasAll = () => expected.every((word) => written().includes(word));
    // The browser writes some words only when it closes, so a timeout of this wait is not an error.
    await until('the browser to write its history', hasAll, 15_000).catch(() => {});
  };
  await waitForHistory();
  await filled.send();
  await waitForHistory();
  await filled.page.close();
  await plainBrowser.close();
  fixture.driver = undefined;
  const without = written();
  expect(expected.filter((word) => !without.includes(word))).toEqual([]);
});
