/** A damaged archive gives the same lines to a slow reader as to a fast one: all that stand before the fault. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inputsOf } from '../../../src/research/input/list-inputs.ts';
import { readInput } from '../../../src/research/input/read-input.ts';
import { seeded } from '../../../src/research/simulation/random.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const random = seeded(1);
/** Over a million packed bytes: more than one block of the file. */
const lines = Array.from({ length: 18_000 }, (_, i) => `${i} ${random.hex(15)}`);
const packed = gzipSync(lines.join('\n'));
const damaged = (bytes: Uint8Array, from: number) => Buffer.from(bytes).fill(0xff, from, from + 2000);

async function read(name: string, bytes: Uint8Array, pauseMs: number) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const [input] = inputsOf([path]);
  if (input === undefined) throw new Error(`"${path}" is not there`);
  const texts: string[] = [];
  const refused: string[] = [];
  for await (const block of readInput(input, { openSealed: null, onBytes: () => {} })) {
    for (const piece of block)
      if ('refused' in piece) refused.push(piece.refused);
      else texts.push(piece.text);
    await wait(pauseMs);
  }
  return { texts, refused };
}

it.each([
  ['gzip that is cut off', 'a.ndjson.gz', packed.subarray(0, packed.length - 100_000), 0.8],
  ['gzip that is damaged', 'a.ndjson.gz', damaged(packed, Math.floor(0.8 * packed.length)), 0.6],
  [
    'a zip that is damaged',
    'a.zip',
    damaged(zipSync({ 'a.ndjson': Buffer.from(lines.join('\n')) }), Math.floor(0.8 * packed.length)),
    0.6,
  ],
])('%s', async (_name, file, bytes, least) => {
  const fast = await read(file, bytes, 0);
  // Long enough for the unpacker to find the fault while its reader is busy.
  const slow = await read(file, bytes, 20);
  expect(slow).toEqual(fast);
  expect(fast.refused).toHaveLength(1);
  expect(fast.refused[0]).toMatch(/^it cannot be unpacked: /);
  expect(fast.texts.length).toBeGreaterThan(least * lines.length);
  // Where the fault begins lines are damaged before the unpacker notices.
  const sound = Math.floor(least * lines.length);
  expect(fast.texts.slice(0, sound).every((text, i) => text === lines[i])).toBe(true);
});

it('a whole archive gives every line, and one with more behind it too', async () => {
  expect(await read('a.ndjson.gz', packed, 0)).toEqual({ texts: lines, refused: [] });
  const twice = Buffer.concat([gzipSync(`${lines.slice(0, 9).join('\n')}\n`), gzipSync(lines.slice(9).join('\n'))]);
  expect(await read('b.ndjson.gz', twice, 0)).toEqual({ texts: lines, refused: [] });
  const more = Buffer.concat([packed, Buffer.alloc(50_000)]);
  expect(await read('c.ndjson.gz', more, 0)).toEqual({ texts: lines, refused: [] });
  expect(await read('a.zip', zipSync({ 'a.ndjson': Buffer.from(lines.join('\n')) }), 0)).toEqual({
    texts: lines,
    refused: [],
  });
});
