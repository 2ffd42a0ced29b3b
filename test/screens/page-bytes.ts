/**
 * Computes the gzipped size of the files that a page of the extension loads when it opens: scripts, static imports,
 * styles.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface PageFile {
  readonly file: string;
  readonly gzip: number;
}

/**
 * Returns the files that `page` loads, with their gzipped bytes. `page` is a path in `dist`, such as
 * `src/ui/popup/index.html`. Chunks that are loaded on demand are left out, except those whose names begin with one of
 * `also` (the texts of the language shown).
 */
export function pageBytes(dist: string, page: string, also: readonly string[] = []): readonly PageFile[] {
  const html = readFileSync(join(dist, page), 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map((m) => m[1] as string);
  for (const name of readdirSync(join(dist, 'assets')))
    if (name.endsWith('.js') && also.some((begin) => `assets/${name}`.startsWith(begin))) queue.push(`assets/${name}`);
  const seen = new Map<string, number>();
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    const text = readFileSync(join(dist, file), 'utf8');
    seen.set(file, gzipSync(text, { level: 9 }).length);
    if (!file.endsWith('.js')) continue;
    for (const [, name] of text.matchAll(/(?:^|[;}\s])import\s*(?:[^"'();]*?from\s*)?["']\.\/([^"']+)["']/g))
      queue.push(`assets/${name}`);
  }
  return [...seen].map(([file, gzip]) => ({ file, gzip }));
}
