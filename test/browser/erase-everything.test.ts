/**
 * Promise P6: after "erase everything" no byte of the ledger is left after the browser's next start. Before it the same
 * search finds what it looks for, or it would prove nothing.
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { press, sees, type } from '../office/person.ts';
import { openChrome } from '../support/chrome.ts';
import { sleep } from '../support/driver.ts';
import { findsIn } from '../support/encodings.ts';
import { openPersistentFirefox } from '../support/firefox.ts';
import { setUpOffice } from '../support/office-fixture.ts';
import { readFilesUnder } from '../support/stored-bytes.ts';

const fixture = setUpOffice();

it.each([
  ['Chromium', openChrome],
  ['Firefox', openPersistentFirefox],
] as const)('in %s: after erasing and the next start nothing of the ledger is on the disk', async (name, open) => {
  const profile = join(fixture.folder, 'profile');
  const { port } = fixture.office;
  let driver = await open({ port, profile });
  fixture.driver = driver;
  await driver.agree();
  const page = await driver.open('http://rst.gansu.gov.cn/');
  await type(page, '#name', 'Zhang San');
  await type(page, '#idNumber', '620503196803121236');
  await press(page, '保存');
  await sees(page, '保存成功');
  await sleep(6_000); // a checkpoint is written every five seconds
  await page.close();
  await sleep(1_000);
  await driver.askWorker('study.add', 'Erasure age150ka5lj3p6j00mtrumrkeft5sjdr478msh72xj4du4rfhuhav44qdhm8t5');
  const backup = (await driver.askWorker('backup.read', { digests: true })) as unknown as {
    rows: { sourceId: string; system?: string; label?: string | null }[];
    systems: { key: string; host: string }[];
    digests: { rows: { digest: string }[] };
  };
  // Words that only the ledger has: ids of the ledger and its systems, digests of labels and values, a study's name.
  const words = [
    ...new Set([
      ...backup.rows.map((row) => row.sourceId),
      ...backup.systems.map((system) => system.key),
      ...backup.rows.flatMap((row) => (row.label ? [row.label] : [])),
      ...backup.digests.rows.map((row) => row.digest),
      'Erasure',
    ]),
  ];
  expect(words.length).toBeGreaterThan(4);
  const own = driver.base.split('://')[1] as string;
  const isOurs = (path: string) => path.includes(own) || /moz-extension/.test(path);
  const restart = async () => {
    await driver.close();
    fixture.driver = undefined;
    const found = readFilesUnder(profile, isOurs);
    const seen = words.filter((word) => findsIn(found.ours, [word]).length > 0 || found.others.includes(word));
    driver = await open({ port, profile });
    fixture.driver = driver;
    return seen;
  };
  // The next start packs what the last one wrote: it is to be found in either form.
  await restart();
  const before = await restart();
  // Every row bears the ledger's id: that alone says that rows are found.
  expect(before).toContain(backup.rows[0]?.sourceId);
  // Of the others what packing tears apart can't be found: that takes one or two.
  expect(before.length).toBeGreaterThan(2);

  await driver.askWorker('ledger.erase');
  expect((await driver.askWorker('state.read')).consented).toBe(false);
  const unstarted = await restart();
  await driver.askWorker('state.read');
  await sleep(2_000);
  const after = await restart();
  console.log(
    `${name}: found before: ${before.length} of ${words.length}; erased, next start to come: ${unstarted.length}; after it: ${after.length}`,
  );
  expect(after).toEqual([]);
});
