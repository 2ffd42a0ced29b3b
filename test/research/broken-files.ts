/** Creates files that ingest must reject, each for one reason. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Zippable, zipSync } from 'fflate';
import { fileText } from '../../src/research/format/canonical-text.ts';
import { cardReport } from './reports.ts';

const valid = () => fileText(cardReport(1));
const changed = (from: string | RegExp, to: string) => valid().replace(from, to);
const nested = (n: number) => `${'['.repeat(n)}${']'.repeat(n)}`;
const zipOf = (entries: Zippable) => Buffer.from(zipSync(entries));
const manyLines = Buffer.alloc(100_000_000, `{}${' '.repeat(50_000)}\n`);
const bytes = (text: string) => new TextEncoder().encode(text);

export const brokenFiles: readonly (readonly [
  title: string,
  name: string,
  content: string | Buffer,
  reason: RegExp,
])[] = [
  [
    'a wrong version',
    'a.json',
    changed('"schemaVersion": 1', '"schemaVersion": 2'),
    /field "schemaVersion" can't be 2/,
  ],
  ['an unknown field', 'a.json', changed('"partial"', '"note": "x",\n  "partial"'), /field "note" is unknown/],
  ['another format', 'a.json', changed('month-report', 'own-record'), /field "format" can't be/],
  ['a month of 800 hours', 'a.json', changed('"0-5h"', '800'), /field "card.attention" can't be 800/],
  ['a month of 800 hours as a bucket', 'a.json', changed('0-5h', '800h-'), /can't be "800h-"/],
  ['a 13th month', 'a.json', changed('2026-03', '2026-13'), /field "month" can't be "2026-13"/],
  ['a changed report: spaces', 'a.json', changed('"level": ', '"level":  '), /not in canonical form/],
  [
    'a changed report: order of keys',
    'a.json',
    changed(/"card": \{([^}]*)\},\n {2}("definitionsVersion": 1,)/, '$2\n  "card": {$1},'),
    /not in canonical form/,
  ],
  [
    'a changed report: a key occurs twice',
    'a.json',
    changed('"month":', '"month": "2026-02",\n  "month":'),
    /not in canonical form/,
  ],
  ['a changed report: a byte order mark', 'a.json', `\ufeff${valid()}`, /not valid JSON|not in canonical form/],
  [
    'NaN',
    'a.json',
    changed('"definitionsVersion": 1', '"definitionsVersion": NaN'),
    /NaN and Infinity are not allowed/,
  ],
  ['Infinity', 'a.json', changed('"definitionsVersion": 1', '"definitionsVersion": -Infinity'), /NaN and Infinity/],
  ['deeply nested arrays', 'a.json', nested(20_000), /nested deeper/],
  ['deeply nested arrays in a field', 'a.json', changed('"slips": []', `"slips": ${nested(12)}`), /nested deeper/],
  ['a file that is not UTF-8', 'a.json', Buffer.from(valid()).fill(0xff, 40, 42), /not valid UTF-8/],
  ['a file in UTF-16', 'a.json', Buffer.from(valid(), 'utf16le'), /not valid JSON|not valid UTF-8/],
  ['an empty file', 'a.json', '', /not valid JSON/],
  ['a truncated file', 'a.json', valid().slice(0, 100), /not valid JSON/],
  [
    'a field __proto__',
    'a.json',
    changed('"partial"', '"__proto__": {"x": 1},\n  "partial"'),
    /"__proto__" is unknown/,
  ],
  ['a file too large for a report', 'a.json', `${valid()}${' '.repeat(70_000)}`, /larger than 65536 bytes/],
  ['a line too large for a report', 'a.ndjson', `${'x'.repeat(5_000_000)}\n`, /larger than 65536 bytes/],
  ['a line that is not UTF-8', 'a.ndjson', Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]), /not valid UTF-8/],
  ['a .gz file that is not gzip', 'a.json.gz', valid(), /cannot be decompressed/],
  ['a truncated gzip file', 'a.json.gz', gzipSync(valid()).subarray(0, 60), /cannot be decompressed/],
  ['a gzip bomb', 'a.json.gz', gzipSync(Buffer.alloc(80_000_000)), /decompressed, larger than 65536 bytes/],
  ['a gzip bomb of many lines', 'a.ndjson.gz', gzipSync(manyLines), /more than 250 times its size/],
  ['a zip bomb', 'a.zip', zipOf({ 'a.json': new Uint8Array(80_000_000) }), /decompressed, larger than 65536 bytes/],
  ['a zip bomb of many lines', 'a.zip', zipOf({ 'a.ndjson': manyLines }), /more than 250 times its size/],
  ['a zip in a zip', 'a.zip', zipOf({ 'b.zip': zipOf({ 'a.json': bytes(valid()) }) }), /an archive within an archive/],
  [
    'a path in a zip that leads out of it',
    'a.zip',
    zipOf({ '../../a.json': bytes(valid()) }),
    /leads out of the archive/,
  ],
  ['an absolute path in a zip', 'a.zip', zipOf({ '/etc/a.json': bytes(valid()) }), /leads out of the archive/],
  ['a path with a drive in a zip', 'a.zip', zipOf({ 'c:\\a.json': bytes(valid()) }), /leads out of the archive/],
  [
    'a link in a zip',
    'a.zip',
    zipOf({ 'a.json': [bytes('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }),
    /a link in an archive/,
  ],
  ['an unknown file type in a zip', 'a.zip', zipOf({ 'a.exe': bytes('MZ') }), /unknown file type/],
  ['a .zip file that is not a zip', 'a.zip', 'PK\u0003\u0004 and then nothing', /cannot be decompressed/],
  ['a truncated zip', 'a.zip', zipOf({ 'a.json': bytes(valid()) }).subarray(0, 90), /cannot be decompressed/],
  ['an unknown file type', 'a.docx', valid(), /unknown file type/],
  ['a sealed report, when no key is given', 'a.age', 'age-encryption.org/v1\n', /open it with --identity FILE/],
];

/** Writes the broken files into `folder` as `NNN-NAME`, where NNN is the index of the file. */
export function writeBrokenFiles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  brokenFiles.forEach(([, name, content], i) => {
    writeFileSync(join(folder, `${String(i).padStart(3, '0')}-${name}`), content);
  });
}
