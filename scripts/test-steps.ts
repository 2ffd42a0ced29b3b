/**
 * The steps of `npm test`, in order. The time that each step took is printed. A step runs even if an earlier step
 * failed, unless it needs the result of that step.
 */
import { spawn } from 'node:child_process';
import { root } from './prepare.mjs';
import { CliError, requireInstalled } from './requirements.ts';

interface Step {
  readonly name: string;
  /** The path of the tool's module, then the arguments for it. This version of Node runs the module. */
  readonly command: readonly string[];
  /**
   * Whether to print the output of the tool while it runs. Otherwise the output is printed only when the tool fails.
   */
  readonly showsOutput?: boolean;
  /** Whether later steps need the result of this step. If this step fails, later steps are skipped. */
  readonly isRequired?: boolean;
}

/** Returns the step that runs one layer of the test suite, as vitest.config.ts defines it. */
const vitest = (name: string, project: string, reporter: string): Step => ({
  name,
  command: ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter', reporter],
  showsOutput: true,
});

const steps: readonly Step[] = [
  { name: 'Types', command: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'Format and lint', command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '.'] },
  { name: 'Unused code', command: ['node_modules/knip/bin/knip.js'] },
  {
    name: 'Build for Chromium',
    command: ['node_modules/vite/bin/vite.js', 'build', '--mode', 'chrome'],
    isRequired: true,
  },
  {
    name: 'Build for Firefox',
    command: ['node_modules/vite/bin/vite.js', 'build', '--mode', 'firefox'],
    isRequired: true,
  },
  {
    name: 'Build the research command',
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.research.config.ts'],
    isRequired: true,
  },
  vitest('Unit tests', 'unit', 'default'),
  vitest('Slow tests', 'slow', 'default'),
  vitest('Browser tests', 'browser', 'verbose'),
];

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(0)} s`;

/** Runs one step; resolves to its exit code. */
function run(step: Step): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...step.command], {
      cwd: root,
      stdio: step.showsOutput ? 'inherit' : 'pipe',
    });
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
    });
    child.stderr?.on('data', (data) => {
      output += data;
    });
    child.once('close', (code) => {
      if (code !== 0 && !step.showsOutput) process.stdout.write(`${output.trimEnd()}\n`);
      resolve(code ?? 1);
    });
  });
}

/**
 * Installs browsers and a Chinese font, or throws a `CliError` that names what to install. Without a virtual screen,
 * prints that the tests that need windows are skipped.
 */
function checkRequirements(): void {
  const required = ['chromium', 'firefox', 'fonts'] as const;
  try {
    requireInstalled([...required, 'screen']);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    requireInstalled(required);
    console.log(`▸ Skipping the tests that need a virtual screen. ${error.message}`);
  }
}

async function main(): Promise<number> {
  const started = performance.now();
  checkRequirements();
  const failed: string[] = [];
  for (const [index, step] of steps.entries()) {
    const stepStarted = performance.now();
    console.log(`▸ ${index + 1}/${steps.length} ${step.name} …`);
    const code = await run(step);
    console.log(`  ${code === 0 ? '✓' : '✗'} ${step.name}, ${seconds(stepStarted)}`);
    if (code !== 0) failed.push(step.name);
    if (code !== 0 && step.isRequired) break;
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
  (error) => {
    if (!(error instanceof CliError)) throw error;
    console.error(error.message);
    process.exit(1);
  },
);
