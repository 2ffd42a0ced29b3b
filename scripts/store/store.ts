/**
 * `npm run store`: writes to artifacts/store/ everything that the stores require besides the package. These are a
 * listing and the privacy policy in each language, and the pictures from docs/images/store/.
 */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../../src/core/settings.ts';
import { loadTexts } from '../../src/ui/strings/languages.ts';
import { filesOf } from '../package/archive.ts';
import { root } from '../prepare.mjs';
import { readNames } from './store-rules.ts';
import { listing } from './store-texts.ts';

const out = join(root, 'artifacts/store');

/** Returns the privacy policy that the extension shows, as Markdown for a web page. */
async function policy(language: Language): Promise<string> {
  const { title, lead, keptHead, columns, kept, sections, changed } = (await loadTexts('privacy', language)).privacy;
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `# ${title}`,
    lead,
    `## ${keptHead}`,
    [row(columns), row(columns.map(() => '---')), ...kept.map(row)].join('\n'),
    ...sections.flatMap(([head, text]) => [`## ${head}`, text]),
    `${changed}\n`,
  ].join('\n\n');
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const shipped = filesOf(join(root, 'public'));
for (const language of languages) {
  const names = readNames(shipped, language);
  if (names === null) throw new Error(`Cannot write the listing in ${language}: public/_locales has no texts for it`);
  writeFileSync(join(out, `listing-${language}.md`), listing(language, names.name, names.summary));
  writeFileSync(join(out, `privacy-policy-${language}.md`), await policy(language));
}
const pictures = join(root, 'docs/images/store');
if (existsSync(pictures)) cpSync(pictures, join(out, 'pictures'), { recursive: true });
console.log(`Wrote artifacts/store/: listings and policies in ${languages.join(', ')}`);
