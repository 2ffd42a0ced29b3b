/**
 * `fingertip-research`: turns a folder of month reports into tables and findings. The folders of src/research are
 * layers, lowest first; a folder imports only from the folders that stand before it (test/architecture.test.ts):
 *
 *   queries → cli → format → input → store → ingest, cluster, disclosure → estimates → output → aggregate
 *           → report, simulation → commands → main.ts
 */
import { setFlagsFromString } from 'node:v8';
import { CliError } from './cli/cli-error.ts';
import type { Command } from './cli/command.ts';
import { runCommand } from './cli/run-command.ts';
import { usageOf } from './cli/usage.ts';

// Each command is loaded only when it is used. Otherwise a short run would spend most of its time loading code.
const commands = {
  keygen: async () => (await import('./commands/keygen.ts')).keygenCommand,
  validate: async () => (await import('./commands/validate.ts')).validateCommand,
  ingest: async () => (await import('./commands/ingest.ts')).ingestCommand,
  aggregate: async () => (await import('./commands/aggregate.ts')).aggregateCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  open: async () => (await import('./commands/open.ts')).openCommand,
  simulate: async () => (await import('./commands/simulate.ts')).simulateCommand,
  load: async () => (await import('./commands/load.ts')).loadCommand,
} as const satisfies Readonly<Record<string, () => Promise<Command>>>;
type CommandName = keyof typeof commands;
const names = Object.keys(commands) as CommandName[];
const program = 'fingertip-research';

/**
 * Commands that run for about a tenth of a second. On Node 20 the optimizing compiler finishes too late to help them,
 * and Node waits for it before it exits. So the flag below makes Node run their code eight times as long before it
 * optimizes the code. Later versions of Node don't need this flag and don't know it.
 */
const shortCommands: ReadonlySet<CommandName> = new Set<CommandName>(['aggregate', 'report']);

async function overview(): Promise<string> {
  const lines = await Promise.all(
    names.map(async (name) => `  ${name.padEnd(10)} ${(await commands[name]()).description.split('\n')[0]}`),
  );
  return [
    'Turns month reports of the Fingertip Ledger into tables and findings',
    '',
    `Usage: ${program} COMMAND [OPTIONS]`,
    '',
    ...lines,
    '',
    `${program} COMMAND --help explains a command. Exit codes: 0 done, 1 findings about the input, 2 failure.`,
    '',
  ].join('\n');
}

async function main(words: readonly string[]): Promise<void> {
  const [given = '', ...rest] = words;
  if (given === '--help' || given === '-h') {
    process.stdout.write(await overview());
    return;
  }
  const name = names.find((known) => known === given);
  if (name === undefined) {
    process.stderr.write(await overview());
    throw new CliError(given === '' ? 'Cannot run: missing command' : `Cannot run "${given}": unknown command`, 2);
  }
  if (shortCommands.has(name) && process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=1000000');
  const command: Command = await commands[name]();
  if (rest.includes('--help') || rest.includes('-h')) process.stdout.write(usageOf(program, command));
  else await runCommand(command, rest);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  // Prints an expected error as one line, any other error with its stack. Both exit with 2, because they are not findings
  // about the input.
  process.stderr.write(`${error instanceof CliError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 2;
}
