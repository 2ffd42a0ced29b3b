/**
 * `npm run preflight`: builds both extensions and holds them, the store texts and the pictures to the stores' rules and
 * to the oldest browsers we promise, then runs Mozilla's linter. One line a breach; exit code 1 if there is any.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '../../src/core/settings.ts';
import { filesOf, zip } from '../package/archive.ts';
import { build } from '../package/assemble.ts';
import { root } from '../prepare.mjs';
import { CliError } from '../requirements.ts';
import { buildBreaches, pictureBreaches, textBreaches } from './store-rules.ts';
import { storeTexts } from './store-texts.ts';

interface Remark {
  readonly code: string;
  readonly file?: string;
  readonly message: string;
}

/** Preact writes `innerHTML` only for a property that we never give; the linter cannot know. */
const expected = (remark: Remark) => remark.code === 'UNSAFE_VAR_ASSIGNMENT';

/** What Mozilla's linter says of the Firefox build, errors and warnings. */
function lint(xpi: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'fingertip-lint-'));
  try {
    const file = join(folder, 'extension.xpi');
    writeFileSync(file, xpi);
    const args = ['lint', '--source-dir', file, '--output', 'json', '--no-config-discovery'];
    const told = spawnSync(process.execPath, ['node_modules/web-ext/bin/web-ext.js', ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (!told.stdout.includes('{'))
      throw new CliError(`Cannot run the linter: ${told.stderr.trim().split('\n').at(-1)}`);
    const found = JSON.parse(told.stdout.slice(told.stdout.indexOf('{'))) as Record<'errors' | 'warnings', Remark[]>;
    return [...found.errors, ...found.warnings.filter((remark) => !expected(remark))].map(
      ({ code, file: where, message }) => `${code} ${where ?? ''}: ${message}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function main(): number {
  const chrome = build('chrome');
  const firefox = build('firefox');
  const pictures = join(root, 'docs/images/store');
  const checks: readonly (readonly [string, () => readonly string[]])[] = [
    ['Chrome and Edge build', () => buildBreaches(chrome, 'chrome')],
    ['Firefox build', () => buildBreaches(firefox, 'firefox')],
    ["Firefox build, Mozilla's linter", () => lint(zip(firefox))],
    ...languages.map(
      (language) => [`texts in ${language}`, () => textBreaches(language, storeTexts[language])] as const,
    ),
    [
      'pictures',
      () =>
        existsSync(pictures)
          ? pictureBreaches(filesOf(pictures))
          : ['docs/images/store/ is missing: npm run screenshots'],
    ],
  ];
  let count = 0;
  for (const [name, check] of checks) {
    const found = check();
    count += found.length;
    console.log(`${found.length === 0 ? '✓' : '✗'} ${name}`);
    for (const line of found) console.log(`    ${line}`);
  }
  console.log(count === 0 ? 'Ready for the stores' : `${count} rules broken`);
  return count === 0 ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (trouble) {
  if (!(trouble instanceof CliError)) throw trouble;
  console.error(trouble.message);
  process.exitCode = 1;
}
