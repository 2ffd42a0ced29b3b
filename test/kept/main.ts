/**
 * `npm run kept -- --years N --hours H`: what a ledger of so many years with so many hours on portals a working day takes
 * on the disk of a Chromium. Sample data that ends today is restored month by month, the browser started again after
 * each, so that rows expire as they do in life; then what is left is restored in a new profile, where nothing that is
 * gone lies about. Told are what the browser says of itself and what its folder holds. Prints a table, writes
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

/** Waits until nothing is expired or rolled up any more. */
async function settled(driver: ChromeDriver) {
  let before = '';
  await until(
    'the ledger to settle',
    async () => {
      const now = JSON.stringify(await driver.askWorker('storage.read'));
      const same = now === before;
      before = now;
      await sleep(3_000);
      return same;
    },
    600_000,
  );
  return driver.askWorker('storage.read');
}

/** Restores files one after the other, the browser started again after each. */
async function ledgerOf(profile: string, files: readonly unknown[]) {
  const open = () => openChrome({ port: site.port, profile, launch: { protocolTimeout: 600_000 } });
  let driver = await open();
  try {
    await driver.agree();
    for (const file of files) {
      await driver.askWorker('backup.restore', file);
      await settled(driver);
      await driver.close();
      driver = await open();
      await settled(driver);
    }
    const { rows, days, bytes } = await settled(driver);
    const backup = await driver.askWorker('backup.read', { digests: true });
    await driver.close();
    // Chromium's database: tables, which are packed, and the log of what was written since, up to 4 MB, which isn't.
    const [tables, log] = ['ldb', 'log'].map((kind) =>
      diskBytes(profile, RegExp(`IndexedDB[/\\\\]chrome-extension_.*\\.${kind}$`)),
    );
    return { rows, days, bytes, tables, log, backup };
  } catch (trouble) {
    await driver.killBrowser();
    throw trouble;
  }
}

try {
  const today = new Date().toISOString().slice(0, 10);
  const { rows, ...sample } = sampleUntil(today, Date.now(), Number(values.years), values.hours);
  const months = [...new Set(rows.map((row) => row.day.slice(0, 7)))].sort();
  const parts = months.map((month) => ({ ...sample, rows: rows.filter((row) => row.day.startsWith(month)) }));
  const { backup, ...grown } = await ledgerOf(join(folder, 'grown'), parts);
  const { backup: _, ...anew } = await ledgerOf(join(folder, 'anew'), [backup]);
  const found = { years: Number(values.years), hours: Number(values.hours), rowsRestored: rows.length, grown, anew };
  mkdirSync('out', { recursive: true });
  writeFileSync('out/kept.json', `${JSON.stringify(found, null, 2)}\n`);
  console.log(`${rows.length} rows of ${months.length} months restored`);
  console.table({ 'month by month': grown, 'what is left, in a new profile': anew });
} finally {
  await site.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
}
