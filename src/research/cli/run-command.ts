/** What all commands share: `--json`, exit codes, one line for an expected failure. */
import { CliError } from './cli-error.ts';
import { type Effects, terminalEffects } from './effects.ts';

export const outputs = {
  json: { type: 'boolean', description: 'Print the result as JSON on standard output, for machines', default: false },
} as const;

export interface Outcome {
  readonly exitCode: 0 | 1 | 2;
  readonly json: unknown;
}

/** Words on the command line that belong to no option. */
export const positionals = (args: { readonly _: readonly unknown[] }): readonly string[] => args._.map(String);

/** An option that must be a whole number. */
export function wholeNumber(text: string, name: string, least: number): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < least)
    throw new CliError(`Cannot use --${name} "${text}": it must be a whole number from ${least}`, 2);
  return n;
}

/** Runs a command: lines for people go to standard error when `--json` fills standard output. */
export async function finish(asJson: boolean, run: (effects: Effects) => Promise<Outcome>): Promise<void> {
  // A reader that stops reading (`| head`) is no failure.
  process.stdout.on('error', (trouble: NodeJS.ErrnoException) => {
    if (trouble.code !== 'EPIPE') throw trouble;
  });
  const effects = terminalEffects(asJson ? process.stderr : process.stdout, process.stderr);
  try {
    const { exitCode, json } = await run(effects);
    if (asJson) process.stdout.write(`${JSON.stringify(json)}\n`);
    process.exitCode = exitCode;
  } catch (trouble) {
    if (!(trouble instanceof CliError)) throw trouble;
    if (asJson) process.stdout.write(`${JSON.stringify({ error: trouble.message })}\n`);
    process.stderr.write(`${trouble.message}\n`);
    process.exitCode = trouble.exitCode;
  }
}
