/**
 * `cli/` holds what all commands share: the option tables, parsing, help, errors and progress lines. It imports no
 * other folder of src/research.
 */

/** An expected failure. The command prints the message of the error as one line: `Cannot <what>: <why>`. */
export class CliError extends Error {
  override name = 'CliError';
  /** 1: the input has faults. 2: anything else, such as wrong options or a missing file. */
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
