/**
 * `npm run store`: writes what the stores ask for beside the package into artifacts/store/: a listing and the privacy
 * policy in each language, and the pictures of docs/images/store/.
 */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../src/core/settings.ts';
import { privacyWords } from '../../src/ui/strings/privacy.ts';
import { filesOf } from '../package/archive.ts';
import { root } from '../prepare.mjs';
import { naming } from './store-rules.ts';
import { listing } from './store-texts.ts';

const out = join(root, 'artifacts/store');

/** The policy for a web page: what the extension shows, as Markdown. */
function policy(language: (typeof languages)[number]): string {
  const { title, lead, keptHead, columns, kept, sections, changed } = privacyWords[language];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `# ${title}`,
    lead,
    `## ${keptHead}`,
    [row(columns), row(columns.map(() => '---')), ...kept.map(row)].join('\n'),
    ...sections.flatMap(([head, words]) => [`## ${head}`, words]),
    `${changed}\n`,
  ].join('\n\n');
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const shipped = filesOf(join(root, 'public'));
for (const language of languages) {
  const told = naming(shipped, language);
  if (told === null) throw new Error(`Cannot write the listing in ${language}: public/_locales has no texts for it`);
  writeFileSync(join(out, `listing-${language}.md`), listing(language, told.name, told.summary));
  writeFileSync(join(out, `privacy-policy-${language}.md`), policy(language));
}
const pictures = join(root, 'docs/images/store');
if (existsSync(pictures)) cpSync(pictures, join(out, 'pictures'), { recursive: true });
console.log(`Wrote artifacts/store/: listings and policies in ${languages.join(', ')}`);
