/**
 * A table as a Parquet file: one row group, one plain page a column. Written here and not by DuckDB, because
 * loading it takes longer than all else that aggregate does. Format: https://parquet.apache.org/docs/file-format/ ;
 * test/research/parquet.test.ts has DuckDB read it back.
 */
import type { Column, OutputTable } from './output-tables.ts';

type Cell = string | number | null;

/** A value in Thrift's compact protocol, which Parquet's headers are written in. */
type Thrift =
  | { readonly i32: number }
  | { readonly i64: number }
  | { readonly text: string }
  | { readonly struct: readonly (readonly [id: number, value: Thrift])[] }
  | { readonly list: readonly Thrift[] };

const i32 = (n: number): Thrift => ({ i32: n });
const i64 = (n: number): Thrift => ({ i64: n });
const text = (s: string): Thrift => ({ text: s });
const list = (values: readonly Thrift[]): Thrift => ({ list: values });
const struct = (...fields: readonly (readonly [id: number, value: Thrift])[]): Thrift => ({ struct: fields });

const codeOf = (value: Thrift): number =>
  'i32' in value ? 5 : 'i64' in value ? 6 : 'text' in value ? 8 : 'list' in value ? 9 : 12;

function varint(n: number, into: number[]): void {
  let rest = n;
  while (rest > 127) {
    into.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  into.push(rest);
}

function put(value: Thrift, into: number[]): void {
  // No number here is below zero, so zigzag is doubling.
  if ('i32' in value) varint(2 * value.i32, into);
  else if ('i64' in value) varint(2 * value.i64, into);
  else if ('text' in value) {
    const bytes = Buffer.from(value.text, 'utf8');
    varint(bytes.length, into);
    for (const byte of bytes) into.push(byte);
  } else if ('list' in value) {
    const of = codeOf(value.list[0] ?? i32(0));
    if (value.list.length < 15) into.push(value.list.length * 16 + of);
    else {
      into.push(0xf0 + of);
      varint(value.list.length, into);
    }
    for (const one of value.list) put(one, into);
  } else {
    let before = 0;
    for (const [id, field] of value.struct) {
      into.push((id - before) * 16 + codeOf(field));
      before = id;
      put(field, into);
    }
    into.push(0);
  }
}

const thrift = (value: Thrift): Buffer => {
  const bytes: number[] = [];
  put(value, bytes);
  return Buffer.from(bytes);
};

// Numbers of the format's enumerations.
const types = { integer: 2, number: 5, string: 6 } as const;
const optional = 1;
const utf8 = 0;
const plain = 0;
const runLength = 3;
const unpacked = 0;
const dataPage = 0;

/** Which rows hold a value: one bit each, after a length and a header, as the levels of an optional column. */
function levelsOf(cells: readonly Cell[]): Buffer {
  const groups = Math.ceil(cells.length / 8);
  const header: number[] = [];
  varint(2 * groups + 1, header);
  const levels = Buffer.alloc(4 + header.length + groups);
  levels.writeUInt32LE(header.length + groups);
  levels.set(header, 4);
  cells.forEach((cell, i) => {
    const at = 4 + header.length + (i >> 3);
    if (cell !== null) levels[at] = (levels[at] as number) | (1 << (i & 7));
  });
  return levels;
}

/** Numbers as they lie in memory: Parquet is little-endian, as is every machine that Node runs on today. */
const bytesOf = (numbers: Float64Array | BigInt64Array): Buffer =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);

function valuesOf(cells: readonly Cell[], type: Column['type']): Buffer {
  const there = cells.filter((cell) => cell !== null);
  if (type === 'integer') return bytesOf(BigInt64Array.from(there, BigInt));
  if (type === 'number') return bytesOf(Float64Array.from(there, Number));
  // Most words come again and again.
  const known = new Map<Cell, Buffer>();
  return Buffer.concat(
    there.map((cell) => {
      let bytes = known.get(cell);
      if (bytes === undefined) {
        const word = Buffer.from(String(cell), 'utf8');
        bytes = Buffer.alloc(4 + word.length);
        bytes.writeUInt32LE(word.length);
        bytes.set(word, 4);
        known.set(cell, bytes);
      }
      return bytes;
    }),
  );
}

export function parquetOf({ columns, rows }: OutputTable): Buffer {
  const magic = Buffer.from('PAR1', 'latin1');
  const parts: Buffer[] = [magic];
  let at = magic.length;
  const chunks = columns.map(({ name, type }, c) => {
    const cells = rows.map((row) => row[c] ?? null);
    const body = Buffer.concat([levelsOf(cells), valuesOf(cells, type)]);
    const counted = struct([1, i32(rows.length)], [2, i32(plain)], [3, i32(runLength)], [4, i32(runLength)]);
    const header = thrift(struct([1, i32(dataPage)], [2, i32(body.length)], [3, i32(body.length)], [5, counted]));
    const meta = struct(
      [1, i32(types[type])],
      [2, list([i32(plain), i32(runLength)])],
      [3, list([text(name)])],
      [4, i32(unpacked)],
      [5, i64(rows.length)],
      [6, i64(header.length + body.length)],
      [7, i64(header.length + body.length)],
      [9, i64(at)],
    );
    const chunk = struct([2, i64(at)], [3, meta]);
    parts.push(header, body);
    at += header.length + body.length;
    return chunk;
  });
  const schema = [
    struct([4, text('rows')], [5, i32(columns.length)]),
    ...columns.map(({ name, type }) =>
      type === 'string'
        ? struct([1, i32(types[type])], [3, i32(optional)], [4, text(name)], [6, i32(utf8)])
        : struct([1, i32(types[type])], [3, i32(optional)], [4, text(name)]),
    ),
  ];
  const groups =
    rows.length === 0 ? [] : [struct([1, list(chunks)], [2, i64(at - magic.length)], [3, i64(rows.length)])];
  const footer = thrift(
    struct([1, i32(1)], [2, list(schema)], [3, i64(rows.length)], [4, list(groups)], [6, text('fingertip-ledger')]),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([...(rows.length === 0 ? [magic] : parts), footer, length, magic]);
}
