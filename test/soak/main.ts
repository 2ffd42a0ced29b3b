/**
 * `npm run soak`: a working day in which the worker is killed at least 1,000 times and the browser 50 times, at random
 * moments. Two browsers run at once, each with half of the runs. These options can follow `--`. `--lives N` is the
 * number of runs of all browsers together. `--kills N` is the number of worker kills in each run. `--browsers N` is the
 * number of browsers at once. `--seed N` gives other random moments. Prints the sums, writes out/soak.json and exits
 * with 1 when a promise is broken.
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
import { actionLossLimitMs, judgeRun, lossLimitMs } from './judge-life.ts';
import { type BrowserRun, workUntilKilled } from './live-and-die.ts';

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
const violations: string[] = [];

/**
 * Simulates the working day of one browser that has its own profile, office and random numbers. Starts and kills the
 * browser `lives` times.
 */
async function workingDay(name: string, lives: number, draw: () => number): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'fingertip-soak-'));
  const office = await openOffice();
  let previous: { run: BrowserRun; rows: readonly Row[] } | null = null;
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
      if (previous !== null) {
        const { run } = previous;
        const { lossMs, actionLossMs, violations: broken } = judgeRun(run, rows);
        const runViolations = [...broken];
        const ids = new Set(rows.map((row) => `${row.sourceId} ${row.seq}`));
        const missing = previous.rows.filter((row) => !ids.has(`${row.sourceId} ${row.seq}`)).length;
        if (missing > 0) runViolations.push(`${missing} rows of the previous run are missing`);
        // Includes the changes between portals: a portal stays in front until the tab of the next portal opens.
        attendedMs += (run.visits.at(-1)?.to ?? 0) - (run.visits[0]?.from ?? 0);
        if (day.attentionMs > attendedMs + 500 * (n + 1))
          runViolations.push(`${day.attentionMs} ms of attention are stored, but only ${attendedMs} ms passed`);
        tally.workerKills += run.workerKills;
        tally.browserKills++;
        tally.maxLossMs = Math.max(tally.maxLossMs, lossMs);
        tally.maxDeedLossMs = Math.max(tally.maxDeedLossMs, actionLossMs);
        tally.acts += run.actions.filter((action) => action.kind === 'act').length;
        tally.submissions += run.actions.filter((action) => action.kind === 'submission').length;
        violations.push(...runViolations.map((violation) => `${name}, run ${n}: ${violation}`));
        console.log(
          `${runViolations.length === 0 ? '✓' : '✗'} ${name}, run ${n} of ${lives}: ${run.workerKills} worker kills, ${run.actions.length} actions, ${(lossMs / 1000).toFixed(1)} s of attention and ${(actionLossMs / 1000).toFixed(1)} s of actions lost at its end${runViolations.map((violation) => `\n    ${violation}`).join('')}`,
        );
      }
      if (n === lives) await driver.close();
      else previous = { run: await workUntilKilled({ driver, office, kills, draw }), rows };
    }
  } catch (error) {
    // The other browser continues, because its results are still useful.
    violations.push(`${name} stopped: ${(error as Error).stack}`);
  } finally {
    tally.rows += rowCount;
    // After an error the browser may still be writing to its profile.
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
      // This seed differs from the seeds of other runs.
      seededRandom(Number(values.seed) * 100 + i),
    ),
  ),
);
const minutes = (performance.now() - started) / 60_000;
mkdirSync('out', { recursive: true });
writeFileSync(
  'out/soak.json',
  `${JSON.stringify({ ...tally, minutes, lossBoundMs: lossLimitMs, deedLossBoundMs: actionLossLimitMs, breaches: violations }, null, 2)}\n`,
);
console.log(
  `${minutes.toFixed(0)} minutes: ${tally.workerKills} worker kills, ${tally.browserKills} browser kills, ${tally.acts} acts and ${tally.submissions} submissions done, ${tally.rows} rows; at most ${(tally.maxLossMs / 1000).toFixed(1)} s of attention (promised: ${lossLimitMs / 1000}) and ${(tally.maxDeedLossMs / 1000).toFixed(1)} s of actions (${actionLossLimitMs / 1000}) lost at the end of a run; broken promises: ${violations.length}`,
);
process.exit(violations.length === 0 ? 0 : 1);
