/**
 * Checks that built files use no feature that is newer than the oldest supported browsers: syntax, global names,
 * properties, manifest keys and styles. MDN's browser-compat data tells the version that added a feature.
 * `withFallback` lists the newer features that the code uses with a fallback.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, parse } from 'acorn';
import { full } from 'acorn-walk';
import type { Files } from '../package/archive.ts';
import { root } from '../prepare.mjs';

export interface OldestBrowser {
  readonly browser: 'chrome' | 'firefox';
  readonly version: number;
  /** The latest edition of ECMAScript whose whole syntax this browser supports. */
  readonly ecmaVersion: 2022 | 2025;
}

export const oldestBrowsers: Readonly<Record<'chrome' | 'firefox', OldestBrowser>> = {
  chrome: { browser: 'chrome', version: 102, ecmaVersion: 2022 },
  firefox: { browser: 'firefox', version: 142, ecmaVersion: 2025 },
};

/**
 * Features that may be newer than the oldest browsers, each with what happens in a browser that does not have the
 * feature.
 */
export const withFallback: Readonly<Record<string, string>> = {
  responseStatus:
    'Chrome 109; without it a request has no status, and the outcome follows from the message that the page shows',
  documentId: 'Chrome 106; without it the frame number is used',
  openOrClosedShadowRoot: 'read by optional chaining in both places where it may exist',
  timeout: 'AbortSignal.timeout is checked before it is called (src/page/frame/timers.ts)',
  ancestorOrigins: 'Firefox 148; without it the worker uses the address of the tab',
  fromHex: 'the hash package checks for it before it calls it',
  moveBefore: 'preact checks for it before it calls it',
  usage: 'belongs to navigator.storage.estimate(), which the data lists elsewhere',
};

/** Support of a feature by a browser, as the data describes it. */
interface Support {
  readonly version_added?: string | false | null;
  readonly version_removed?: string | false;
  readonly flags?: unknown;
  readonly prefix?: string;
  readonly alternative_name?: string;
}
interface Tree {
  readonly __compat?: { readonly support: Readonly<Record<string, Support | readonly Support[]>> };
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

/**
 * Returns the version that added a feature: 0 when it is unknown, Infinity when the browser does not have the feature.
 */
function versionOf(tree: Tree | undefined, { browser }: OldestBrowser): number {
  const support = tree?.__compat?.support[browser];
  if (support === undefined) return 0;
  const versions = [support].flat().map((entry) => {
    const { version_added: added, version_removed: removed, flags, prefix, alternative_name: other } = entry as Support;
    if (removed || flags || prefix || other || added === false || added === 'preview') return Number.POSITIVE_INFINITY;
    return added ? Number.parseFloat(added.replace('≤', '')) : 0;
  });
  return Math.min(...versions);
}

const memberCache = new WeakMap<Data, Map<string, Map<string, number>>>();
/** Returns, for each property name, the earliest version of the browser in which any interface has the property. */
function memberNames(data: Data, oldest: OldestBrowser): Map<string, number> {
  const byBrowser = memberCache.get(data) ?? new Map<string, Map<string, number>>();
  memberCache.set(data, byBrowser);
  let names = byBrowser.get(oldest.browser);
  if (names === undefined) {
    names = new Map();
    for (const owner of [...Object.values(data.api), ...Object.values(data.javascript.builtins)])
      for (const [name, tree] of Object.entries(owner as Tree)) {
        if (name === '__compat') continue;
        const plain = name.replace(/_(static|event)$/, '');
        names.set(plain, Math.min(names.get(plain) ?? Number.POSITIVE_INFINITY, versionOf(tree as Tree, oldest)));
      }
    // Names of extension APIs are removed, because they are checked by their full path instead.
    for (const space of Object.values(data.webextensions.api))
      for (const [name, tree] of Object.entries(space as Tree))
        for (const word of [name, ...Object.keys(tree as Tree)]) names.delete(word);
    byBrowser.set(oldest.browser, names);
  }
  return names;
}

type AstNode = Node & Record<string, unknown>;
const nameOf = (node: unknown): string | null => {
  const { type, name } = (node ?? {}) as AstNode;
  return type === 'Identifier' ? (name as string) : null;
};

interface Script {
  /** Names that the script defines: keys of objects, variables, functions, classes. */
  readonly own: ReadonlySet<string>;
  /** Returns the newer features that the script uses. `own` are the names that the scripts of the build define. */
  violations(own: ReadonlySet<string>): string[];
}

function readScript(code: string, oldest: OldestBrowser, data: Data): Script {
  let tree: Node;
  try {
    tree = parse(code, { ecmaVersion: oldest.ecmaVersion, sourceType: 'module' });
  } catch (error) {
    const line = `syntax newer than ECMAScript ${oldest.ecmaVersion}: ${(error as Error).message}`;
    return { own: new Set(), violations: () => [line] };
  }
  const own = new Set<string>();
  const used = new Map<string, string>();
  const note = (feature: string, version: number) => {
    if (version > oldest.version)
      used.set(feature, `${feature} (${version === Number.POSITIVE_INFINITY ? 'never' : version})`);
  };
  const statics: [string, string][] = [];
  const members = new Set<string>();
  const globals = new Set<string>();
  const checked = new Set<string>();
  full(tree, (given) => {
    const node = given as AstNode;
    const key = nameOf(node.key);
    if ((node.type === 'Property' || node.type.endsWith('Definition')) && node.computed !== true && key !== null)
      own.add(key);
    if (node.type === 'VariableDeclarator' && nameOf(node.id) !== null) own.add(nameOf(node.id) as string);
    if (/^(Function|Class)/.test(node.type) && nameOf(node.id) !== null) own.add(nameOf(node.id) as string);
    if (node.type === 'AssignmentExpression') {
      const left = node.left as AstNode;
      if (left.type === 'MemberExpression' && left.computed !== true) own.add(nameOf(left.property) ?? '');
    }
    if (node.type === 'UnaryExpression' && node.operator === 'typeof') checked.add(nameOf(node.argument) ?? '');
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
    // The data lists an extension API by namespace and member: `storage.session` for `browser.storage.session.get`.
    const middle = node.object as AstNode;
    const space = middle.type === 'MemberExpression' ? nameOf(middle.property) : null;
    const known = space === null ? undefined : child(data.webextensions.api, space);
    if (known !== undefined) note(`${space}.${property}`, versionOf(child(known, property), oldest));
  });
  for (const [object, property] of statics) {
    const found =
      child(child(data.javascript.builtins, object), property) ?? child(child(data.api, object), `${property}_static`);
    note(`${object}.${property}`, versionOf(found, oldest));
  }
  const violations = (given: ReadonlySet<string>): string[] => {
    for (const name of globals) {
      if (own.has(name) || checked.has(name)) continue;
      const places = [
        child(data.javascript.builtins, name),
        child(data.api, name),
        child(child(data.api, 'Window'), name),
      ].filter((place) => place !== undefined);
      if (places.length > 0) note(name, Math.min(...places.map((place) => versionOf(place, oldest))));
    }
    const names = memberNames(data, oldest);
    for (const name of members) if (!given.has(name)) note(`.${name}`, names.get(name) ?? 0);
    return [...used]
      .filter(([feature]) => withFallback[feature.split('.').at(-1) ?? ''] === undefined)
      .map(([, line]) => line);
  };
  return { own, violations };
}

function styleViolations(code: string, oldest: OldestBrowser, data: Data): string[] {
  const plain = code.replace(/\/\*[\s\S]*?\*\/|"[^"]*"|'[^']*'/g, '""');
  // A rule inside @supports applies only where the feature exists.
  const style = plain
    .replace(/(@page[^{]*)\{[^{}]*\}/g, '$1{}')
    .replace(/@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  const used = new Map<string, number>();
  const note = (feature: string, tree: Tree | undefined) => {
    const version = versionOf(tree, oldest);
    if (version > oldest.version) used.set(feature, version);
  };
  for (const [, name = ''] of style.matchAll(/@([a-z-]+)/g)) note(`@${name}`, child(data.css['at-rules'], name));
  for (const [, name = ''] of style.matchAll(/(?<=[^:]):{1,2}([a-z-]+)(?=[^{}]*\{)/g))
    note(`:${name}`, child(data.css.selectors, name));
  for (const [, name = ''] of style.matchAll(/[{;]\s*([a-z-]+)\s*:/g)) note(name, child(data.css.properties, name));
  for (const [, name = ''] of style.matchAll(/[:\s,(]([a-z][a-z-]+)\(/g))
    for (const group of Object.values(data.css.types)) note(`${name}()`, child(group, name));
  for (const [, unit = ''] of style.matchAll(/\d((?:[sld]v(?:h|w|i|b|min|max))|cq[whib])\b/g))
    note(
      unit,
      child(
        child(data.css.types, 'length'),
        `viewport_percentage_units_${unit.startsWith('d') ? 'dynamic' : unit.startsWith('s') ? 'small' : 'large'}`,
      ),
    );
  if (/\{[^{}@]*&/.test(style)) note('nesting', child(data.css.selectors, 'nesting'));
  return [...used].map(([feature, version]) => `${feature} (${version})`);
}

function manifestViolations(value: unknown, tree: Tree | undefined, oldest: OldestBrowser, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => manifestViolations(item, tree, oldest, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const found = child(tree, name);
    const fullName = path === '' ? name : `${path}.${name}`;
    const version = versionOf(found, oldest);
    return [
      ...(version > oldest.version ? [`manifest ${fullName} (${version})`] : []),
      ...manifestViolations(inner, found, oldest, fullName),
    ];
  });
}

let cachedData: Data | undefined;
const compatData = (): Data => {
  cachedData ??= JSON.parse(
    readFileSync(join(root, 'node_modules/@mdn/browser-compat-data/data.json'), 'utf8'),
  ) as Data;
  return cachedData;
};

/**
 * Returns one line for each feature that the files use and the oldest browser does not have. The line names the file,
 * and the version that added the feature.
 */
export function findNewerFeatures(files: Files, oldest: OldestBrowser): string[] {
  const data = compatData();
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
  const scripts = new Map(
    [...files]
      .filter(([name]) => name.endsWith('.js'))
      .map(([name, bytes]) => [name, readScript(text(bytes), oldest, data)]),
  );
  const own = new Set([...scripts.values()].flatMap((script) => [...script.own]));
  return [...files].flatMap(([name, bytes]) => {
    const found = name.endsWith('.css')
      ? styleViolations(text(bytes), oldest, data)
      : name === 'manifest.json'
        ? manifestViolations(JSON.parse(text(bytes)), data.webextensions.manifest, oldest)
        : (scripts.get(name)?.violations(own) ?? []);
    return found.map((line) => `${name}: ${line}`);
  });
}
