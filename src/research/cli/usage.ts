/** The text of `COMMAND --help`, from the command's option table. */
import { type Command, jsonOption, type OptionSpec } from './command.ts';

const columns = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
};

const nameOf = ([name, { valueHint }]: readonly [string, OptionSpec]) =>
  valueHint === undefined ? `--${name}` : `--${name} ${valueHint}`;

function noteOf({ required, default: byDefault }: OptionSpec): string {
  if (required === true) return ' (required)';
  return byDefault === undefined ? '' : ` (default: ${byDefault})`;
}

/** Returns the help text: description, usage line, arguments, and options with their defaults. Ends with a line end. */
export function usageOf(program: string, { name, description, positional, options }: Command): string {
  const all = Object.entries<OptionSpec>({ ...options, ...jsonOption });
  const required = all.filter(([, { required }]) => required === true).map(nameOf);
  const word = positional === undefined ? '' : `${positional.name.toUpperCase()}${positional.isMany ? '...' : ''}`;
  const usage = [
    program,
    name,
    ...(positional === undefined ? [] : [positional.required ? word : `[${word}]`]),
    ...required,
    '[OPTIONS]',
  ];
  return [
    description,
    '',
    `Usage: ${usage.join(' ')}`,
    '',
    ...(positional === undefined ? [] : ['Arguments:', ...columns([[word, positional.description]]), '']),
    'Options:',
    ...columns(all.map((option) => [nameOf(option), `${option[1].description}${noteOf(option[1])}`])),
    '',
  ].join('\n');
}
