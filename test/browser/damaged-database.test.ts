/** If the database files are damaged, the extension must show the fault, whatever the browser does with the files. */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openChrome } from '../support/chrome.ts';
import { until } from '../support/driver.ts';
import { openPersistentFirefox } from '../support/firefox.ts';
import { setUpOffice } from '../support/office-fixture.ts';

const fixture = setUpOffice();

it.each([
  ['Chromium', openChrome, /IndexedDB[/\\]chrome-extension_.*leveldb[/\\]/],
  // The pattern excludes the database of `storage.local`, whose folder has a `^` and another user context in its name.
  ['Firefox', openPersistentFirefox, /moz-extension[^^/\\]*[/\\]idb[/\\].*\.sqlite/],
] as const)('detects in %s that the ledger is lost or broken, and stops recording', async (_name, open, files) => {
  const profile = join(fixture.folder, 'profile');
  const { port } = fixture.office;
  let driver = await open({ port, profile });
  fixture.driver = driver;
  await driver.agree();
  await (await driver.open('http://rst.gansu.gov.cn/')).close();
  await driver.close();
  const damaged = readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .map((path) => join(profile, path))
    .filter((path) => files.test(path) && statSync(path).isFile());
  expect(damaged.length).toBeGreaterThan(0);
  for (const path of damaged) writeFileSync(path, 'damaged '.repeat(1_000));
  driver = await open({ port, profile });
  fixture.driver = driver;
  // `lost`: the browser deleted the database. `broken`: it cannot be opened.
  const fault = await until('a storage fault', async () => (await driver.askWorker('state.read')).trouble);
  expect(['lost', 'broken']).toContain(fault);
  expect((await driver.askWorker('state.read')).recording).toBe(false);
});
