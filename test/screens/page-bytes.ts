/** What opening one of our pages costs to read: its scripts with all they import at once, and its styles; gzip. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface PageFile {
  readonly file: string;
  readonly gzip: number;
}

/**
 * `page` as a path in `dist`, such as `src/ui/popup/index.html`. Chunks that are fetched later are left out, but for
 * those whose names begin as `also` says (the words of the language shown).
 */
export function pageBytes(dist: string, page: string, also: readonly string[] = []): readonly PageFile[] {
  const html = readFileSync(join(dist, page), 'utf8');
  const waiting = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map((m) => m[1] as string);
  for (const name of readdirSync(join(dist, 'assets')))
    if (name.endsWith('.js') && also.some((begin) => `assets/${name}`.startsWith(begin)))
      waiting.push(`assets/${name}`);
  const seen = new Map<string, number>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    const text = readFileSync(join(dist, file), 'utf8');
    seen.set(file, gzipSync(text, { level: 9 }).length);
    if (!file.endsWith('.js')) continue;
    for (const [, name] of text.matchAll(/(?:^|[;}\s])import\s*(?:[^"'();]*?from\s*)?["']\.\/([^"']+)["']/g))
      waiting.push(`assets/${name}`);
  }
  return [...seen].map(([file, gzip]) => ({ file, gzip }));
}
