/** `fingertip-research`: from a folder of month reports to findings. */
import { stripVTControlCharacters } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { type ArgsDef, type CommandDef, type CommandMeta, renderUsage, runCommand } from 'citty';
import { checkWords } from './cli/parse-args.ts';
import { CliError } from './cli/cli-error.ts';

// Each is loaded when it is asked for: most of a short run would else be reading code.
const commands = {
  keygen: async () => (await import('./commands/keygen.ts')).keygenCommand,
  validate: async () => (await import('./commands/validate.ts')).validateCommand,
  ingest: async () => (await import('./commands/ingest.ts')).ingestCommand,
  aggregate: async () => (await import('./commands/aggregate.ts')).aggregateCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  open: async () => (await import('./commands/open.ts')).openCommand,
  simulate: async () => (await import('./commands/simulate.ts')).simulateCommand,
  load: async () => (await import('./commands/load.ts')).loadCommand,
} as const;
const program = 'fingertip-research';

/**
 * Over within a tenth of a second: what the optimizing compiler of Node 20 makes for them comes too late to be used, and
 * Node waits for it before it exits. So code runs eight times as long before it is optimized. Later Nodes take less
 * time without, and don't know the flag.
 */
const short: ReadonlySet<string> = new Set(['aggregate', 'report']);

/** The command; of its options only their definitions are looked at here. */
const load = async (name: keyof typeof commands): Promise<CommandDef> =>
  (await commands[name]()) as unknown as CommandDef;
const names = Object.keys(commands) as (keyof typeof commands)[];
const metaOf = async ({ meta }: CommandDef): Promise<CommandMeta> =>
  (await (typeof meta === 'function' ? meta() : meta)) ?? {};

async function overview(): Promise<string> {
  const lines: string[] = [];
  for (const name of names) {
    const { description = '' } = await metaOf(await load(name));
    lines.push(`  ${name.padEnd(10)} ${description.split('\n')[0]}`);
  }
  return [
    'From the month reports of the Fingertip Ledger to findings',
    '',
    `Usage: ${program} COMMAND [OPTIONS]`,
    '',
    ...lines,
    '',
    `${program} COMMAND --help explains each. Exit codes: 0 done, 1 findings about the input, 2 failure.`,
    '',
  ].join('\n');
}

async function usageOf(name: string, command: CommandDef): Promise<string> {
  const { description = '' } = await metaOf(command);
  const usage = await renderUsage({ ...command, meta: { name: `${program} ${name}` } });
  const text = `${description}\n\n${usage.slice(usage.indexOf('\n')).trim()}\n`;
  return process.stdout.isTTY ? text : stripVTControlCharacters(text);
}

async function main(words: readonly string[]): Promise<void> {
  const [name = '', ...rest] = words;
  if (name === '--help' || name === '-h') {
    process.stdout.write(await overview());
    return;
  }
  const known = names.find((one) => one === name);
  if (known === undefined) {
    process.stderr.write(await overview());
    throw new CliError(
      name === '' ? 'Cannot run: name a command' : `Cannot run "${name}": there is no such command`,
      2,
    );
  }
  if (short.has(known) && process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=1000000');
  const command = await load(known);
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(await usageOf(name, command));
    return;
  }
  checkWords(name, command.args as ArgsDef, rest);
  await runCommand(command, { rawArgs: [...rest] });
}

try {
  await main(process.argv.slice(2));
} catch (trouble) {
  // What was expected is one line, what was not is shown whole; neither is a finding about the input.
  process.stderr.write(`${trouble instanceof CliError ? trouble.message : String((trouble as Error).stack)}\n`);
  process.exitCode = 2;
}
