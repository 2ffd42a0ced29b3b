/**
 * `npm run accuracy` performs the scenarios in real browsers and compares the counted time with a stopwatch. Options
 * stand after `--`. `--only NAME` selects scenarios whose name contains NAME (`A|B` means A or B), and
 * `--browser chromium|firefox` selects one browser. A new result replaces the previous one of the same scenario and
 * browser in `out/accuracy.json`. Other results stay. `--only steady` measures the cost of an idle page.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../support/find-browser.ts';
import { hasDisplayTools } from '../support/virtual-display.ts';
import { type Steady, steady } from './idle-cost.ts';
import { openStage } from './open-stage.ts';
import { type Line, type Scenario, scenarios } from './scenarios.ts';

/** Number of browsers of one family that run at once, each on its own screen. `-- --lanes N` changes this number. */
const usualLanes = 3;

/** A compared time with its scenario and browser. `trouble` is the error that ended the scenario. */
export interface Result extends Line {
  readonly name: string;
  readonly browser: BrowserName;
  readonly trouble?: string;
}

/**
 * Whether the counted time differs by at most one second or one per cent, whichever is larger. After a kill, the
 * missing time may be as long as the published bound. The limit for extra time stays the same.
 */
export function isWithin({ expectedMs, countedMs, boundMs }: Line): boolean {
  const allowed = Math.max(1000, expectedMs * 0.01);
  const short = expectedMs - countedMs;
  return short >= -allowed && short <= (boundMs ?? allowed);
}

/** Performs a scenario in one browser. Returns one result for each time that the scenario compares. */
export async function perform(scenario: Scenario, browser: BrowserName): Promise<Result[]> {
  const lacking = scenario.lacking?.[browser];
  if (lacking) return [{ name: scenario.name, browser, state: 'attention', expectedMs: 0, countedMs: 0, lacking }];
  const open = () => openStage(browser, scenario);
  // On a busy machine a browser may take too long to start. Nothing is measured yet, so up to three starts are allowed.
  const stage = await open().catch(open).catch(open);
  try {
    return (await scenario.run(stage)).map((line) => ({ name: scenario.name, browser, ...line }));
  } finally {
    await stage.close();
  }
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);
const row = (r: Result) =>
  r.lacking
    ? `– ${r.browser.padEnd(8)} ${r.name.padEnd(52)} ${r.lacking}`
    : `${isWithin(r) && !r.trouble ? '✓' : '✗'} ${r.browser.padEnd(8)} ${r.name.padEnd(52)} ${r.state.padEnd(10)} ${seconds(r.expectedMs).padStart(7)} → ${seconds(r.countedMs).padStart(7)}  ${seconds(r.countedMs - r.expectedMs).padStart(6)}${r.trouble ? `  ${r.trouble}` : ''}`;

async function runAll(chosen: readonly Scenario[], browser: BrowserName, lanes: number): Promise<Result[]> {
  const queue = [...chosen].sort((a, b) => b.seconds - a.seconds);
  const results: Result[] = [];
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const scenario = next;
      const done = await perform(scenario, browser).catch((error: unknown): Result[] => [
        { name: scenario.name, browser, state: 'attention', expectedMs: 0, countedMs: 0, trouble: String(error) },
      ]);
      for (const result of done) console.log(row(result));
      keep(done, []);
      results.push(...done);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** Writes results to out/accuracy.json. They replace the earlier results of the same scenarios and browsers. */
function keep(results: readonly Result[], costs: readonly Steady[]): void {
  const path = 'out/accuracy.json';
  const before: { scenarios: Result[]; steady: Steady[] } = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : { scenarios: [], steady: [] };
  const isNew = (old: Result) => !results.some((r) => r.name === old.name && r.browser === old.browser);
  const known = (old: Result) => scenarios.some((scenario) => scenario.name === old.name);
  const all = [...before.scenarios.filter((old) => isNew(old) && known(old)), ...results].sort(inOrder);
  const steady = [...before.steady.filter((old) => !costs.some((c) => c.browser === old.browser)), ...costs];
  mkdirSync('out', { recursive: true });
  writeFileSync(path, `${JSON.stringify({ scenarios: all, steady }, null, 2)}\n`);
}

const place = (r: Result) => scenarios.findIndex((scenario) => scenario.name === r.name);
const inOrder = (a: Result, b: Result) =>
  place(a) - place(b) || (a.browser < b.browser ? -1 : a.browser > b.browser ? 1 : 0);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, browser: { type: 'string' }, lanes: { type: 'string' } },
  });
  if (values.browser !== undefined && values.browser !== 'chromium' && values.browser !== 'firefox') {
    console.error(
      `Cannot measure accuracy: --browser "${values.browser}" is not one of the allowed options (chromium, firefox)`,
    );
    return 2;
  }
  if (!hasDisplayTools()) {
    console.error('Cannot measure accuracy: xvfb, openbox, xdotool or x11-xserver-utils is missing');
    return 2;
  }
  const only = values.only;
  const chosen = scenarios.filter(
    (scenario) => only === undefined || only.split('|').some((part) => scenario.name.includes(part)),
  );
  if (chosen.length === 0 && only !== 'steady') {
    console.error(
      `Cannot measure accuracy: no scenario has "${only}" in its name; names: ${scenarios.map((scenario) => scenario.name).join('; ')}`,
    );
    return 2;
  }
  const browsers: BrowserName[] = values.browser === undefined ? ['chromium', 'firefox'] : [values.browser];
  const started = performance.now();
  const results = (
    await Promise.all(browsers.map((browser) => runAll(chosen, browser, Number(values.lanes ?? usualLanes))))
  ).flat();
  const wantsCosts = only === undefined || only.split('|').includes('steady');
  const costs = wantsCosts ? await Promise.all(browsers.map(steady)) : [];
  results.sort(inOrder);
  keep([], costs);
  const failed = results.filter((r) => r.trouble !== undefined || !isWithin(r)).length;
  console.log(`\nStopwatch → counted time, seconds (${seconds(performance.now() - started)} s)\n`);
  for (const result of results) console.log(row(result));
  for (const cost of costs)
    console.log(
      `  ${cost.browser.padEnd(8)} in front, ${cost.seconds} s: ${cost.writes} writes, ${cost.rows} rows, ${cost.workerStarts} worker starts; hidden: ${cost.hiddenWrites} writes, ${cost.hiddenRows} rows, ${cost.hiddenWorkerStarts} worker starts; one row ${cost.relaxedMs} ms, with strict durability ${cost.strictMs} ms`,
    );
  console.log(
    failed === 0
      ? '✓ All within one second or one per cent'
      : `✗ ${failed} of ${results.length} differ by more than allowed`,
  );
  return failed === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) process.exit(await main());
