/** Checks that links, paths and commands in the documents exist, and that the index of decisions is complete. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const markdownIn = (folder: string, recursive: boolean) =>
  readdirSync(join(root, folder), { recursive, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));
const documents = [...markdownIn('.', false), ...markdownIn('docs', true)];
const text = (file: string) => readFileSync(join(root, file), 'utf8');

/** Returns the anchor that Markdown renderers derive from a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/`/g, '')
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
const anchorsOf = (file: string) => [...text(file).matchAll(/^#+ (.+)$/gm)].map((m) => anchorOf(m[1] as string));

describe('documents', () => {
  it.each(documents)('%s links to files and headings that exist', (file) => {
    const broken = [...text(file).matchAll(/\]\((?!https?:)([^)\s]*)\)/g)]
      .map((m) => m[1] as string)
      .filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? file : join(dirname(file), path);
        if (!existsSync(join(root, target))) return true;
        return anchor !== undefined && !anchorsOf(target).includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  it.each(documents)('%s names source files that exist', (file) => {
    const missing = [...text(file).matchAll(/`((?:src|test|scripts|public|docs)\/[\w./-]+)`/g)]
      .map((m) => m[1] as string)
      .filter((path) => !existsSync(join(root, path)) && !/[A-Z]{3,}/.test(path));
    expect(missing).toEqual([]);
  });

  it.each(documents)('%s names npm scripts that exist', (file) => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const unknown = [...text(file).matchAll(/npm run ([\w:-]+)/g)]
      .map((m) => m[1] as string)
      .filter((name) => !(name in scripts));
    expect(unknown).toEqual([]);
  });

  it('lists every decision in the index', () => {
    const files = readdirSync(join(root, 'docs/decisions')).filter((file) => /^\d{4}-/.test(file));
    const index = text('docs/decisions/README.md');
    expect(files.filter((file) => !index.includes(`](${file})`))).toEqual([]);
  });
});
