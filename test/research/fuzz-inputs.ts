/**
 * Reads mutated files with the code of ingest. An independent check must accept every report that ingest accepts. The
 * check uses the published JSON schema (with ajv) and its own function for the canonical form.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Ajv from 'ajv';
import { zipSync } from 'fflate';
import { fileText, lineText } from '../../src/research/format/canonical-text.ts';
import { listInputs } from '../../src/research/input/list-inputs.ts';
import { readInput } from '../../src/research/input/read-input.ts';
import { ReportReader } from '../../src/research/input/report-reader.ts';
import { seededRandom } from '../../src/research/simulation/seeded-random.ts';
import { simulate } from '../../src/research/simulation/simulate.ts';
import { noTruth } from '../../src/research/simulation/truth.ts';
import { mutate } from './mutate.ts';

export interface FuzzResult {
  readonly files: number;
  /** Number of accepted reports. A file may contain several reports. */
  readonly accepted: number;
  /** Number of rejected reports. */
  readonly rejected: number;
  /** Reports that ingest accepted but the independent check did not. Must be empty. */
  readonly wrong: readonly string[];
  /** Errors other than rejections. Must be empty. */
  readonly crashes: readonly string[];
  /** SHA-256 of the content of all files. */
  readonly digest: string;
  readonly heapMb: number;
  readonly rssMb: number;
}

const schema: unknown = JSON.parse(readFileSync('docs/schemas/month-report.schema.json', 'utf8'));
const matchesSchema = new Ajv({ strict: false }).compile(schema as object);

/** Returns the canonical form. Follows the description in the schema and does not use the code under test. */
function canonical(value: unknown, indent: number): string {
  const sort = (v: unknown): unknown =>
    Array.isArray(v)
      ? v.map(sort)
      : typeof v === 'object' && v !== null
        ? Object.fromEntries(
            Object.entries(v)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([k, x]) => [k, sort(x)]),
          )
        : v;
  return JSON.stringify(sort(value), null, indent);
}

/** The independent check: returns whether the text is a valid report in canonical form. */
function isValid(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    if (!matchesSchema(value)) return false;
    return text === `${canonical(value, 2)}\n` || text === canonical(value, 0);
  } catch {
    return false;
  }
}

/**
 * The modification time of the files in the archives. The time is fixed, so that the same seed always gives the same
 * bytes.
 */
const mtime = new Date(2026, 2, 1);
const kinds = ['json', 'json', 'json', 'ndjson', 'json.gz', 'ndjson.gz', 'zip', 'age'] as const;

/** Tries `files` files. Calls `log` with a line of progress for every 10,000 files. */
export async function fuzzInputs(
  files: number,
  seed: number,
  log: (line: string) => void = () => {},
): Promise<FuzzResult> {
  const random = seededRandom(seed);
  const study = { seed, month: '2026-03', e: 7, perCluster: 0, icc: 0 } as const;
  const reports = [...simulate({ ...study, reports: 400, level: 'mixed' }, noTruth())].map(({ report }) => report);
  const texts = reports.map((report) => Buffer.from(fileText(report)));
  const lines = reports.map((report) => Buffer.from(lineText(report)));
  const folder = mkdtempSync(join(tmpdir(), 'fingertip-fuzz-'));
  const reader = new ReportReader();
  const digest = createHash('sha256');
  const wrong: string[] = [];
  const crashes: string[] = [];
  let accepted = 0;
  let rejected = 0;
  let heap = 0;
  let rss = 0;
  try {
    mkdirSync(join(folder, 'in'));
    for (let i = 0; i < files; i++) {
      const kind = kinds[random.below(kinds.length)] as (typeof kinds)[number];
      const path = join(folder, 'in', `a.${kind}`);
      const pick = (from: readonly Buffer[]) => from[random.below(from.length)] as Buffer;
      const report = mutate(random, pick(texts), pick(texts));
      const ndjson = Buffer.concat(
        [0, 1, 2]
          .map((n) => (n === 1 ? mutate(random, pick(lines), pick(lines)) : pick(lines)))
          .flatMap((b) => [b, Buffer.from('\n')]),
      );
      const maybeMutate = (bytes: Buffer) => (random.below(2) === 0 ? mutate(random, bytes, pick(texts)) : bytes);
      const content =
        kind === 'json'
          ? report
          : kind === 'ndjson'
            ? ndjson
            : kind === 'json.gz'
              ? maybeMutate(gzipSync(report))
              : kind === 'ndjson.gz'
                ? maybeMutate(gzipSync(ndjson))
                : kind === 'zip'
                  ? maybeMutate(Buffer.from(zipSync({ 'a.json': report, 'b/c.ndjson': ndjson }, { mtime })))
                  : report;
      digest.update(content);
      writeFileSync(path, content);
      try {
        const [input] = listInputs([path]);
        if (input === undefined) throw new Error('the file is not found');
        for await (const block of readInput(input, { openSealed: null, onBytes: () => {} }))
          for (const item of block) {
            if ('rejected' in item) {
              rejected++;
              continue;
            }
            let isAccepted = true;
            try {
              reader.read(item.text);
            } catch (error) {
              isAccepted = false;
              // A rejection is a plain Error. A TypeError or RangeError is a fault in the code.
              if (!(error instanceof Error) || error.constructor !== Error) throw error;
            }
            if (isAccepted) accepted++;
            else rejected++;
            if (isAccepted && !isValid(item.text)) wrong.push(item.text.slice(0, 2000));
          }
      } catch (error) {
        crashes.push(`file ${i} (${kind}): ${String((error as Error).stack ?? error)}`);
      }
      if (i % 500 === 0) {
        heap = Math.max(heap, process.memoryUsage().heapUsed / 2 ** 20);
        rss = Math.max(rss, process.memoryUsage().rss / 2 ** 20);
      }
      if (i % 10_000 === 9_999)
        log(`${i + 1} files: ${accepted} reports accepted, ${rejected} rejected, ${Math.round(rss)} MB`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { files, accepted, rejected, wrong, crashes, digest: digest.digest('hex'), heapMb: heap, rssMb: rss };
}
