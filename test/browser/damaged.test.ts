/** A ledger whose files were damaged: whatever the browser makes of them, the owner is told. */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openChrome } from '../support/chrome.ts';
import { until } from '../support/driver.ts';
import { openLasting } from '../support/firefox.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage();

it.each([
  // It throws the database away and begins an empty one.
  ['Chromium', openChrome, /IndexedDB[/\\]chrome-extension_.*leveldb[/\\]/, 'lost'],
  ['Firefox', openLasting, /moz-extension.*[/\\]idb[/\\].*\.sqlite/, 'broken'],
] as const)('in %s: every screen says that the files can not be read', async (_name, open, files, word) => {
  const profile = join(stage.folder, 'profile');
  const { port } = stage.office;
  let driver = await open({ port, profile });
  stage.driver = driver;
  await driver.agree();
  await (await driver.open('http://rst.gansu.gov.cn/')).close();
  await driver.close();
  const damaged = readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .map((path) => join(profile, path))
    .filter((path) => files.test(path) && statSync(path).isFile());
  expect(damaged.length).toBeGreaterThan(0);
  for (const path of damaged) writeFileSync(path, 'damaged '.repeat(1_000));
  driver = await open({ port, profile });
  stage.driver = driver;
  await until('the owner to be told', async () => (await driver.askWorker('state.read')).trouble === word);
  expect((await driver.askWorker('state.read')).recording).toBe(false);
});
