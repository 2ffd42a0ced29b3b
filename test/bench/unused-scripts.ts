/** The minimal extension (test/bench/floor) with our page scripts added, which the browser parses but never calls. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const floor = join(import.meta.dirname, 'floor');

/** Writes the minimal extension into `folder` and adds the page scripts of the build in `dist` as uncalled functions. */
export function addUnusedScripts(dist: string, folder: string): void {
  cpSync(floor, folder, { recursive: true });
  const uncalled = (script: string) => `() => {${readFileSync(join(dist, `src/page/${script}.iife.js`), 'utf8')}};\n`;
  const page = readFileSync(join(floor, 'page.js'), 'utf8');
  writeFileSync(join(folder, 'page.js'), uncalled('main') + page);
  writeFileSync(join(folder, 'fields.js'), uncalled('forms') + uncalled('acts'));
  const manifest = JSON.parse(readFileSync(join(floor, 'manifest.json'), 'utf8'));
  const [script] = manifest.content_scripts;
  // The real extension loads these scripts only in pages with fields.
  manifest.content_scripts.push({ ...script, matches: ['*://*.gansu.gov.cn/fields400'], js: ['fields.js'] });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}
