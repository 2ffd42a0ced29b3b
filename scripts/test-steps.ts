/** The steps of `npm test`, in order, each with its time; a later step runs even if an earlier one failed. */
import { spawn } from 'node:child_process';
import { CliError, need } from './need.ts';
import { root } from './prepare.mjs';

interface Step {
  readonly name: string;
  /** Module path and arguments of the tool, run by this Node. */
  readonly command: readonly string[];
  /** Shows the tool's own output as it comes; otherwise only when it fails. */
  readonly talks?: boolean;
  /** Without it the steps that follow mean nothing. */
  readonly vital?: boolean;
}

const steps: readonly Step[] = [
  { name: 'Types (tsc -b)', command: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'Format and lint (biome ci)', command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '.'] },
  { name: 'Dead code (knip)', command: ['node_modules/knip/bin/knip.js'] },
  { name: 'Build for Chromium', command: ['node_modules/vite/bin/vite.js', 'build', '--mode', 'chrome'], vital: true },
  { name: 'Build for Firefox', command: ['node_modules/vite/bin/vite.js', 'build', '--mode', 'firefox'], vital: true },
  {
    name: 'Build the research command',
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.research.config.ts'],
    vital: true,
  },
  {
    name: 'Rules, journeys and laws (vitest, unit)',
    command: ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--reporter', 'default'],
    talks: true,
  },
  {
    name: 'Real browsers (vitest, browser)',
    command: ['node_modules/vitest/vitest.mjs', 'run', '--project', 'browser', '--reporter', 'verbose'],
    talks: true,
  },
];

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(0)} s`;

/** Runs one step; resolves to its exit code. */
function run(step: Step): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...step.command], { cwd: root, stdio: step.talks ? 'inherit' : 'pipe' });
    let said = '';
    child.stdout?.on('data', (data) => {
      said += data;
    });
    child.stderr?.on('data', (data) => {
      said += data;
    });
    child.once('close', (code) => {
      if (code !== 0 && !step.talks) process.stdout.write(`${said.trimEnd()}\n`);
      resolve(code ?? 1);
    });
  });
}

/** Browsers and fonts are vital; without a screen of their own the tests of windows are left out, which is said. */
function needWhatIsThere(): void {
  const vital = ['chromium', 'firefox', 'fonts'] as const;
  try {
    need([...vital, 'screen']);
  } catch (trouble) {
    if (!(trouble instanceof CliError)) throw trouble;
    need(vital);
    console.log(`▸ Time is not held against a stopwatch here. ${trouble.message}`);
  }
}

async function main(): Promise<number> {
  const started = performance.now();
  needWhatIsThere();
  const failed: string[] = [];
  for (const [index, step] of steps.entries()) {
    const at = performance.now();
    console.log(`▸ ${index + 1}/${steps.length} ${step.name} …`);
    const code = await run(step);
    console.log(`  ${code === 0 ? '✓' : '✗'} ${step.name}, ${seconds(at)}`);
    if (code !== 0) failed.push(step.name);
    if (code !== 0 && step.vital) break;
  }
  console.log(
    failed.length === 0
      ? `✓ Everything passed in ${seconds(started)}`
      : `✗ Failed after ${seconds(started)}: ${failed.join('; ')}`,
  );
  return failed.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (trouble) => {
    if (!(trouble instanceof CliError)) throw trouble;
    console.error(trouble.message);
    process.exit(1);
  },
);
