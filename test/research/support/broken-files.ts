/** Files that are no reports, each for one reason, and the words that name it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Zippable, zipSync } from 'fflate';
import { fileText } from '../../../src/research/format/canonical-text.ts';
import { cardReport } from './reports.ts';

const good = (n = 1) => fileText(cardReport(n));
const changed = (from: string | RegExp, to: string) => good().replace(from, to);
const nested = (n: number) => `${'['.repeat(n)}${']'.repeat(n)}`;
const zipOf = (entries: Zippable) => Buffer.from(zipSync(entries));
const manyLines = Buffer.alloc(100_000_000, `{}${' '.repeat(50_000)}\n`);
const bytes = (text: string) => new TextEncoder().encode(text);

/** Name of the file, its bytes, what the refusal says. A zip whose entry has another name than fflate would write. */
export const broken: readonly (readonly [what: string, name: string, content: string | Buffer, reason: RegExp])[] = [
  ['wrong version', 'a.json', changed('"schemaVersion": 1', '"schemaVersion": 2'), /field "schemaVersion" can't be 2/],
  ['unknown field', 'a.json', changed('"partial"', '"note": "x",\n  "partial"'), /field "note" is unknown/],
  ['another format', 'a.json', changed('month-report', 'own-record'), /field "format" can't be/],
  ['a month of 800 hours', 'a.json', changed('"0-5h"', '800'), /field "card.attention" can't be 800/],
  ['a month of 800 hours as a bucket', 'a.json', changed('0-5h', '800h-'), /can't be "800h-"/],
  ['a 13th month', 'a.json', changed('2026-03', '2026-13'), /field "month" can't be "2026-13"/],
  ['tampered: spaces', 'a.json', changed('"level": ', '"level":  '), /not the canonical form/],
  [
    'tampered: order of keys',
    'a.json',
    changed(/"card": \{([^}]*)\},\n {2}("definitionsVersion": 1,)/, '$2\n  "card": {$1},'),
    /not the canonical form/,
  ],
  ['tampered: a key twice', 'a.json', changed('"month":', '"month": "2026-02",\n  "month":'), /not the canonical form/],
  ['tampered: a byte order mark', 'a.json', `\ufeff${good()}`, /it is no JSON|not the canonical form/],
  ['NaN', 'a.json', changed('"definitionsVersion": 1', '"definitionsVersion": NaN'), /NaN and Infinity are no numbers/],
  ['Infinity', 'a.json', changed('"definitionsVersion": 1', '"definitionsVersion": -Infinity'), /NaN and Infinity/],
  ['nested depth', 'a.json', nested(20_000), /nests deeper/],
  ['nested in a field', 'a.json', changed('"slips": []', `"slips": ${nested(12)}`), /nests deeper/],
  ['not UTF-8', 'a.json', Buffer.from(good()).fill(0xff, 40, 42), /it is not UTF-8/],
  ['UTF-16', 'a.json', Buffer.from(good(), 'utf16le'), /it is no JSON|not UTF-8/],
  ['nothing at all', 'a.json', '', /it is no JSON/],
  ['cut off', 'a.json', good().slice(0, 100), /it is no JSON/],
  ['a prototype', 'a.json', changed('"partial"', '"__proto__": {"x": 1},\n  "partial"'), /"__proto__" is unknown/],
  ['too large for a report', 'a.json', `${good()}${' '.repeat(70_000)}`, /over 65536 bytes/],
  ['a line too long', 'a.ndjson', `${'x'.repeat(5_000_000)}\n`, /over 65536 bytes/],
  ['a line that is not UTF-8', 'a.ndjson', Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]), /it is not UTF-8/],
  ['gzip that is none', 'a.json.gz', good(), /cannot be unpacked/],
  ['gzip cut off', 'a.json.gz', gzipSync(good()).subarray(0, 60), /cannot be unpacked/],
  ['a bomb as gzip', 'a.json.gz', gzipSync(Buffer.alloc(80_000_000)), /unpacked, it is over 65536 bytes/],
  ['a bomb as lines', 'a.ndjson.gz', gzipSync(manyLines), /over 250 times its size/],
  ['a bomb as zip', 'a.zip', zipOf({ 'a.json': new Uint8Array(80_000_000) }), /unpacked, it is over 65536 bytes/],
  ['a bomb of lines as zip', 'a.zip', zipOf({ 'a.ndjson': manyLines }), /over 250 times its size/],
  ['a zip in a zip', 'a.zip', zipOf({ 'b.zip': zipOf({ 'a.json': bytes(good()) }) }), /an archive within an archive/],
  ['a path out of a zip', 'a.zip', zipOf({ '../../a.json': bytes(good()) }), /leads out of the archive/],
  ['an absolute path in a zip', 'a.zip', zipOf({ '/etc/a.json': bytes(good()) }), /leads out of the archive/],
  ['a drive in a zip', 'a.zip', zipOf({ 'c:\\a.json': bytes(good()) }), /leads out of the archive/],
  [
    'a link in a zip',
    'a.zip',
    zipOf({ 'a.json': [bytes('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }),
    /it is a link/,
  ],
  ['a program in a zip', 'a.zip', zipOf({ 'a.exe': bytes('MZ') }), /ends like no file of reports/],
  ['a zip that is none', 'a.zip', 'PK\u0003\u0004 and then nothing', /cannot be unpacked/],
  ['a zip cut off', 'a.zip', zipOf({ 'a.json': bytes(good()) }).subarray(0, 90), /cannot be unpacked/],
  ['another kind of file', 'a.docx', good(), /ends like no file of reports/],
  ['sealed, without a key', 'a.age', 'age-encryption.org/v1\n', /--identity FILE opens it/],
];

export function writeBroken(folder: string): void {
  mkdirSync(folder, { recursive: true });
  broken.forEach(([, name, content], i) => {
    writeFileSync(join(folder, `${String(i).padStart(3, '0')}-${name}`), content);
  });
}
