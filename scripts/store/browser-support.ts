/**
 * Holds built files to the oldest browsers we promise: no syntax, name, property,
 * manifest key or style that MDN's browser-compat data dates later. What is read with a fallback is listed by name.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, parse } from 'acorn';
import { full } from 'acorn-walk';
import type { Files } from '../package/archive.ts';
import { root } from '../prepare.mjs';

export interface Floor {
  readonly browser: 'chrome' | 'firefox';
  readonly version: number;
  /** The last edition of ECMAScript whose syntax this browser knows whole. */
  readonly ecmaVersion: 2022 | 2025;
}

export const floors: Readonly<Record<'chrome' | 'firefox', Floor>> = {
  chrome: { browser: 'chrome', version: 102, ecmaVersion: 2022 },
  firefox: { browser: 'firefox', version: 142, ecmaVersion: 2025 },
};

/** Newer than a floor and meant: where it is missing something named here stands in. */
const guarded: Readonly<Record<string, string>> = {
  responseStatus: 'Chrome 109; without it a request ends with nothing said, and what the page shows decides',
  documentId: 'Chrome 106; the frame number stands in',
  openOrClosedShadowRoot: 'asked for by optional chaining, in either of its two places',
  timeout: 'AbortSignal.timeout is asked for before it is called (src/page/timers.ts)',
  ancestorOrigins: 'Firefox 148; without it the worker takes the tab’s own address',
  fromHex: 'the hash package asks for it before it calls it',
  moveBefore: 'preact asks for it before it calls it',
  usage: 'of navigator.storage.estimate(), which the data keeps elsewhere',
};

interface Statement {
  readonly version_added?: string | false | null;
  readonly version_removed?: string | false;
  readonly flags?: unknown;
  readonly prefix?: string;
  readonly alternative_name?: string;
}
interface Tree {
  readonly __compat?: { readonly support: Readonly<Record<string, Statement | readonly Statement[]>> };
  readonly [name: string]: Tree | unknown;
}
interface Data {
  readonly api: Tree;
  readonly css: {
    readonly properties: Tree;
    readonly selectors: Tree;
    readonly 'at-rules': Tree;
    readonly types: Tree;
  };
  readonly html: { readonly elements: Tree; readonly global_attributes: Tree };
  readonly javascript: { readonly builtins: Tree };
  readonly webextensions: { readonly api: Tree; readonly manifest: Tree };
}

const child = (tree: unknown, name: string): Tree | undefined =>
  typeof tree === 'object' && tree !== null && Object.hasOwn(tree, name) ? ((tree as Tree)[name] as Tree) : undefined;

/** The version since when a browser has something: 0 where the data is silent, Infinity where it never had it. */
function since(tree: Tree | undefined, { browser }: Floor): number {
  const told = tree?.__compat?.support[browser];
  if (told === undefined) return 0;
  const versions = [told].flat().map((statement) => {
    const {
      version_added: added,
      version_removed: removed,
      flags,
      prefix,
      alternative_name: other,
    } = statement as Statement;
    if (removed || flags || prefix || other || added === false || added === 'preview') return Number.POSITIVE_INFINITY;
    return added ? Number.parseFloat(added.replace('≤', '')) : 0;
  });
  return Math.min(...versions);
}

const ancestors = new WeakMap<Data, Map<string, Map<string, number>>>();
/** For each property name the earliest version in which anything at all has it. */
function memberNames(data: Data, floor: Floor): Map<string, number> {
  const kept = ancestors.get(data) ?? new Map<string, Map<string, number>>();
  ancestors.set(data, kept);
  let names = kept.get(floor.browser);
  if (names === undefined) {
    names = new Map();
    for (const owner of [...Object.values(data.api), ...Object.values(data.javascript.builtins)])
      for (const [name, tree] of Object.entries(owner as Tree)) {
        if (name === '__compat') continue;
        const plain = name.replace(/_(static|event)$/, '');
        names.set(plain, Math.min(names.get(plain) ?? Number.POSITIVE_INFINITY, since(tree as Tree, floor)));
      }
    // The browser's own interfaces are looked up by their place; here they only keep their words from being blamed.
    for (const space of Object.values(data.webextensions.api))
      for (const [name, tree] of Object.entries(space as Tree))
        for (const word of [name, ...Object.keys(tree as Tree)]) names.delete(word);
    kept.set(floor.browser, names);
  }
  return names;
}

type Any = Node & Record<string, unknown>;
const nameOf = (node: unknown): string | null => {
  const { type, name } = (node ?? {}) as Any;
  return type === 'Identifier' ? (name as string) : null;
};

interface Script {
  /** Names that the script gives itself: keys of objects, variables, functions, classes. */
  readonly own: ReadonlySet<string>;
  /** What is newer, once the names that the whole build gives itself are known. */
  breaches(own: ReadonlySet<string>): string[];
}

function readScript(code: string, floor: Floor, data: Data): Script {
  let tree: Node;
  try {
    tree = parse(code, { ecmaVersion: floor.ecmaVersion, sourceType: 'module' });
  } catch (trouble) {
    const line = `syntax newer than ECMAScript ${floor.ecmaVersion}: ${(trouble as Error).message}`;
    return { own: new Set(), breaches: () => [line] };
  }
  const own = new Set<string>();
  const used = new Map<string, string>();
  const note = (what: string, version: number) => {
    if (version > floor.version)
      used.set(what, `${what} (${version === Number.POSITIVE_INFINITY ? 'never' : version})`);
  };
  const statics: [string, string][] = [];
  const members = new Set<string>();
  const globals = new Set<string>();
  const asked = new Set<string>();
  full(tree, (given) => {
    const node = given as Any;
    const key = nameOf(node.key);
    if ((node.type === 'Property' || node.type.endsWith('Definition')) && node.computed !== true && key !== null)
      own.add(key);
    if (node.type === 'VariableDeclarator' && nameOf(node.id) !== null) own.add(nameOf(node.id) as string);
    if (/^(Function|Class)/.test(node.type) && nameOf(node.id) !== null) own.add(nameOf(node.id) as string);
    if (node.type === 'AssignmentExpression') {
      const left = node.left as Any;
      if (left.type === 'MemberExpression' && left.computed !== true) own.add(nameOf(left.property) ?? '');
    }
    if (node.type === 'UnaryExpression' && node.operator === 'typeof') asked.add(nameOf(node.argument) ?? '');
    if ((node.type === 'NewExpression' || node.type === 'CallExpression') && nameOf(node.callee) !== null)
      globals.add(nameOf(node.callee) as string);
    if (node.type !== 'MemberExpression' || node.computed === true) return;
    const property = nameOf(node.property);
    if (property === null) return;
    members.add(property);
    const object = nameOf(node.object);
    if (object !== null) {
      statics.push([object, property]);
      globals.add(object);
    }
    // browser.storage.session.get …: the last two names before it are what the data knows.
    const middle = node.object as Any;
    const space = middle.type === 'MemberExpression' ? nameOf(middle.property) : null;
    const known = space === null ? undefined : child(data.webextensions.api, space);
    if (known !== undefined) note(`${space}.${property}`, since(child(known, property), floor));
  });
  for (const [object, property] of statics) {
    const found =
      child(child(data.javascript.builtins, object), property) ?? child(child(data.api, object), `${property}_static`);
    note(`${object}.${property}`, since(found, floor));
  }
  const breaches = (given: ReadonlySet<string>): string[] => {
    for (const name of globals) {
      if (own.has(name) || asked.has(name)) continue;
      const places = [
        child(data.javascript.builtins, name),
        child(data.api, name),
        child(child(data.api, 'Window'), name),
      ].filter((place) => place !== undefined);
      if (places.length > 0) note(name, Math.min(...places.map((place) => since(place, floor))));
    }
    const names = memberNames(data, floor);
    for (const name of members) if (!given.has(name)) note(`.${name}`, names.get(name) ?? 0);
    return [...used].filter(([what]) => guarded[what.split('.').at(-1) ?? ''] === undefined).map(([, line]) => line);
  };
  return { own, breaches };
}

function styleBreaches(code: string, floor: Floor, data: Data): string[] {
  const plain = code.replace(/\/\*[\s\S]*?\*\/|"[^"]*"|'[^']*'/g, '""');
  // What @supports asks for is guarded by it.
  const asked = plain
    .replace(/(@page[^{]*)\{[^{}]*\}/g, '$1{}')
    .replace(/@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  const used = new Map<string, number>();
  const note = (what: string, tree: Tree | undefined) => {
    const version = since(tree, floor);
    if (version > floor.version) used.set(what, version);
  };
  for (const [, name = ''] of asked.matchAll(/@([a-z-]+)/g)) note(`@${name}`, child(data.css['at-rules'], name));
  for (const [, name = ''] of asked.matchAll(/(?<=[^:]):{1,2}([a-z-]+)(?=[^{}]*\{)/g))
    note(`:${name}`, child(data.css.selectors, name));
  for (const [, name = ''] of asked.matchAll(/[{;]\s*([a-z-]+)\s*:/g)) note(name, child(data.css.properties, name));
  for (const [, name = ''] of asked.matchAll(/[:\s,(]([a-z][a-z-]+)\(/g))
    for (const group of Object.values(data.css.types)) note(`${name}()`, child(group, name));
  for (const [, unit = ''] of asked.matchAll(/\d((?:[sld]v(?:h|w|i|b|min|max))|cq[whib])\b/g))
    note(
      unit,
      child(
        child(data.css.types, 'length'),
        `viewport_percentage_units_${unit.startsWith('d') ? 'dynamic' : unit.startsWith('s') ? 'small' : 'large'}`,
      ),
    );
  if (/\{[^{}@]*&/.test(asked)) note('nesting', child(data.css.selectors, 'nesting'));
  return [...used].map(([what, version]) => `${what} (${version})`);
}

function manifestBreaches(value: unknown, tree: Tree | undefined, floor: Floor, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => manifestBreaches(item, tree, floor, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const found = child(tree, name);
    const at = path === '' ? name : `${path}.${name}`;
    const version = since(found, floor);
    return [
      ...(version > floor.version ? [`manifest ${at} (${version})`] : []),
      ...manifestBreaches(inner, found, floor, at),
    ];
  });
}

let read: Data | undefined;
const compatData = (): Data => {
  read ??= JSON.parse(readFileSync(join(root, 'node_modules/@mdn/browser-compat-data/data.json'), 'utf8')) as Data;
  return read;
};

/** One line for each thing that the floor does not have, with the file and the version that brought it. */
export function floorBreaches(files: Files, floor: Floor): string[] {
  const data = compatData();
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
  const scripts = new Map(
    [...files]
      .filter(([name]) => name.endsWith('.js'))
      .map(([name, bytes]) => [name, readScript(text(bytes), floor, data)]),
  );
  const own = new Set([...scripts.values()].flatMap((script) => [...script.own]));
  return [...files].flatMap(([name, bytes]) => {
    const found = name.endsWith('.css')
      ? styleBreaches(text(bytes), floor, data)
      : name === 'manifest.json'
        ? manifestBreaches(JSON.parse(text(bytes)), data.webextensions.manifest, floor)
        : (scripts.get(name)?.breaches(own) ?? []);
    return found.map((line) => `${name}: ${line}`);
  });
}
