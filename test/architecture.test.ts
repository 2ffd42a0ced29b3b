/**
 * Checks the layout of src: which other areas an area may import, the order of the folders inside an area, and the
 * sizes of folders. No files may import each other in a circle. docs/architecture.md explains the layout.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Area {
  /** The areas that files of this area may import. */
  readonly uses: readonly string[];
  /** The packages that files of this area may import. */
  readonly packages: readonly string[];
}

const areas: Readonly<Record<string, Area>> = {
  core: { uses: ['core'], packages: [] },
  data: { uses: ['core', 'data'], packages: [] },
  messages: { uses: ['core'], packages: [] },
  page: { uses: ['page', 'core', 'data', 'messages'], packages: [] },
  background: { uses: ['background', 'core', 'data', 'messages'], packages: ['idb', 'webextension-polyfill'] },
  ui: {
    uses: ['ui', 'core', 'data', 'messages'],
    packages: ['preact', 'preact/hooks', 'webextension-polyfill', 'age-encryption'],
  },
  research: {
    uses: ['research', 'core', 'data'],
    packages: ['@duckdb/node-api', 'hyparquet-writer', 'yauzl', 'age-encryption'],
  },
};

/**
 * The floors inside an area, lowest first. A floor lists groups. A group is a folder with all its subfolders, a file, or
 * `.` for the files directly in the area that are not listed by name. A group imports only itself and groups of lower
 * floors. Two groups of the same floor do not import each other.
 */
const floors: Readonly<Record<string, readonly (readonly string[])[]>> = {
  core: [['.'], ['sites'], ['forms'], ['time', 'acts'], ['days'], ['report', 'backup']],
  page: [['frame'], ['forms', 'acts'], ['commits'], ['.']],
  background: [
    ['task-queue.ts'],
    ['ledger'],
    ['removal'],
    ['owner'],
    ['pages'],
    ['worker.ts'],
    ['chores.ts'],
    ['route-message.ts', 'lifecycle.ts'],
    ['main.ts'],
  ],
  research: [
    ['queries'],
    ['cli'],
    ['format'],
    ['input'],
    ['store'],
    ['ingest', 'cluster', 'disclosure'],
    ['estimates'],
    ['output'],
    ['aggregate'],
    ['report', 'simulation'],
    ['commands'],
    ['main.ts'],
  ],
  ui: [['strings'], ['figures'], ['.'], ['charts', 'shared'], ['popup', 'dashboard', 'consent', 'privacy']],
};

const mostFilesInAFolder = 15;
const src = resolve(import.meta.dirname, '../src');
const entries = readdirSync(src, { recursive: true, withFileTypes: true });
const pathOf = (entry: (typeof entries)[number]) => relative(src, join(entry.parentPath, entry.name));
const files = entries.map(pathOf).filter((path) => /\.tsx?$/.test(path));
const folders = entries.filter((entry) => entry.isDirectory()).map(pathOf);

const areaOf = (file: string) => (file.startsWith('messages') ? 'messages' : (file.split('/')[0] as string));
/** The source text without comments. */
const code = (file: string) => readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(?:[^'";=()]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

interface Imports {
  /** Paths in src. */
  readonly files: readonly string[];
  readonly packages: readonly string[];
  /** Packages from which the file uses more than types. Types vanish at build time. */
  readonly packagesAtRunTime: readonly string[];
}
const targetsOf = (text: string) => [...text.matchAll(importPattern)].map((match) => (match[1] ?? match[2]) as string);
const isFile = (target: string) => target.startsWith('.');
/** Returns the imports of a file, including imports of types. */
function readImports(file: string): Imports {
  const text = code(file);
  const targets = targetsOf(text);
  return {
    files: targets.filter(isFile).map((target) => relative(src, resolve(src, dirname(file), target))),
    packages: targets.filter((target) => !isFile(target)),
    packagesAtRunTime: targetsOf(text.replace(/import type [^;]*;/g, '')).filter((target) => !isFile(target)),
  };
}
const imports = new Map(files.map((file) => [file, readImports(file)]));
const importsOf = (file: string) => imports.get(file) ?? { files: [], packages: [], packagesAtRunTime: [] };

describe('areas', () => {
  it.each(files)('%s imports only areas and packages that its area may import', (file) => {
    const area = areas[areaOf(file)];
    expect(area, `no rule for the area of ${file}`).toBeDefined();
    for (const target of importsOf(file).files)
      expect(area?.uses, `${file} imports ${target}`).toContain(areaOf(target));
    for (const target of importsOf(file).packages)
      if (target.startsWith('node:')) expect(areaOf(file), `${file} imports ${target}`).toBe('research');
      else expect(area?.packages, `${file} imports ${target}`).toContain(target);
  });

  it.each(files.filter((file) => file.startsWith('core/')))('%s reads no clock and draws no random numbers', (file) => {
    expect(code(file)).not.toMatch(/Date\.now|new Date\(\)|Math\.random|performance\.now/);
  });

  const others = files.filter((file) => !/(^|\/)main(\.iife)?\.tsx?$/.test(file));
  it.each(others)('%s does not import the browser at run time, because it is not a main file', (file) => {
    expect(importsOf(file).packagesAtRunTime).not.toContain('webextension-polyfill');
  });
});

describe('floors', () => {
  for (const [area, order] of Object.entries(floors)) {
    const groups = order.flat();
    const groupOf = (file: string) => {
      const inArea = file.slice(area.length + 1);
      const listed = groups.find((group) => inArea === group || inArea.startsWith(`${group}/`));
      return listed ?? (groups.includes('.') && !inArea.includes('/') ? '.' : null);
    };
    const floorOf = (group: string) => order.findIndex((floor) => floor.includes(group));
    const inArea = files.filter((file) => areaOf(file) === area);

    it(`every file of ${area} belongs to a floor, and every listed group has a file`, () => {
      expect(inArea.filter((file) => groupOf(file) === null)).toEqual([]);
      expect(groups.filter((group) => !inArea.some((file) => groupOf(file) === group))).toEqual([]);
    });

    it(`a group of ${area} imports only itself and groups of lower floors`, () => {
      const wrong = inArea.flatMap((file) =>
        importsOf(file)
          .files.filter((target) => areaOf(target) === area)
          .filter((target) => {
            const [from, to] = [groupOf(file) ?? '', groupOf(target) ?? ''];
            return from !== to && floorOf(to) >= floorOf(from);
          })
          .map((target) => `${file} imports ${target}`),
      );
      expect(wrong).toEqual([]);
    });
  }
});

/** Returns the groups of files that import each other in a circle, each sorted by path (Tarjan's algorithm). */
function findCycles(): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file) as number);
    stack.push(file);
    for (const target of importsOf(file).files) {
      if (!imports.has(target)) continue;
      if (!order.has(target)) {
        visit(target);
        lowest.set(file, Math.min(lowest.get(file) as number, lowest.get(target) as number));
      } else if (stack.includes(target))
        lowest.set(file, Math.min(lowest.get(file) as number, order.get(target) as number));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1 || importsOf(file).files.includes(file)) found.push(group.sort());
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return found;
}

it('no files import each other in a circle, not even types', () => {
  expect(findCycles()).toEqual([]);
});

describe('sizes', () => {
  it.each(folders)(`src/%s contains at most ${mostFilesInAFolder} files`, (folder) => {
    const inFolder = files.filter((file) => dirname(file) === folder);
    expect(inFolder.length).toBeLessThanOrEqual(mostFilesInAFolder);
  });

  it('background/main.ts has fewer than 150 lines', () => {
    expect(readFileSync(join(src, 'background/main.ts'), 'utf8').split('\n').length).toBeLessThan(150);
  });
});

describe('the folders of test', () => {
  const mirrored = ['core', 'page', 'background', 'ui', 'research'];
  const test = import.meta.dirname;
  const testFolders = mirrored.flatMap((area) =>
    readdirSync(join(test, area), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => relative(test, join(entry.parentPath, entry.name))),
  );

  it.each(testFolders)('test/%s has the same path as a folder of src', (folder) => {
    expect(folders).toContain(folder);
  });
});
