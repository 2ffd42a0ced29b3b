/**
 * A table as a Parquet file (apache/parquet-format): one row group, one page a column, no compression; words by a
 * dictionary. Not by DuckDB and by no package: loading either takes longer than all else that aggregate writes.
 */
import type { Column, OutputTable } from './output-tables.ts';

type Cell = OutputTable['rows'][number][number];

/** A value of Thrift's compact protocol: a whole number from 0 of 32 or 64 bits, a text, a list, a struct by field. */
type Thrift =
  | { readonly i32: number }
  | { readonly i64: number }
  | { readonly text: string }
  | { readonly list: readonly Thrift[]; readonly of: number }
  | { readonly fields: readonly (readonly [id: number, value: Thrift])[] };

const i32 = (n: number): Thrift => ({ i32: n });
const i64 = (n: number): Thrift => ({ i64: n });
const text = (t: string): Thrift => ({ text: t });
const struct = (...fields: (readonly [number, Thrift])[]): Thrift => ({ fields });
const kinds = { i32: 5, i64: 6, text: 8, list: 9, fields: 12 } as const;
const kindOf = (value: Thrift): number =>
  'i32' in value
    ? kinds.i32
    : 'i64' in value
      ? kinds.i64
      : 'text' in value
        ? kinds.text
        : 'list' in value
          ? kinds.list
          : kinds.fields;
const listOf = (of: keyof typeof kinds, list: readonly Thrift[]): Thrift => ({ list, of: kinds[of] });

function putVarint(into: number[], n: number): void {
  let rest = n;
  for (; rest > 127; rest = Math.floor(rest / 128)) into.push((rest % 128) + 128);
  into.push(rest);
}

function put(into: number[], value: Thrift): void {
  // Numbers from 0 in zigzag are twice themselves.
  if ('i32' in value) putVarint(into, 2 * value.i32);
  else if ('i64' in value) putVarint(into, 2 * value.i64);
  else if ('text' in value) {
    const bytes = Buffer.from(value.text);
    putVarint(into, bytes.length);
    into.push(...bytes);
  } else if ('list' in value) {
    if (value.list.length < 15) into.push(16 * value.list.length + value.of);
    else {
      into.push(0xf0 + value.of);
      putVarint(into, value.list.length);
    }
    for (const one of value.list) put(into, one);
  } else {
    let last = 0;
    for (const [id, one] of value.fields) {
      into.push(16 * (id - last) + kindOf(one));
      put(into, one);
      last = id;
    }
    into.push(0);
  }
}

function bytesOf(value: Thrift): Uint8Array {
  const bytes: number[] = [];
  put(bytes, value);
  return Uint8Array.from(bytes);
}

/** Small whole numbers in Parquet's hybrid encoding: one run if all are alike, else packed bit by bit. */
function packed(values: readonly number[], width: number): Uint8Array {
  const bytes: number[] = [];
  const [first] = values;
  if (first === undefined) return new Uint8Array();
  if (values.every((value) => value === first)) {
    putVarint(bytes, 2 * values.length);
    for (let shift = 0; shift < width; shift += 8) bytes.push((first >> shift) & 255);
    return Uint8Array.from(bytes);
  }
  const groups = Math.ceil(values.length / 8);
  putVarint(bytes, 2 * groups + 1);
  const start = bytes.length;
  const whole = new Uint8Array(start + groups * width);
  whole.set(bytes);
  values.forEach((value, i) => {
    for (let bit = 0; bit < width; bit++) {
      if (((value >> bit) & 1) === 0) continue;
      const at = i * width + bit;
      whole[start + (at >> 3)] = (whole[start + (at >> 3)] as number) | (1 << (at & 7));
    }
  });
  return whole;
}

/** Texts, each after its length. */
function plainTexts(texts: Iterable<string>): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const one of texts) {
    const bytes = Buffer.from(one);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    parts.push(length, bytes);
  }
  return Buffer.concat(parts);
}

function plainNumbers(numbers: readonly number[], isWhole: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(8 * numbers.length));
  numbers.forEach((n, i) => {
    if (isWhole) bytes.setBigInt64(8 * i, BigInt(n), true);
    else bytes.setFloat64(8 * i, n, true);
  });
  return new Uint8Array(bytes.buffer);
}

const codes = { integer: 2, number: 5, string: 6 } as const;
const plain = 0;
const rle = 3;
const byDictionary = 8;

/** A page with its header; `page`: 0 data, 2 dictionary. */
function pageOf(page: 0 | 2, header: readonly [number, Thrift], parts: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(parts);
  const size = i32(body.length);
  return Buffer.concat([bytesOf(struct([1, i32(page)], [2, size], [3, size], header)), body]);
}

interface Chunk {
  readonly pages: readonly Uint8Array[];
  readonly encodings: readonly number[];
}

/** The pages of one column: which rows have a value, then the values. */
function chunkOf({ type }: Column, cells: readonly Cell[]): Chunk {
  const levels = packed(
    cells.map((cell) => (cell === null ? 0 : 1)),
    1,
  );
  const levelsLength = new Uint8Array(new Uint32Array([levels.length]).buffer);
  const data = (encoding: number, parts: readonly Uint8Array[]) =>
    pageOf(
      0,
      [5, struct([1, i32(cells.length)], [2, i32(encoding)], [3, i32(rle)], [4, i32(rle)])],
      [levelsLength, levels, ...parts],
    );
  if (type !== 'string') {
    const numbers = cells.filter((cell): cell is number => cell !== null);
    return { pages: [data(plain, [plainNumbers(numbers, type === 'integer')])], encodings: [plain, rle] };
  }
  const words = new Map<string, number>();
  const places: number[] = [];
  for (const cell of cells) {
    if (cell === null) continue;
    const word = String(cell);
    const place = words.get(word) ?? words.size;
    words.set(word, place);
    places.push(place);
  }
  const width = Math.max(1, 32 - Math.clz32(Math.max(0, words.size - 1)));
  return {
    pages: [
      pageOf(2, [7, struct([1, i32(words.size)], [2, i32(plain)])], [plainTexts(words.keys())]),
      data(byDictionary, [Uint8Array.of(width), packed(places, width)]),
    ],
    encodings: [plain, rle, byDictionary],
  };
}

/** The table as the bytes of a Parquet file. */
export function parquetOf({ columns, rows }: OutputTable): Uint8Array {
  const magic = Buffer.from('PAR1');
  const parts: Uint8Array[] = [magic];
  let at = magic.length;
  const start = at;
  const chunks: Thrift[] = [];
  // Without rows there is no group of rows either.
  for (const [c, column] of rows.length === 0 ? [] : columns.entries()) {
    const { pages, encodings } = chunkOf(
      column,
      rows.map((row) => row[c] ?? null),
    );
    const dictionary = pages.length > 1 ? (pages[0] as Uint8Array) : null;
    const size = i64(pages.reduce((sum, page) => sum + page.length, 0));
    chunks.push(
      struct(
        [2, i64(at)],
        [
          3,
          struct(
            [1, i32(codes[column.type])],
            [2, listOf('i32', encodings.map(i32))],
            [3, listOf('text', [text(column.name)])],
            [4, i32(0)],
            [5, i64(rows.length)],
            [6, size],
            [7, size],
            [9, i64(at + (dictionary?.length ?? 0))],
            ...(dictionary === null ? [] : [[11, i64(at)] as const]),
          ),
        ],
      ),
    );
    for (const page of pages) {
      parts.push(page);
      at += page.length;
    }
  }
  const schema = [
    struct([4, text('root')], [5, i32(columns.length)]),
    ...columns.map(({ name, type }) =>
      struct(
        [1, i32(codes[type])],
        // May be missing.
        [3, i32(1)],
        [4, text(name)],
        ...(type === 'string' ? [[6, i32(0)] as const, [10, struct([1, struct()])] as const] : []),
      ),
    ),
  ];
  const group = struct([1, listOf('fields', chunks)], [2, i64(at - start)], [3, i64(rows.length)]);
  const footer = bytesOf(
    struct(
      [1, i32(2)],
      [2, listOf('fields', schema)],
      [3, i64(rows.length)],
      [4, listOf('fields', chunks.length === 0 ? [] : [group])],
      [6, text('fingertip-research')],
    ),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([...parts, footer, length, magic]);
}
