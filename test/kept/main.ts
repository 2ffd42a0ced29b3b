/**
 * `npm run kept -- --years N --hours H`: measures the disk space of a ledger in Chromium, for N years with H hours on
 * portals in each working day. Restores sample data that ends today, month by month, and restarts the browser after
 * each month, so that rows expire as usual. Then restores the remaining data in a new profile, which never contained
 * deleted data. Reads the size that the browser reports and the size of the browser's files. Prints a table and writes
 * out/kept.json.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { diskBytes } from '../bench/file-sizes.ts';
import { sampleUntil } from '../screens/sample.ts';
import { type ChromeDriver, openChrome } from '../support/chrome.ts';
import { sleep, until } from '../support/driver.ts';
import { listen } from '../support/loopback-server.ts';

const { values } = parseArgs({
  options: { years: { type: 'string', default: '1' }, hours: { type: 'string', default: '8' } },
});
const folder = mkdtempSync(join(tmpdir(), 'fingertip-kept-'));
const site = await listen((_, response) => response.end());

/** Waits until no more rows expire or are rolled up; returns the sizes of the ledger that the worker calculates. */
async function readSettledStorage(driver: ChromeDriver) {
  let before = '';
  await until(
    'the ledger to settle',
    async () => {
      const now = JSON.stringify(await driver.askWorker('storage.read'));
      const isSettled = now === before;
      before = now;
      await sleep(3_000);
      return isSettled;
    },
    600_000,
  );
  return driver.askWorker('storage.read');
}

/**
 * Restores the backups in `files` one after another and restarts the browser after each. Returns the sizes of the
 * ledger, and a backup of the remaining data.
 */
async function restoreAll(profile: string, files: readonly unknown[]) {
  const open = () => openChrome({ port: site.port, profile, launch: { protocolTimeout: 600_000 } });
  let driver = await open();
  try {
    await driver.agree();
    for (const file of files) {
      await driver.askWorker('backup.restore', file);
      await readSettledStorage(driver);
      await driver.close();
      driver = await open();
      await readSettledStorage(driver);
    }
    const { rows, days, bytes } = await readSettledStorage(driver);
    const backup = await driver.askWorker('backup.read', { digests: true });
    await driver.close();
    // Chromium's database has compressed tables and a log of later writes, which is not compressed and has up to 4 MB.
    const [tables, log] = ['ldb', 'log'].map((kind) =>
      diskBytes(profile, RegExp(`IndexedDB[/\\\\]chrome-extension_.*\\.${kind}$`)),
    );
    return { rows, days, bytes, tables, log, backup };
  } catch (error) {
    await driver.killBrowser();
    throw error;
  }
}

try {
  const today = new Date().toISOString().slice(0, 10);
  const { rows, ...sample } = sampleUntil(today, Date.now(), Number(values.years), values.hours);
  const months = [...new Set(rows.map((row) => row.day.slice(0, 7)))].sort();
  const parts = months.map((month) => ({ ...sample, rows: rows.filter((row) => row.day.startsWith(month)) }));
  const { backup, ...grown } = await restoreAll(join(folder, 'grown'), parts);
  const { backup: _, ...restored } = await restoreAll(join(folder, 'new'), [backup]);
  const sizes = {
    years: Number(values.years),
    hours: Number(values.hours),
    rowsRestored: rows.length,
    grown,
    anew: restored,
  };
  mkdirSync('out', { recursive: true });
  writeFileSync('out/kept.json', `${JSON.stringify(sizes, null, 2)}\n`);
  console.log(`${rows.length} rows of ${months.length} months restored`);
  console.table({ 'month by month': grown, 'remaining data in a new profile': restored });
} finally {
  await site.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
}
