import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The one dependency rule: which rooms of src/ a room may import. Packages only where listed. */
const rooms: Record<string, { rooms: string[]; packages: string[] }> = {
  core: { rooms: ['core'], packages: [] },
  data: { rooms: ['core', 'data'], packages: [] },
  page: { rooms: ['page', 'core', 'data', 'messages'], packages: [] },
  background: { rooms: ['background', 'core', 'data', 'messages'], packages: ['idb', 'webextension-polyfill'] },
  ui: {
    rooms: ['ui', 'core', 'data', 'messages'],
    packages: ['preact', 'preact/hooks', 'webextension-polyfill', 'age-encryption'],
  },
  research: {
    rooms: ['research', 'core', 'data'],
    packages: ['@duckdb/node-api', 'citty', 'hyparquet-writer', 'yauzl', 'age-encryption', '@clickhouse/client'],
  },
  messages: { rooms: ['core'], packages: [] },
};

const src = resolve(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((f) => /\.tsx?$/.test(f));
const code = (file: string) => readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const importsOf = (file: string) =>
  [
    ...code(file).matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(?:[^'";=()]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map((m) => (m[1] ?? m[2]) as string);
const roomOf = (path: string) => (path.startsWith('messages') ? 'messages' : (path.split('/')[0] as string));

describe('the one dependency rule', () => {
  it.each(files)('%s imports only what its room may', (file) => {
    const rule = rooms[roomOf(file)];
    expect(rule, `no rule for the room of ${file}`).toBeDefined();
    for (const target of importsOf(file)) {
      if (target.startsWith('.')) {
        const room = roomOf(relative(src, resolve(src, dirname(file), target)));
        expect(rule?.rooms, `${file} imports ${target}`).toContain(room);
      } else if (!target.startsWith('node:')) expect(rule?.packages, `${file} imports ${target}`).toContain(target);
      else expect(roomOf(file), `${file} imports ${target}`).toBe('research');
    }
  });

  it.each(files.filter((f) => f.startsWith('core/')))('%s reads no clock and draws no lots', (file) => {
    expect(code(file)).not.toMatch(/Date\.now|new Date\(\)|Math\.random|performance\.now/);
  });

  it.each(files.filter((f) => !/(^|\/)main(\.iife)?\.tsx?$/.test(f)))('%s does not name the browser', (file) => {
    // Its types may be named anywhere in the worker: they vanish at build time.
    const values = code(file).replace(/import type [^;]*;/g, '');
    expect(values).not.toContain("from 'webextension-polyfill'");
  });
});
