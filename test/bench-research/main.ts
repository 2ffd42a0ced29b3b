/**
 * `npm run bench:research [-- --sizes 10000,100000,1000000,10000000]`: compares ingest and aggregate with a plain loop
 * (`JSON.parse` and a `Map`) over the same files. The simulated studies stay in out/bench-research for the next run:
 * ten million reports take 3.5 GB and five minutes to make. Writes out/bench-research.json.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measurement, measureProcess } from './measure-process.ts';

const command = 'dist/research/fingertip-research.mjs';
const loop = 'test/bench-research/loop.mjs';
if (!existsSync(command)) {
  console.error(`Cannot measure: "${command}" does not exist; run npm run build`);
  process.exit(2);
}
const index = process.argv.indexOf('--sizes');
const sizes = (index < 0 ? '10000,100000,1000000,10000000' : (process.argv[index + 1] ?? '')).split(',').map(Number);
/** Larger studies are measured only as lines of one file, not as one file per report. */
const maxFiles = 100_000;

interface Job {
  readonly job: string;
  readonly reports: number;
  readonly wallMs: number;
  readonly peakMb: number;
  readonly baselineWallMs: number;
  /** The time of the loop divided by the time of the command. */
  readonly ratio: number;
}
const jobs: Job[] = [];
const note = (job: string, reports: number, ours: Measurement, baseline: Measurement) => {
  const ratio = baseline.wallMs / ours.wallMs;
  jobs.push({ job, reports, wallMs: ours.wallMs, peakMb: ours.peakMb, baselineWallMs: baseline.wallMs, ratio });
  console.log(
    [
      job.padEnd(18),
      reports.toLocaleString('en').padStart(11),
      `${(ours.wallMs / 1000).toFixed(2)} s`.padStart(10),
      `${Math.round(ours.peakMb)} MB`.padStart(9),
      `loop ${(baseline.wallMs / 1000).toFixed(2)} s, ${Math.round(baseline.peakMb)} MB`.padStart(24),
      `${ratio.toFixed(2)} x`.padStart(9),
    ].join(' '),
  );
};

/** Measures several runs. Returns the run with the median wall time. */
async function medianRun(runs: number, run: () => Promise<Measurement>): Promise<Measurement> {
  const all: Measurement[] = [];
  for (let i = 0; i < runs; i++) all.push(await run());
  return all.sort((a, b) => a.wallMs - b.wallMs)[Math.floor(runs / 2)] as Measurement;
}

for (const reports of sizes)
  for (const form of ['lines', 'files'] as const) {
    if (form === 'files' && reports > maxFiles) continue;
    const study = join('out', 'bench-research', `${reports}-${form}`);
    if (!existsSync(join(study, 'truth.json'))) {
      const simulate = [command, 'simulate', '--out', study, '--reports', String(reports), '--seed', '7'];
      await measureProcess(form === 'files' ? [...simulate, '--files'] : simulate);
    }
    const input = join(study, 'reports');
    const folder = mkdtempSync(join(tmpdir(), 'fingertip-bench-'));
    try {
      const store = join(folder, 'store');
      const runs = reports > 2_000_000 ? 1 : 3;
      const ingest = () => {
        rmSync(store, { recursive: true, force: true });
        return measureProcess([command, 'ingest', input, '--store', store, '--json']);
      };
      const baseline = await medianRun(runs, () => measureProcess([loop, input]));
      note(`ingest ${form}`, reports, await medianRun(runs, ingest), baseline);
      if (form === 'files') continue;
      const out = join(folder, 'out');
      // Seven runs instead of three: this job takes a tenth of a second, so its time varies more than that of longer jobs.
      const whole = await medianRun(7, () =>
        measureProcess([command, 'aggregate', '--store', store, '--out', out, '--draft', '--json']),
      );
      // The loop only counts. The time of the rest of aggregate (suppression, intervals, files) hardly depends on the
      // number of reports.
      const { countMs } = JSON.parse(whole.output) as { readonly countMs: number };
      note('count', reports, { ...whole, wallMs: countMs }, baseline);
      note('aggregate', reports, whole, baseline);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
mkdirSync('out', { recursive: true });
writeFileSync('out/bench-research.json', `${JSON.stringify({ jobs }, null, 1)}\n`);
