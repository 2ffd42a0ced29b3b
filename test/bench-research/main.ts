/**
 * `npm run bench:research [-- --sizes 10000,100000,1000000,10000000]`: ingest and aggregate beside a plain JSON.parse +
 * Map loop over the same files, in one run. The simulated studies stay in out/bench-research for the next run (ten
 * million reports take 3.5 GB and five minutes to make). Writes out/bench-research.json.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measured, measured } from './measured.ts';

const command = 'dist/research/fingertip-research.mjs';
const loop = 'test/bench-research/loop.mjs';
if (!existsSync(command)) {
  console.error(`Cannot measure: "${command}" is not there; run npm run build`);
  process.exit(2);
}
const given = process.argv.indexOf('--sizes');
const sizes = (given < 0 ? '10000,100000,1000000,10000000' : (process.argv[given + 1] ?? '')).split(',').map(Number);
/** As many files of one report as a folder reasonably holds. */
const mostFiles = 100_000;

interface Job {
  readonly job: string;
  readonly reports: number;
  readonly wallMs: number;
  readonly peakMb: number;
  readonly baselineWallMs: number;
  /** Speed against the loop: the loop's time over ours. */
  readonly ratio: number;
}
const jobs: Job[] = [];
const note = (job: string, reports: number, ours: Measured, theirs: Measured) => {
  const ratio = theirs.wallMs / ours.wallMs;
  jobs.push({ job, reports, wallMs: ours.wallMs, peakMb: ours.peakMb, baselineWallMs: theirs.wallMs, ratio });
  console.log(
    [
      job.padEnd(18),
      reports.toLocaleString('en').padStart(11),
      `${(ours.wallMs / 1000).toFixed(2)} s`.padStart(10),
      `${Math.round(ours.peakMb)} MB`.padStart(9),
      `loop ${(theirs.wallMs / 1000).toFixed(2)} s, ${Math.round(theirs.peakMb)} MB`.padStart(24),
      `${ratio.toFixed(2)} x`.padStart(9),
    ].join(' '),
  );
};

/** The middle of some runs by wall time; large jobs run once. */
async function middle(runs: number, run: () => Promise<Measured>): Promise<Measured> {
  const all: Measured[] = [];
  for (let i = 0; i < runs; i++) all.push(await run());
  return all.sort((a, b) => a.wallMs - b.wallMs)[Math.floor(runs / 2)] as Measured;
}

for (const reports of sizes)
  for (const form of ['lines', 'files'] as const) {
    if (form === 'files' && reports > mostFiles) continue;
    const study = join('out', 'bench-research', `${reports}-${form}`);
    if (!existsSync(join(study, 'truth.json'))) {
      const simulate = [command, 'simulate', '--out', study, '--reports', String(reports), '--seed', '7'];
      await measured(form === 'files' ? [...simulate, '--files'] : simulate);
    }
    const input = join(study, 'reports');
    const folder = mkdtempSync(join(tmpdir(), 'fingertip-bench-'));
    try {
      const store = join(folder, 'store');
      const runs = reports > 2_000_000 ? 1 : 3;
      const ingest = () => {
        rmSync(store, { recursive: true, force: true });
        return measured([command, 'ingest', input, '--store', store, '--json']);
      };
      const theirs = await middle(runs, () => measured([loop, input]));
      note(`ingest ${form}`, reports, await middle(runs, ingest), theirs);
      if (form === 'files') continue;
      const out = join(folder, 'out');
      // A seventh of a second: chance weighs more on it than on the others.
      const whole = await middle(7, () =>
        measured([command, 'aggregate', '--store', store, '--out', out, '--draft', '--json']),
      );
      // Counting is what the loop does; the rest (intervals, protection, files) hardly grows with the reports.
      const { countMs } = JSON.parse(whole.output) as { readonly countMs: number };
      note('count', reports, { ...whole, wallMs: countMs }, theirs);
      note('aggregate', reports, whole, theirs);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
mkdirSync('out', { recursive: true });
writeFileSync('out/bench-research.json', `${JSON.stringify({ jobs }, null, 1)}\n`);
