/**
 * `npm run preflight`: builds both extensions and runs Mozilla's linter. Checks the builds, the store texts and the
 * pictures against the rules of the stores, and the builds against the oldest supported browsers. Prints one line for
 * each broken rule. The exit code is 1 when a rule is broken.
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
import { findBuildViolations, findPictureViolations, findTextViolations } from './store-rules.ts';
import { storeTexts } from './store-texts.ts';

/** One finding of the linter. */
interface Finding {
  readonly code: string;
  readonly file?: string;
  readonly message: string;
}

/** Whether the finding is no fault. Preact writes `innerHTML`, but only for a property that this code never sets. */
const isExpected = (finding: Finding) => finding.code === 'UNSAFE_VAR_ASSIGNMENT';

/**
 * Returns the errors and warnings of Mozilla's linter about the Firefox build. Throws `CliError` when the linter does
 * not run.
 */
function lint(xpi: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'fingertip-lint-'));
  try {
    const file = join(folder, 'extension.xpi');
    writeFileSync(file, xpi);
    const args = ['lint', '--source-dir', file, '--output', 'json', '--no-config-discovery'];
    const result = spawnSync(process.execPath, ['node_modules/web-ext/bin/web-ext.js', ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (!result.stdout.includes('{'))
      throw new CliError(`Cannot run the linter: ${result.stderr.trim().split('\n').at(-1)}`);
    const found = JSON.parse(result.stdout.slice(result.stdout.indexOf('{'))) as Record<
      'errors' | 'warnings',
      Finding[]
    >;
    return [...found.errors, ...found.warnings.filter((finding) => !isExpected(finding))].map(
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
    ['Chrome and Edge build', () => findBuildViolations(chrome, 'chrome')],
    ['Firefox build', () => findBuildViolations(firefox, 'firefox')],
    ["Firefox build, Mozilla's linter", () => lint(zip(firefox))],
    ...languages.map(
      (language) => [`texts in ${language}`, () => findTextViolations(language, storeTexts[language])] as const,
    ),
    [
      'pictures',
      () =>
        existsSync(pictures)
          ? findPictureViolations(filesOf(pictures))
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
  console.log(count === 0 ? 'Ready for the stores' : `${count} broken rules`);
  return count === 0 ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
