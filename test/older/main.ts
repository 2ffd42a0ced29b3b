/**
 * `npm run older` runs tests in an older Chromium, that of Debian 11 (120), which is near the engines of browsers made
 * in China. The first run installs it into `out/older` (install-browser.ts); the browser of the system is not touched.
 * Options stand after `--`. `--install` only installs the browser and prints its path. `--only NAME` selects the rows of
 * the table whose title contains NAME (`A|B` means A or B). `--read` starts no browser: it prints which version of Chrome
 * the build needs, and why.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { startVitest, type TestModule } from 'vitest/node';
import { filesOf } from '../../scripts/package/archive.ts';
import { root } from '../../scripts/prepare.mjs';
import { CliError } from '../../scripts/requirements.ts';
import { withFallback } from '../../scripts/store/browser-support.ts';
import { isWithin, perform, type Result } from '../accuracy/main.ts';
import { scenarios } from '../accuracy/scenarios.ts';
import { overrides } from '../support/find-browser.ts';
import { hasDisplayTools } from '../support/virtual-display.ts';
import { installOlderBrowser } from './install-browser.ts';
import { listNeededVersions } from './needed-versions.ts';
import { formatOutcomes, type Outcome } from './outcomes.ts';

/** The tests in a browser, by the name of their file in test/browser. */
const browserTests: Readonly<Record<string, string>> = {
  'builds-load': 'the build loads, the worker restarts',
  'office-day': 'the office day',
  'no-traffic': 'P1, P4: no request, nothing changed in pages',
  'no-content-kept': 'P2: no canary is kept',
  'erase-everything': 'P6: nothing is left after erasing',
  backup: 'P6: backup and restore',
  'consent-first': 'P8: consent first, secrecy marks',
  'export-wizard': 'P9: reports and print-outs',
  'never-recorded': 'P10: hosts that are never recorded',
  'damaged-database': 'damaged database',
  'extension-pages': 'popup and dashboard in use',
  screens: 'screens: accessibility, layout, keyboard',
  acts: 'burden acts in brief',
};
/** Parts of the names of the scenarios that compare time with a stopwatch. */
const measured = ['in brief', '75 s in front without input', 'back/forward cache', 'prerendering'];

const accuracyTitle = (name: string) => `accuracy: ${name.split(':')[0]}`;

/** Runs files of test/browser, without their cases for Firefox. Returns one outcome for each file. */
async function runBrowserTests(names: readonly string[]): Promise<Outcome[]> {
  const vitest = await startVitest(
    'test',
    names.map((name) => `test/browser/${name}.test.ts`),
    { root, project: ['browser'], testNamePattern: /^(?!.*firefox)/i, watch: false, reporters: ['verbose'] },
  );
  const modules = vitest.state.getTestModules();
  await vitest.close();
  return names.map((name) => {
    const module = modules.find(({ moduleId }) => moduleId.endsWith(`/test/browser/${name}.test.ts`));
    return { title: browserTests[name] ?? name, ...countCases(module) };
  });
}

/** Counts the cases of one file. A file that did not run counts as one that failed. */
function countCases(module: TestModule | undefined): Omit<Outcome, 'title'> {
  let [passed, failed] = [0, module === undefined ? 1 : module.errors().length];
  const skipped: string[] = [];
  for (const test of module?.children.allTests() ?? []) {
    if (/firefox/i.test(test.fullName)) continue;
    const result = test.result();
    if (result.state === 'passed') passed++;
    else if (result.state === 'skipped') skipped.push(result.note ?? 'the test gives no reason');
    else failed++;
  }
  return { passed, failed, skipped };
}

/** Performs the scenarios one after the other. Returns one outcome for each. */
async function measure(chosen: typeof scenarios): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const scenario of chosen) {
    const title = accuracyTitle(scenario.name);
    if (!hasDisplayTools()) {
      outcomes.push({ title, passed: 0, failed: 0, skipped: ['Xvfb, openbox or xdotool is missing'] });
      continue;
    }
    console.log(`▸ ${title} …`);
    const results: Result[] = await perform(scenario, 'chromium').catch((error: unknown) => {
      console.log(`  ${error}`);
      return [];
    });
    const compared = results.filter(({ lacking }) => lacking === undefined);
    for (const { state, expectedMs, countedMs } of compared)
      console.log(
        `  ${state}: stopwatch ${(expectedMs / 1000).toFixed(1)} s, counted ${(countedMs / 1000).toFixed(1)} s`,
      );
    const passed = compared.filter(isWithin).length;
    outcomes.push({
      title,
      passed,
      failed: results.length === 0 ? 1 : compared.length - passed,
      skipped: results.flatMap(({ lacking }) => lacking ?? []),
    });
  }
  return outcomes;
}

function buildExtension(): void {
  console.log('▸ Building the extension …');
  const build = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--mode', 'chrome'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (build.status !== 0) throw new CliError(`Cannot build the extension\n${build.stdout}${build.stderr}`);
}

/** The first version with Manifest V3. */
const firstPossible = 88;
/** The version of Debian 11, of which this command shows that everything works. */
const shown = 120;

/** Prints which versions of Chrome added something that the build needs. */
function printNeededVersions(): void {
  buildExtension();
  for (const { version, features } of listNeededVersions(filesOf('dist/chrome'), shown, firstPossible))
    console.log(`Chrome ${version} or newer: ${features.join(', ')}`);
  console.log('\nNewer, but replaced where it is missing:');
  for (const [feature, replacement] of Object.entries(withFallback)) console.log(`${feature}: ${replacement}`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { install: { type: 'boolean' }, only: { type: 'string' }, read: { type: 'boolean' } },
  });
  if (values.read) {
    printNeededVersions();
    return 0;
  }
  const installed = await installOlderBrowser('out/older', console.log);
  if (values.install) {
    console.log(installed.path);
    return 0;
  }
  const isChosen = (title: string) => values.only?.split('|').some((part) => title.includes(part)) ?? true;
  const files = Object.keys(browserTests).filter((name) => isChosen(browserTests[name] ?? ''));
  const chosen = scenarios.filter(
    ({ name }) => measured.some((part) => name.includes(part)) && isChosen(accuracyTitle(name)),
  );
  if (files.length + chosen.length === 0) throw new CliError(`Cannot run anything: no title contains "${values.only}"`);

  process.env[overrides.chromium] = installed.path;
  buildExtension();
  const outcomes = [...(files.length === 0 ? [] : await runBrowserTests(files)), ...(await measure(chosen))];
  console.log(`\nChromium ${installed.version}\n\n${formatOutcomes(outcomes)}`);
  return outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof CliError ? error.message : error);
    process.exit(1);
  },
);
