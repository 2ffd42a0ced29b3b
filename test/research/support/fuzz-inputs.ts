/**
 * Mutated files through what ingest does with a file, against a judge that shares none of its shortcuts: the JSON
 * schema that is published (ajv) and a canonical form made anew. What ingest takes, the judge must take too.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Ajv from 'ajv';
import { zipSync } from 'fflate';
import { fileText, lineText } from '../../../src/research/format/canonical-text.ts';
import { inputsOf } from '../../../src/research/input/list-inputs.ts';
import { readInput } from '../../../src/research/input/read-input.ts';
import { Door } from '../../../src/research/input/report-reader.ts';
import { seeded } from '../../../src/research/simulation/random.ts';
import { noTruth, simulate } from '../../../src/research/simulation/simulate.ts';
import { mutate } from './mutate.ts';

export interface Fuzzed {
  readonly files: number;
  readonly taken: number;
  readonly refused: number;
  /** Accepted by ingest, not by the judge: must be empty. */
  readonly wrong: readonly string[];
  /** Threw something that is no refusal: must be empty. */
  readonly crashes: readonly string[];
  /** Of all bytes that were tried. */
  readonly digest: string;
  readonly heapMb: number;
  readonly rssMb: number;
}

const schema: unknown = JSON.parse(readFileSync('docs/schemas/month-report.schema.json', 'utf8'));
const inSchema = new Ajv({ strict: false }).compile(schema as object);

/** What is left when a report is put into one text again, by the rule in the schema's words, not by our code. */
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

function judge(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    if (!inSchema(value)) return false;
    return text === `${canonical(value, 2)}\n` || text === canonical(value, 0);
  } catch {
    return false;
  }
}

/** An archive holds the time it was made at: by the clock, the same seed would change other bytes at another hour. */
const mtime = new Date(2026, 2, 1);
const kinds = ['json', 'json', 'json', 'ndjson', 'json.gz', 'ndjson.gz', 'zip', 'age'] as const;

export async function fuzz(files: number, seed: number, say: (line: string) => void = () => {}): Promise<Fuzzed> {
  const random = seeded(seed);
  const study = { seed, month: '2026-03', e: 7, perCluster: 0, icc: 0 } as const;
  const reports = [...simulate({ ...study, reports: 400, level: 'mixed' }, noTruth())].map(({ report }) => report);
  const texts = reports.map((report) => Buffer.from(fileText(report)));
  const lines = reports.map((report) => Buffer.from(lineText(report)));
  const folder = mkdtempSync(join(tmpdir(), 'fingertip-fuzz-'));
  const door = new Door();
  const digest = createHash('sha256');
  const wrong: string[] = [];
  const crashes: string[] = [];
  let taken = 0;
  let refused = 0;
  let heap = 0;
  let rss = 0;
  try {
    mkdirSync(join(folder, 'in'));
    for (let i = 0; i < files; i++) {
      const kind = kinds[random.below(kinds.length)] as (typeof kinds)[number];
      const path = join(folder, 'in', `a.${kind}`);
      const pick = (from: readonly Buffer[]) => from[random.below(from.length)] as Buffer;
      const one = mutate(random, pick(texts), pick(texts));
      const some = Buffer.concat(
        [0, 1, 2]
          .map((n) => (n === 1 ? mutate(random, pick(lines), pick(lines)) : pick(lines)))
          .flatMap((b) => [b, Buffer.from('\n')]),
      );
      const outer = (bytes: Buffer) => (random.below(2) === 0 ? mutate(random, bytes, pick(texts)) : bytes);
      const content =
        kind === 'json'
          ? one
          : kind === 'ndjson'
            ? some
            : kind === 'json.gz'
              ? outer(gzipSync(one))
              : kind === 'ndjson.gz'
                ? outer(gzipSync(some))
                : kind === 'zip'
                  ? outer(Buffer.from(zipSync({ 'a.json': one, 'b/c.ndjson': some }, { mtime })))
                  : one;
      digest.update(content);
      writeFileSync(path, content);
      try {
        const [input] = inputsOf([path]);
        if (input === undefined) throw new Error('the file is not found');
        for await (const block of readInput(input, { openSealed: null, onBytes: () => {} }))
          for (const piece of block) {
            if ('refused' in piece) {
              refused++;
              continue;
            }
            let isTaken = true;
            try {
              door.read(piece.text);
            } catch (trouble) {
              isTaken = false;
              // A refusal is a sentence about the report; anything else is our mistake.
              if (!(trouble instanceof Error) || trouble.constructor !== Error) throw trouble;
            }
            if (isTaken) taken++;
            else refused++;
            if (isTaken && !judge(piece.text)) wrong.push(piece.text.slice(0, 2000));
          }
      } catch (trouble) {
        crashes.push(`file ${i} (${kind}): ${String((trouble as Error).stack ?? trouble)}`);
      }
      if (i % 500 === 0) {
        heap = Math.max(heap, process.memoryUsage().heapUsed / 2 ** 20);
        rss = Math.max(rss, process.memoryUsage().rss / 2 ** 20);
      }
      if (i % 10_000 === 9_999)
        say(`${i + 1} files: ${taken} reports taken, ${refused} refused, ${Math.round(rss)} MB`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { files, taken, refused, wrong, crashes, digest: digest.digest('hex'), heapMb: heap, rssMb: rss };
}
