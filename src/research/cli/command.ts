/** The shape of a command. Its option table is the only list of its options: parsing, types and help all read it. */
import type { Effects } from './effects.ts';

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** One line for `--help`. */
  readonly description: string;
  readonly default?: string;
  readonly required?: true;
  /** Stands for the value in `--help`: `--out DIR`. */
  readonly valueHint?: string;
}

export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** Words that belong to no option. */
export interface PositionalSpec {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** Takes as many as are given. */
  readonly isMany: boolean;
}

/** Parsed options: booleans are never undefined, nor are strings that are required or have a default. */
export type OptionValues<O extends OptionTable> = {
  readonly [K in keyof O]: O[K] extends { readonly type: 'boolean' }
    ? boolean
    : O[K] extends { readonly default: string } | { readonly required: true }
      ? string
      : string | undefined;
};

export interface CommandLine<O extends OptionTable> {
  readonly options: OptionValues<O>;
  readonly positionals: readonly string[];
}

export interface Outcome {
  readonly exitCode: 0 | 1 | 2;
  /** What `--json` prints. */
  readonly json: unknown;
}

export interface Command<O extends OptionTable = OptionTable> {
  readonly name: string;
  /** The first line stands in the list of commands; all of it in the command's own `--help`. */
  readonly description: string;
  readonly positional?: PositionalSpec;
  /** Without `--json`, which every command has. */
  readonly options: O;
  /** Throws a `CliError` for an expected failure. */
  run(line: CommandLine<O & typeof jsonOption>, effects: Effects): Promise<Outcome>;
}

export const jsonOption = {
  json: { type: 'boolean', description: 'Print the result as one line of JSON on standard output' },
} as const;

/** Only for the types: `run` gets the values that its option table names. */
export const defineCommand = <const O extends OptionTable>(command: Command<O>): Command<O> => command;
