/** Reads damaged compressed files. A slow reader must receive the same lines as a fast reader: the lines before the damage. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listInputs } from '../../../src/research/input/list-inputs.ts';
import { readInput } from '../../../src/research/input/read-input.ts';
import { seededRandom } from '../../../src/research/simulation/seeded-random.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const random = seededRandom(1);
/** The lines have more than a million bytes when compressed, so the file is read in several blocks. */
const lines = Array.from({ length: 18_000 }, (_, i) => `${i} ${random.hex(15)}`);
const compressed = gzipSync(lines.join('\n'));
const damage = (bytes: Uint8Array, from: number) => Buffer.from(bytes).fill(0xff, from, from + 2000);

async function read(name: string, bytes: Uint8Array, pauseMs: number) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const [input] = listInputs([path]);
  if (input === undefined) throw new Error(`"${path}" does not exist`);
  const texts: string[] = [];
  const rejected: string[] = [];
  for await (const block of readInput(input, { openSealed: null, onBytes: () => {} })) {
    for (const item of block)
      if ('rejected' in item) rejected.push(item.rejected);
      else texts.push(item.text);
    await wait(pauseMs);
  }
  return { texts, rejected };
}

it.each([
  ['truncated gzip file', 'a.ndjson.gz', compressed.subarray(0, compressed.length - 100_000), 0.8],
  ['damaged gzip file', 'a.ndjson.gz', damage(compressed, Math.floor(0.8 * compressed.length)), 0.6],
  [
    'damaged zip file',
    'a.zip',
    damage(zipSync({ 'a.ndjson': Buffer.from(lines.join('\n')) }), Math.floor(0.8 * compressed.length)),
    0.6,
  ],
])('gives a slow reader of a %s the same lines as a fast reader', async (_name, file, bytes, intactShare) => {
  const fast = await read(file, bytes, 0);
  // With this pause, the decompressor finds the damage while the reader is still busy.
  const slow = await read(file, bytes, 20);
  expect(slow).toEqual(fast);
  expect(fast.rejected).toHaveLength(1);
  expect(fast.rejected[0]).toMatch(/^cannot be decompressed: /);
  expect(fast.texts.length).toBeGreaterThan(intactShare * lines.length);
  // The decompressor may return some wrong lines after the damage begins, before it finds the damage.
  const intact = Math.floor(intactShare * lines.length);
  expect(fast.texts.slice(0, intact).every((text, i) => text === lines[i])).toBe(true);
});

it('returns every line of an intact file, even with two gzip members or bytes after the end', async () => {
  expect(await read('a.ndjson.gz', compressed, 0)).toEqual({ texts: lines, rejected: [] });
  const twice = Buffer.concat([gzipSync(`${lines.slice(0, 9).join('\n')}\n`), gzipSync(lines.slice(9).join('\n'))]);
  expect(await read('b.ndjson.gz', twice, 0)).toEqual({ texts: lines, rejected: [] });
  const more = Buffer.concat([compressed, Buffer.alloc(50_000)]);
  expect(await read('c.ndjson.gz', more, 0)).toEqual({ texts: lines, rejected: [] });
  expect(await read('a.zip', zipSync({ 'a.ndjson': Buffer.from(lines.join('\n')) }), 0)).toEqual({
    texts: lines,
    rejected: [],
  });
});
