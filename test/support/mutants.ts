/** Generates mutants of valid data for fuzzing: JSON values with changed parts, and damaged bytes. */
import fc from 'fast-check';

type Tree = null | boolean | number | string | Tree[] | { [key: string]: Tree };

/** Returns the path of the value itself and the paths of all values inside it. */
const pathsIn = (value: Tree, path: readonly string[] = []): (readonly string[])[] => {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, part]) => pathsIn(part as Tree, [...path, key]));
  return [path, ...inner];
};

/** Values that a parser may not expect. */
const unexpected = fc.oneof(
  fc.constantFrom<Tree>(
    null,
    true,
    -1,
    0,
    1.5,
    1e308,
    2 ** 53,
    '',
    '2026-02-30',
    'x'.repeat(5000),
    [],
    {},
    [[]],
    '\u0000',
    '__proto__',
  ),
  fc.jsonValue() as fc.Arbitrary<Tree>,
);

type Change = {
  /** Index of the path to change. */
  readonly place: number;
  readonly action: 'replace' | 'delete' | 'add' | 'repeat';
  readonly value: Tree;
  /** The name of the field that `add` adds. */
  readonly key: string;
};

/** Generates copies of the value with one to three changes: a part is replaced, deleted or repeated, or a field is added. */
export function mutantsOf(value: Tree): fc.Arbitrary<unknown> {
  const paths = pathsIn(value).slice(1);
  const change: fc.Arbitrary<Change> = fc.record({
    place: fc.nat(paths.length - 1),
    action: fc.constantFrom('replace', 'delete', 'add', 'repeat'),
    value: unexpected,
    key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'day', 'own'), fc.string()),
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = structuredClone(value);
    for (const change of changes) apply(copy, paths[change.place] as readonly string[], change);
    return copy;
  });
}

function apply(root: Tree, path: readonly string[], { action, value, key: newKey }: Change): void {
  let parent = root as Record<string, Tree>;
  for (const step of path.slice(0, -1)) {
    const next = Object.hasOwn(parent, step) ? parent[step] : null;
    // An earlier change has removed this part.
    if (typeof next !== 'object' || next === null) return;
    parent = next as Record<string, Tree>;
  }
  const key = path.at(-1) as string;
  // The copy prevents a value from being inserted into itself.
  const copy = structuredClone(value);
  const current = parent[key];
  if (action === 'replace') parent[key] = copy;
  else if (action === 'delete') {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  } else if (action === 'repeat') {
    if (Array.isArray(parent)) parent.push(structuredClone(current) as Tree);
  } else if (typeof current === 'object' && current !== null && !Array.isArray(current))
    Object.defineProperty(current, newKey, { value: copy, enumerable: true, configurable: true, writable: true });
}

/** Generates damaged copies: truncated, with some bytes changed, with a part removed or repeated, or only random bytes. */
export function damagedBytes(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const position = fc.nat(bytes.length - 1);
  return fc.oneof(
    position.map((end) => bytes.slice(0, end)),
    fc.array(fc.tuple(position, fc.nat(255)), { minLength: 1, maxLength: 4 }).map((changes) => {
      const copy = bytes.slice();
      for (const [index, byte] of changes) copy[index] = byte;
      return copy;
    }),
    fc
      .tuple(position, fc.nat(200))
      .map(([start, length]) => concat(bytes.slice(0, start), bytes.slice(start + length))),
    fc.tuple(position, position).map(([a, b]) => concat(bytes.slice(0, Math.max(a, b)), bytes.slice(Math.min(a, b)))),
    fc.uint8Array({ maxLength: 200 }).map((noise) => noise),
  );
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
