/** Kills ingest at random moments and runs it again. The store must be the same as after an uninterrupted run. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileText, lineText } from '../../../src/research/format/canonical-text.ts';
import { seededRandom } from '../../../src/research/simulation/seeded-random.ts';
import { simulate } from '../../../src/research/simulation/simulate.ts';
import { noTruth } from '../../../src/research/simulation/truth.ts';
import { readManifest } from '../../../src/research/store/manifest.ts';
import { openDuckDB, sqlString } from '../../../src/research/store/open-duckdb.ts';
import { bundledCommand, run, start } from '../../support/research-command.ts';

let folder = '';
let command = '';
const at = (...names: string[]) => join(folder, ...names);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
  command = await bundledCommand('killed');
  mkdirSync(at('in', 'unit-1'), { recursive: true });
  mkdirSync(at('in', 'unit-2'));
  const study = { seed: 5, month: '2026-03', level: 'mixed', e: 7, perCluster: 0, icc: 0 } as const;
  const reports = [...simulate({ ...study, reports: 3000 }, noTruth())].map(({ report }) => report);
  const lines = (from: number, to: number) => reports.slice(from, to).map(lineText).join('\n');
  writeFileSync(at('in', 'unit-1', 'lines.ndjson'), `${lines(0, 1400)}\n{"format":\nno report\n${lines(1390, 1500)}\n`);
  writeFileSync(at('in', 'unit-1', 'packed.ndjson.gz'), gzipSync(lines(1500, 2300)));
  const entries = reports.slice(2300, 2900).map((r, i) => [`${i}.json`, Buffer.from(fileText(r))] as const);
  writeFileSync(at('in', 'archive.zip'), zipSync(Object.fromEntries(entries), { level: 0 }));
  for (const [i, report] of reports.slice(2900).entries())
    writeFileSync(at('in', 'unit-2', `${i}.json`), fileText(report));
  writeFileSync(at('in', 'unit-2', 'bad.json'), '[]');
});
afterAll(() => rmSync(folder, { recursive: true }));

const ingestInto = (store: string) => [
  'ingest',
  at('in'),
  '--store',
  store,
  '--cluster-by',
  'folder',
  '--step',
  '150',
  '--json',
];

/** Returns the content of a store. The result does not depend on how the writes of a run were divided. */
async function contentOf(store: string): Promise<unknown> {
  const manifest = await readManifest(store);
  const duckdb = await openDuckDB();
  const rowsOf = async (files: readonly string[]) => {
    const list = files.map((file) => sqlString(join(store, file))).join(', ');
    const found = await duckdb.connection.run(`SELECT * FROM read_parquet([${list}]) ORDER BY ALL`);
    const rows = await found.getRows();
    return { rows: rows.length, digest: createHash('sha256').update(JSON.stringify(rows)).digest('hex') };
  };
  const keys = (files: readonly string[], width: number) =>
    files
      .flatMap((file) => {
        const bytes = readFileSync(join(store, file));
        return Array.from({ length: bytes.length / width }, (_, i) =>
          bytes.subarray(i * width, (i + 1) * width).toString('hex'),
        );
      })
      .sort();
  try {
    return {
      counts: manifest.counts,
      clusters: manifest.clusters,
      unfinished: manifest.unfinished,
      cards: await rowsOf(manifest.parts.map((part) => part.cards)),
      slips: await rowsOf(manifest.parts.flatMap((part) => part.slips ?? [])),
      ids: keys(manifest.ids, 12),
      inputs: keys(manifest.inputs, 8),
      rejected: manifest.rejected
        .flatMap((file) => readFileSync(join(store, file), 'utf8').split('\r\n'))
        .filter((line) => line !== '')
        .sort(),
      cube: createHash('sha256')
        .update(readFileSync(join(store, manifest.cube?.file ?? '')))
        .digest('hex'),
    };
  } finally {
    duckdb.close();
  }
}

/** Returns the number of files in the store, which shows the progress of a run. */
function filesIn(store: string): number {
  try {
    return readdirSync(store, { recursive: true }).length;
  } catch {
    return 0;
  }
}

it('ends with the same store when it was killed at random moments and run again', async () => {
  expect((await run(command, ingestInto(at('whole')))).code).toBe(1);
  const uninterrupted = await contentOf(at('whole'));
  expect(uninterrupted).toMatchObject({ counts: { reports: 3000, repeated: 10, rejected: 3 }, unfinished: null });
  const random = seededRandom(11);
  let killed = 0;
  for (let store = 0; store < 2; store++) {
    const to = at(`killed-${store}`);
    for (let tries = 0; ; tries++) {
      // The process is killed after a random number of new files and a random number of milliseconds. It may then be
      // writing, merging or counting.
      const target = filesIn(to) + random.below(10);
      const extraTurns = random.below(30);
      const { child, ended } = start(command, ingestInto(to));
      let isOver = false;
      void ended.then(() => {
        isOver = true;
      });
      if (tries < 8) {
        let turns = 0;
        while (!isOver && (filesIn(to) < target || turns++ < extraTurns)) await wait(1);
        child.kill('SIGKILL');
      }
      const { code, stderr } = await ended;
      if (code === null) killed++;
      else if (tries >= 8) {
        expect(code === 2 ? stderr : '').toBe('');
        break;
      }
    }
    expect(await contentOf(to)).toEqual(uninterrupted);
  }
  expect(killed).toBeGreaterThan(5);
}, 300_000);

it('counts a report once when its file occurs twice in one run, or again in a later run', async () => {
  const to = at('twice');
  mkdirSync(at('more'));
  copyFileSync(at('in', 'unit-1', 'packed.ndjson.gz'), at('more', 'a.ndjson.gz'));
  copyFileSync(at('in', 'unit-1', 'packed.ndjson.gz'), at('more', 'b.ndjson.gz'));
  const first = await run(command, ['ingest', at('more'), '--store', to, '--json']);
  expect(JSON.parse(first.stdout)).toMatchObject({ reports: 800, repeated: 800, filesRead: 2, filesKnown: 0 });
  const again = await run(command, ['ingest', at('more'), '--store', to, '--json']);
  expect(JSON.parse(again.stdout)).toMatchObject({ reports: 0, repeated: 0, filesKnown: 2, inStore: 800 });
});
