/**
 * `npm run fuzz:research [-- --files 100000] [--seed 1]`: gives mutated files to the part of ingest that reads files.
 * Then ingests a line of 2 GB. Fails when a file crashes the reader, or when memory grows beyond 800 MB. Also fails
 * when the reader accepts the line, or a report that the published schema or the canonical form does not allow. Writes
 * out/fuzz-research.json.
 */
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '../../src/research/ingest/ingest.ts';
import { fuzzInputs } from '../research/fuzz-inputs.ts';

const option = (name: string, byDefault: number) => {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? byDefault : Number(process.argv[index + 1]);
};
const seed = option('seed', 1);
const result = await fuzzInputs(option('files', 100_000), seed, console.log);
const folder = mkdtempSync(join(tmpdir(), 'fingertip-fuzz-'));
mkdirSync(join(folder, 'in'));
writeFileSync(join(folder, 'in', 'big.ndjson'), '');
truncateSync(join(folder, 'in', 'big.ndjson'), 2 ** 31);
const big = await ingest({ inputs: [join(folder, 'in')], store: join(folder, 'store'), includePartial: false });
rmSync(folder, { recursive: true });
const peakMb = process.resourceUsage().maxRSS / 1024;
const isBounded = peakMb < 800;
console.log(
  `${result.files} files: ${result.accepted} reports accepted, ${result.rejected} rejected, ${result.wrong.length} wrongly accepted, ${result.crashes.length} crashes; a line of 2 GB: ${big.rejected[0]?.reason}; peak ${Math.round(peakMb)} MB`,
);
for (const text of [...result.wrong, ...result.crashes].slice(0, 10)) console.log(text);
mkdirSync('out', { recursive: true });
writeFileSync(
  'out/fuzz-research.json',
  `${JSON.stringify({ seed, ...result, line2GB: big.rejected[0]?.reason, peakMb }, null, 1)}\n`,
);
if (result.wrong.length + result.crashes.length > 0 || !isBounded || big.counts.rejected === 0) process.exitCode = 1;
