/**
 * `npm run soak`: a working day in which the worker is killed at least 1,000 times and the browser 50 times, at random
 * moments, by two browsers at once, each with half of the lives. `-- --lives N` (of all browsers together) and
 * `-- --kills N` (of the worker, in each life) make it shorter or longer, `-- --browsers N` uses more or fewer, `-- --seed
 * N` draws other moments. Prints the tally, writes out/soak.json, and fails on any breach.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Row } from '../../src/core/events.ts';
import { openOffice } from '../office/office.ts';
import { type ChromeDriver, openChrome } from '../support/chrome.ts';
import { until } from '../support/driver.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { deedLossBoundMs, judge, lossBoundMs } from './judge-life.ts';
import { type Life, liveAndDie } from './live-and-die.ts';

const { values } = parseArgs({
  options: {
    lives: { type: 'string', default: '50' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    browsers: { type: 'string', default: '2' },
  },
});
const lives = Number(values.lives);
const browsers = Number(values.browsers);
const kills = Number(values.kills);

const tally = { workerKills: 0, browserKills: 0, maxLossMs: 0, maxDeedLossMs: 0, acts: 0, submissions: 0, rows: 0 };
const breaches: string[] = [];

/** One browser's working day, over so many lives of it; each has a profile, an office and chances of its own. */
async function workingDay(name: string, lives: number, draw: () => number): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'fingertip-soak-'));
  const office = await openOffice();
  let before: { life: Life; rows: readonly Row[] } | null = null;
  let attendedMs = 0;
  let rowCount = 0;
  let running: ChromeDriver | undefined;
  try {
    for (let n = 0; n <= lives; n++) {
      const driver = await openChrome({ port: office.port, profile });
      running = driver;
      if (n === 0) await driver.agree();
      await until('the ledger to answer', async () => (await driver.askWorker('state.read')).recording);
      const { today } = await driver.askWorker('state.read');
      const day = await driver.askWorker('day.read', today);
      const rows = (await driver.askWorker('backup.read')).rows as readonly Row[];
      rowCount = rows.length;
      if (before !== null) {
        const { life } = before;
        const { lossMs, deedLossMs, breaches: seen } = judge(life, rows);
        const found = [...seen];
        const names = new Set(rows.map((row) => `${row.sourceId} ${row.seq}`));
        const gone = before.rows.filter((row) => !names.has(`${row.sourceId} ${row.seq}`)).length;
        if (gone > 0) found.push(`${gone} rows that were there before are gone`);
        // From one portal to the next as well: the old one is in front until the new one's tab is there.
        attendedMs += (life.stretches.at(-1)?.to ?? 0) - (life.stretches[0]?.from ?? 0);
        if (day.attentionMs > attendedMs + 500 * (n + 1))
          found.push(`${day.attentionMs} ms are counted of ${attendedMs}`);
        tally.workerKills += life.workerKills;
        tally.browserKills++;
        tally.maxLossMs = Math.max(tally.maxLossMs, lossMs);
        tally.maxDeedLossMs = Math.max(tally.maxDeedLossMs, deedLossMs);
        tally.acts += life.deeds.filter((d) => d.sort === 'act').length;
        tally.submissions += life.deeds.filter((d) => d.sort === 'submission').length;
        breaches.push(...found.map((what) => `${name}, life ${n}: ${what}`));
        console.log(
          `${found.length === 0 ? '✓' : '✗'} ${name}, life ${n} of ${lives}: ${life.workerKills} worker kills, ${life.deeds.length} deeds, ${(lossMs / 1000).toFixed(1)} s of attention and ${(deedLossMs / 1000).toFixed(1)} s of deeds lost at its end${found.map((what) => `\n    ${what}`).join('')}`,
        );
      }
      if (n === lives) await driver.close();
      else before = { life: await liveAndDie({ driver, office, kills, draw }), rows };
    }
  } catch (trouble) {
    // The other browser goes on: what it finds is worth as much.
    breaches.push(`${name} stopped: ${(trouble as Error).stack}`);
  } finally {
    tally.rows += rowCount;
    // Where something went wrong the browser still writes to its profile.
    await running?.killBrowser();
    await office.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}

const started = performance.now();
await Promise.all(
  Array.from({ length: browsers }, (_, i) =>
    workingDay(
      `browser ${i + 1}`,
      Math.floor((lives + i) / browsers),
      // Seeds of other runs draw no moments of these.
      seededRandom(Number(values.seed) * 100 + i),
    ),
  ),
);
const minutes = (performance.now() - started) / 60_000;
mkdirSync('out', { recursive: true });
writeFileSync(
  'out/soak.json',
  `${JSON.stringify({ ...tally, minutes, lossBoundMs, deedLossBoundMs, breaches }, null, 2)}\n`,
);
console.log(
  `${minutes.toFixed(0)} minutes: ${tally.workerKills} worker kills, ${tally.browserKills} browser kills, ${tally.acts} acts and ${tally.submissions} submissions done, ${tally.rows} rows; at most ${(tally.maxLossMs / 1000).toFixed(1)} s of attention (promised: ${lossBoundMs / 1000}) and ${(tally.maxDeedLossMs / 1000).toFixed(1)} s of deeds (${deedLossBoundMs / 1000}) lost at the end of a life; breaches: ${breaches.length}`,
);
process.exit(breaches.length === 0 ? 0 : 1);
