/** Runs one command: parses the arguments, prints the result of the command, and sets the exit code. */
import { CliError } from './cli-error.ts';
import type { Command, OptionTable } from './command.ts';
import { terminalEffects } from './effects.ts';
import { parseCommandLine } from './parse-args.ts';

/**
 * Runs a command with these arguments. With `--json`, lines for people go to standard error and the result to standard
 * output. Prints an expected failure as one line on standard error and, with `--json`, as `{"error": …}` on standard
 * output. Throws for wrong options and unexpected errors.
 */
export async function runCommand<O extends OptionTable>(command: Command<O>, words: readonly string[]): Promise<void> {
  const line = parseCommandLine(command, words);
  const isJson: boolean = (line.options as { readonly json: boolean }).json;
  // It is not a failure if the reader of the output stops early, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const effects = terminalEffects(isJson ? process.stderr : process.stdout, process.stderr);
  try {
    const { exitCode, json } = await command.run(line, effects);
    if (isJson) process.stdout.write(`${JSON.stringify(json)}\n`);
    process.exitCode = exitCode;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    if (isJson) process.stdout.write(`${JSON.stringify({ error: error.message })}\n`);
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
