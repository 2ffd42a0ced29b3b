/**
 * `npm run kept -- --years N --hours H`: what a ledger of so many years with so many hours on portals a working day takes
 * on the disk of a Chromium. Sample data is restored as a backup, the browser started again so that what has expired
 * goes and its files are packed, and both told: what the browser says of itself and what its folder holds. Prints a
 * table, writes out/kept.json.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { diskBytes } from '../bench/bytes.ts';
import { type ChromeDriver, openChrome } from '../support/chrome.ts';
import { sleep, until } from '../support/driver.ts';
import { listen } from '../support/loopback.ts';

const { values } = parseArgs({
  options: { years: { type: 'string', default: '3' }, hours: { type: 'string', default: '8' } },
});
const folder = mkdtempSync(join(tmpdir(), 'fingertip-kept-'));
const profile = join(folder, 'profile');
const site = await listen((_, response) => response.end());

/** Waits until nothing is expired or rolled up any more. */
async function settled(driver: ChromeDriver) {
  let before = '';
  await until(
    'the ledger to settle',
    async () => {
      const now = JSON.stringify(await driver.askWorker('storage.read'));
      const same = now === before;
      before = now;
      await sleep(5_000);
      return same;
    },
    600_000,
  );
  return driver.askWorker('storage.read');
}

let driver: ChromeDriver | undefined;
try {
  const file = join(folder, 'sample.json');
  const { years, hours } = values;
  const made = spawnSync('npx', ['tsx', 'scripts/sample.ts', '--years', years, '--hours', hours, '--out', file], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr.trim());
  driver = await openChrome({ port: site.port, profile, launch: { protocolTimeout: 600_000 } });
  await driver.agree();
  const started = performance.now();
  const { added } = await driver.askWorker('backup.restore', JSON.parse(readFileSync(file, 'utf8')));
  const restoreMs = Math.round(performance.now() - started);
  const restored = await settled(driver);
  for (let start = 0; start < 2; start++) {
    await driver.close();
    driver = await openChrome({ port: site.port, profile, launch: { protocolTimeout: 600_000 } });
    await settled(driver);
  }
  const kept = await settled(driver);
  await driver.close();
  driver = undefined;
  const onDisk = diskBytes(profile, /IndexedDB[/\\]chrome-extension_/);
  const found = { years: Number(years), hours: Number(hours), rowsRestored: added, restoreMs, restored, kept, onDisk };
  mkdirSync('out', { recursive: true });
  writeFileSync('out/kept.json', `${JSON.stringify(found, null, 2)}\n`);
  console.table({
    restored: { rows: restored.rows, days: restored.days, bytes: restored.bytes },
    'two starts later': { rows: kept.rows, days: kept.days, bytes: kept.bytes },
    'files on the disk': { bytes: onDisk },
  });
  console.log(`${added} rows restored in ${(restoreMs / 1000).toFixed(1)} s`);
} finally {
  await driver?.killBrowser();
  await site.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
}
