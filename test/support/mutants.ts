/** Mutants of real data: a JSON value with some places changed, bytes with some damaged. */
import fc from 'fast-check';

type Tree = null | boolean | number | string | Tree[] | { [key: string]: Tree };

const places = (value: Tree, at: readonly string[] = []): (readonly string[])[] => {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, part]) => places(part as Tree, [...at, key]));
  return [at, ...inner];
};

const strange = fc.oneof(
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
  readonly where: number;
  readonly how: 'put' | 'cut' | 'add' | 'twice';
  readonly what: Tree;
  readonly key: string;
};

/** The value with one to three places put to something else, cut out, given another field, or doubled. */
export function spoilt(value: Tree): fc.Arbitrary<unknown> {
  const all = places(value).slice(1);
  const change: fc.Arbitrary<Change> = fc.record({
    where: fc.nat(all.length - 1),
    how: fc.constantFrom('put', 'cut', 'add', 'twice'),
    what: strange,
    key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'day', 'own'), fc.string()),
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = structuredClone(value);
    for (const { where, how, what, key } of changes) alter(copy, all[where] as readonly string[], how, what, key);
    return copy;
  });
}

function alter(root: Tree, at: readonly string[], how: Change['how'], what: Tree, key: string): void {
  let parent = root as Record<string, Tree>;
  for (const step of at.slice(0, -1)) {
    const next = Object.hasOwn(parent, step) ? parent[step] : null;
    // An earlier change took this branch away.
    if (typeof next !== 'object' || next === null) return;
    parent = next as Record<string, Tree>;
  }
  const last = at.at(-1) as string;
  // A copy: the same thing in two places could be put into itself.
  const put = structuredClone(what);
  const here = parent[last];
  if (how === 'put') parent[last] = put;
  else if (how === 'cut') {
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete parent[last];
  } else if (how === 'twice') {
    if (Array.isArray(parent)) parent.push(structuredClone(here) as Tree);
  } else if (typeof here === 'object' && here !== null && !Array.isArray(here))
    Object.defineProperty(here, key, { value: put, enumerable: true, configurable: true, writable: true });
}

/** The bytes cut short, with some of them flipped, taken out, doubled or overwritten. */
export function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat(bytes.length - 1);
  return fc.oneof(
    place.map((end) => bytes.slice(0, end)),
    fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 4 }).map((changes) => {
      const copy = bytes.slice();
      for (const [at, to] of changes) copy[at] = to;
      return copy;
    }),
    fc.tuple(place, fc.nat(200)).map(([at, length]) => joined(bytes.slice(0, at), bytes.slice(at + length))),
    fc.tuple(place, place).map(([a, b]) => joined(bytes.slice(0, Math.max(a, b)), bytes.slice(Math.min(a, b)))),
    fc.uint8Array({ maxLength: 200 }).map((noise) => noise),
  );
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
