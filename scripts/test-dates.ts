/**
 * `npm run test:dates`: runs the layers of the test suite and the scripted `npm start` with the clock set to other
 * dates, because no test may depend on the day on which it is run. The script does not change the clock of the machine:
 * a preloaded library (shift-clock.c) shifts the wall clock of the commands that this script starts, including
 * browsers. The script runs only on Linux with a C compiler.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './prepare.mjs';
import { CliError } from './requirements.ts';

const vitest = 'node_modules/vitest/vitest.mjs';
/** The layers that can be run, with the arguments for `node`. */
const layers = {
  unit: [vitest, 'run', '--project', 'unit'],
  slow: [vitest, 'run', '--project', 'slow'],
  browser: [vitest, 'run', '--project', 'browser', '--reporter', 'verbose'],
  start: ['--import', 'tsx', 'scripts/start-office.ts', '--scripted'],
} as const;
type Layer = keyof typeof layers;
const layerNames = Object.keys(layers) as Layer[];

const layersWithoutBrowser: readonly Layer[] = ['unit', 'slow'];
/**
 * The dates of a full run. The layers with a browser take minutes, so they run only on dates on which a calendar rule
 * changes.
 */
const plan: readonly { readonly date: string; readonly why: string; readonly layers: readonly Layer[] }[] = [
  { date: '2026-11-29', why: 'a Sunday, a rest day', layers: layerNames },
  { date: '2026-11-30', why: 'the last day of a month', layers: layersWithoutBrowser },
  { date: '2026-12-01', why: 'the first day of a month: the previous month is not closed', layers: layerNames },
  { date: '2026-12-02', why: 'the second day of a month: the previous month is closed', layers: layerNames },
  { date: '2026-12-31', why: 'the last day of the rest-day calendar', layers: layerNames },
  {
    date: '2027-01-01',
    why: 'the first day after the rest-day calendar; the previous month is in another year',
    layers: layerNames,
  },
  { date: '2028-02-29', why: 'a leap day', layers: layerNames },
  { date: '2028-03-01', why: 'the day after a leap day', layers: layersWithoutBrowser },
];

const usage = `npm run test:dates [-- OPTIONS] [-- FILTERS]
  --date D      run under this date only; may be repeated. YYYY-MM-DD (10:00 local time) or YYYY-MM-DDTHH:MM
  --layer L     run this layer only; may be repeated: ${layerNames.join(', ')}
  --help        this text
  FILTERS       names of test files, as vitest takes them

Build first (npm run build). The output of each run is in out/dates/.`;

/** Returns the time of a date in milliseconds. Throws `CliError` for a date that does not exist. */
function timeOf(date: string): number {
  const time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(date)
    ? Date.parse(date.includes('T') ? date : `${date}T10:00`)
    : NaN;
  // `Date.parse` accepts 30 February.
  if (Number.isNaN(time) || new Date(time).getDate() !== Number(date.slice(8, 10)))
    throw new CliError(`Cannot run under date "${date}": not a date like 2026-12-31 or 2026-12-31T23:50`);
  return time;
}

function readOptions() {
  const { values, positionals } = parseArgs({
    options: {
      date: { type: 'string', multiple: true },
      layer: { type: 'string', multiple: true },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  for (const layer of values.layer ?? [])
    if (!(layer in layers))
      throw new CliError(
        `Cannot run layer "${layer}": value is not one of the allowed options (${layerNames.join(', ')})`,
      );
  for (const date of values.date ?? []) timeOf(date);
  return { dates: values.date, layers: values.layer as Layer[] | undefined, help: values.help, filters: positionals };
}

/** Compiles the preloaded library. Returns the path of the library. */
function compile(folder: string): string {
  if (process.platform !== 'linux') throw new CliError('Cannot shift the clock: LD_PRELOAD works on Linux only');
  const library = join(folder, 'shift-clock.so');
  const compiled = spawnSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, 'scripts/shift-clock.c', '-ldl'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (compiled.error)
    throw new CliError('Cannot compile scripts/shift-clock.c: no C compiler (sudo apt-get install gcc libc6-dev)');
  if (compiled.status !== 0) throw new CliError(`Cannot compile scripts/shift-clock.c: ${compiled.stderr.trim()}`);
  return library;
}

/** Runs one layer, with the clock set to `time` at the start. Resolves to the exit code. */
function run(layer: Layer, time: number, library: string, log: string, filters: readonly string[]): Promise<number> {
  const seconds = Math.round((time - Date.now()) / 1000);
  const child = spawn(process.execPath, [...layers[layer], ...(layer === 'start' ? [] : filters)], {
    cwd: root,
    env: { ...process.env, LD_PRELOAD: library, CLOCK_SHIFT_SECONDS: String(seconds) },
  });
  const file = createWriteStream(log);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  return new Promise((resolve) => {
    child.once('close', (code) => file.end(() => resolve(code ?? 1)));
  });
}

async function main(): Promise<number> {
  const options = readOptions();
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const folder = join(root, 'out/dates');
  mkdirSync(folder, { recursive: true });
  const library = compile(folder);
  const runs = (options.dates?.map((date) => ({ date, why: '', layers: layerNames })) ?? plan).flatMap((day) =>
    (options.layers ?? day.layers).map((layer) => ({ ...day, layer })),
  );
  const failed: string[] = [];
  for (const { date, why, layer } of runs) {
    const started = performance.now();
    const log = join(folder, `${date.replace(':', '')}-${layer}.log`);
    const code = await run(layer, timeOf(date), library, log, options.filters);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(
      `${code === 0 ? '✓' : '✗'} ${date}  ${layer.padEnd(8)} ${seconds.padStart(4)} s  ${why}${code === 0 ? '' : ` see ${log}`}`,
    );
    if (code !== 0) failed.push(`${date} ${layer}`);
  }
  console.log(
    failed.length === 0 ? `✓ All ${runs.length} runs passed` : `✗ ${failed.length} of ${runs.length} runs failed`,
  );
  return failed.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof CliError ? error.message : error);
    process.exit(1);
  },
);
