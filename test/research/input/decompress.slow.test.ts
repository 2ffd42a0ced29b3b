/** A damaged file gives the same lines to a slow reader as to a fast one: all lines before the fault. */
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
/** More than a million compressed bytes: several blocks of the file. */
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
  ['gzip cut short', 'a.ndjson.gz', compressed.subarray(0, compressed.length - 100_000), 0.8],
  ['damaged gzip', 'a.ndjson.gz', damage(compressed, Math.floor(0.8 * compressed.length)), 0.6],
  [
    'damaged zip',
    'a.zip',
    damage(zipSync({ 'a.ndjson': Buffer.from(lines.join('\n')) }), Math.floor(0.8 * compressed.length)),
    0.6,
  ],
])('gives a slow reader what it gives a fast one: %s', async (_name, file, bytes, soundShare) => {
  const fast = await read(file, bytes, 0);
  // Long enough for the decompressor to find the fault while its reader is busy.
  const slow = await read(file, bytes, 20);
  expect(slow).toEqual(fast);
  expect(fast.rejected).toHaveLength(1);
  expect(fast.rejected[0]).toMatch(/^cannot be decompressed: /);
  expect(fast.texts.length).toBeGreaterThan(soundShare * lines.length);
  // The decompressor notices the damage only some lines after it begins.
  const sound = Math.floor(soundShare * lines.length);
  expect(fast.texts.slice(0, sound).every((text, i) => text === lines[i])).toBe(true);
});

it('gives every line of an undamaged file, also with bytes after its end', async () => {
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
