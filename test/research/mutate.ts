/** Changes the bytes of a report, as an accident or an attacker might. The same seed gives the same changes. */
import type { Random } from '../../src/research/simulation/seeded-random.ts';

/** Texts that are inserted: JSON syntax, numbers at limits, unusual characters, values of other fields. */
const fragments = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\u0000',
  '\n',
  '\r',
  ' ',
  '\t',
  'NaN',
  'Infinity',
  '-0',
  '1e999',
  '0x10',
  'null',
  'true',
  '{}',
  '[]',
  '""',
  '"__proto__":{},',
  '\ufeff',
  '\u202e',
  '\ud800',
  '\u{1f4a9}',
  '99999999999999999999',
  '"0-5h"',
  '"80h-"',
  '800',
  '-1',
  '1.5',
  '"noisy"',
  '"least"',
  '"id"',
  '[[[[[[[[[[[[',
  '"weight": 3',
  '"2026-13"',
] as const;

/** Returns a random position between two bytes. */
const position = (random: Random, bytes: Buffer) => random.below(bytes.length + 1);

const changes: readonly ((random: Random, bytes: Buffer, other: Buffer) => Buffer)[] = [
  // Flip a bit; replace a byte; remove, repeat or insert some bytes.
  (random, bytes) => {
    const copy = Buffer.from(bytes);
    const index = random.below(Math.max(1, copy.length));
    copy[index] = (copy[index] ?? 0) ^ (1 << random.below(8));
    return copy;
  },
  (random, bytes) => {
    const copy = Buffer.from(bytes);
    copy[random.below(Math.max(1, copy.length))] = random.below(256);
    return copy;
  },
  (random, bytes) => {
    const from = position(random, bytes);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + random.below(40))]);
  },
  (random, bytes) => {
    const from = position(random, bytes);
    const to = from + random.below(60);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  (random, bytes) => {
    const index = position(random, bytes);
    const fragment = Buffer.from(fragments[random.below(fragments.length)] as string, 'utf8');
    return Buffer.concat([bytes.subarray(0, index), fragment, bytes.subarray(index)]);
  },
  // Swap two lines; remove a line; join the head of one report with the tail of another.
  (random, bytes) => {
    const lines = bytes.toString('latin1').split('\n');
    const a = random.below(lines.length);
    const b = random.below(lines.length);
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  (random, bytes) => {
    const lines = bytes.toString('latin1').split('\n');
    lines.splice(random.below(lines.length), 1);
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  (random, bytes, other) =>
    Buffer.concat([bytes.subarray(0, position(random, bytes)), other.subarray(position(random, other))]),
  // Replace a value by another value of the same report.
  (random, bytes) => {
    const text = bytes.toString('latin1');
    const values = text.match(/: ?("[^"]*"|\d+|null|true|false)/g) ?? [];
    if (values.length < 2) return bytes;
    const from = values[random.below(values.length)] as string;
    return Buffer.from(text.replace(from, values[random.below(values.length)] as string), 'latin1');
  },
];

/** Returns the bytes with one to three changes. Some changes take bytes from `other`, another report. */
export function mutate(random: Random, bytes: Buffer, other: Buffer): Buffer {
  let changed = bytes;
  for (let i = random.below(3); i >= 0; i--)
    changed = (changes[random.below(changes.length)] as (typeof changes)[number])(random, changed, other);
  return changed;
}
