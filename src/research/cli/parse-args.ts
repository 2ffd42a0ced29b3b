/**
 * Parses the arguments of a command with Node's `parseArgs`. An option that is not in the option table is an error,
 * because a misspelt option that is ignored would change what is published.
 */
import { parseArgs } from 'node:util';
import { CliError } from './cli-error.ts';
import { type Command, type CommandLine, jsonOption, type OptionTable, type OptionValues } from './command.ts';

/**
 * Returns the options and positional arguments in `words`. Throws a `CliError` with exit code 2 for an unknown option,
 * a missing value, or too few or too many positional arguments.
 */
export function parseCommandLine<O extends OptionTable>(
  { name, options, positional }: Command<O>,
  words: readonly string[],
): CommandLine<O & typeof jsonOption> {
  const refuse = (why: string) => new CliError(`Cannot run ${name}: ${why}; see ${name} --help`, 2);
  const table: OptionTable = { ...options, ...jsonOption };
  const parse = () => {
    const args = words.map((word) => plainFlag(word, table));
    try {
      return parseArgs({
        args,
        options: table,
        allowPositionals: true,
        allowNegative: true,
        strict: true,
        tokens: true,
      });
    } catch (error) {
      throw refuse(reasonOf(error as NodeJS.ErrnoException));
    }
  };
  const { values, positionals, tokens } = parse();
  // Node also accepts `-k` for `--k`. The commands don't.
  const short = tokens.find((token) => token.kind === 'option' && !token.rawName.startsWith('--'));
  if (short?.kind === 'option') throw refuse(`unknown option "${short.rawName}"`);
  const [first] = positionals;
  if (positional === undefined) {
    if (first !== undefined) throw refuse(`unexpected argument "${first}"; the command takes options only`);
  } else if (first === undefined ? positional.required : positionals.length > 1 && !positional.isMany)
    throw refuse(first === undefined ? `missing ${positional.name}` : `the command takes one ${positional.name} only`);
  const given: Record<string, unknown> = {};
  for (const [key, { type, required }] of Object.entries(table)) {
    const value = values[key];
    if (value === '') throw refuse(`option "--${key}" needs a value`);
    if (value === undefined && required === true) throw refuse(`missing required option "--${key}"`);
    given[key] = type === 'boolean' ? value === true : value;
  }
  return { options: given as OptionValues<O & typeof jsonOption>, positionals };
}

/**
 * Rewrites `--draft=true` as `--draft` and `--draft=false` as `--no-draft`, since `parseArgs` allows no value for a
 * boolean.
 */
function plainFlag(word: string, table: OptionTable): string {
  const [, name = '', value] = /^--([\w-]+)=(true|false)$/.exec(word) ?? [];
  if (!Object.hasOwn(table, name) || table[name]?.type !== 'boolean') return word;
  return value === 'true' ? `--${name}` : `--no-${name}`;
}

/** Returns the reason for an error of `parseArgs`. Throws any other error again. */
function reasonOf(error: NodeJS.ErrnoException): string {
  const option = /'(-[^' ,]*)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `unknown option "${option}"`;
  if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw error;
  return error.message.includes('does not take')
    ? `option "${option}" takes no value`
    : `option "${option}" needs a value (${option}=VALUE if the value starts with "-")`;
}

/**
 * Parses the value of an option that must be a whole number of at least `least`. Throws a `CliError` for any other
 * text.
 */
export function wholeNumber(text: string, name: string, least: number): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < least)
    throw new CliError(`Cannot use --${name} "${text}": it must be a whole number from ${least}`, 2);
  return n;
}
