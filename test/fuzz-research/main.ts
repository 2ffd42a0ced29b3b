/**
 * `npm run fuzz:research [-- --files 100000] [--seed 1]`: mutated files through ingest's reading and its door. None may
 * crash it, none may be taken that the published schema and the canonical form don't allow, and memory stays bounded.
 * Then, by ingest itself, a line of 2 GB. Writes out/fuzz-research.json.
 */
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '../../src/research/ingest/ingest.ts';
import { fuzz } from '../research/support/fuzz-inputs.ts';

const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const seed = option('seed', 1);
const found = await fuzz(option('files', 100_000), seed, console.log);
const folder = mkdtempSync(join(tmpdir(), 'fingertip-fuzz-'));
mkdirSync(join(folder, 'in'));
writeFileSync(join(folder, 'in', 'big.ndjson'), '');
truncateSync(join(folder, 'in', 'big.ndjson'), 2 ** 31);
const big = await ingest({ inputs: [join(folder, 'in')], store: join(folder, 'store'), includePartial: false });
rmSync(folder, { recursive: true });
const peakMb = process.resourceUsage().maxRSS / 1024;
const bounded = peakMb < 800;
console.log(
  `${found.files} files: ${found.taken} reports taken, ${found.refused} refused, ${found.wrong.length} wrongly taken, ${found.crashes.length} crashes; a line of 2 GB: ${big.rejected[0]?.reason}; peak ${Math.round(peakMb)} MB`,
);
for (const text of [...found.wrong, ...found.crashes].slice(0, 10)) console.log(text);
mkdirSync('out', { recursive: true });
writeFileSync(
  'out/fuzz-research.json',
  `${JSON.stringify({ seed, ...found, line2GB: big.rejected[0]?.reason, peakMb }, null, 1)}\n`,
);
if (found.wrong.length + found.crashes.length > 0 || !bounded || big.counts.rejected === 0) process.exitCode = 1;
