/**
 * The shape of a command. The option table is the only list of the command's options. Parsing, types and help all read
 * this table.
 */
import type { Effects } from './effects.ts';

/** One option of a command. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** One line for `--help`. */
  readonly description: string;
  readonly default?: string;
  readonly required?: true;
  /** The placeholder of the value in `--help`, such as DIR in `--out DIR`. */
  readonly valueHint?: string;
}

export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** The arguments of a command that belong to no option. */
export interface PositionalSpec {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** Whether the command takes several such arguments. */
  readonly isMany: boolean;
}

/** Parsed options. Booleans, required strings and strings with a default are never undefined. */
export type OptionValues<O extends OptionTable> = {
  readonly [K in keyof O]: O[K] extends { readonly type: 'boolean' }
    ? boolean
    : O[K] extends { readonly default: string } | { readonly required: true }
      ? string
      : string | undefined;
};

/** What `parseCommandLine` returns and `run` receives. */
export interface CommandLine<O extends OptionTable> {
  readonly options: OptionValues<O>;
  readonly positionals: readonly string[];
}

/** What a command returns after it has run. */
export interface Outcome {
  readonly exitCode: 0 | 1 | 2;
  /** What `--json` prints. */
  readonly json: unknown;
}

/** A command; `main.ts` lists all of them. */
export interface Command<O extends OptionTable = OptionTable> {
  readonly name: string;
  /** The list of commands shows only the first line. `--help` of the command shows the whole text. */
  readonly description: string;
  readonly positional?: PositionalSpec;
  /** All options except `--json`, which every command has. */
  readonly options: O;
  /** Throws a `CliError` for an expected failure. */
  run(line: CommandLine<O & typeof jsonOption>, effects: Effects): Promise<Outcome>;
}

/** The option that every command has. */
export const jsonOption = {
  json: { type: 'boolean', description: 'Print the result as one line of JSON on standard output' },
} as const;

/** Returns `command` unchanged. It gives `run` the types that follow from the option table. */
export const defineCommand = <const O extends OptionTable>(command: Command<O>): Command<O> => command;
