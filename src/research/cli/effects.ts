/** The clock and the output of a command, as one argument, so that tests can replace them. */
export interface Effects {
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Prints a line for people. */
  readonly print: (line: string) => void;
  /** Shows the progress of a long job. It may be called often, because it prints at most one line per interval. */
  readonly progress: (line: string) => void;
}

/** Prints nothing. */
export const quiet: Effects = { now: () => performance.now(), print: () => {}, progress: () => {} };

const terminalIntervalMs = 200;
const logIntervalMs = 5000;

/**
 * Effects that write to the terminal: lines to `lines`, progress to `status`. On a terminal, each progress line
 * replaces the previous progress line. Elsewhere, a new line is written at most every five seconds.
 */
export function terminalEffects(lines: NodeJS.WriteStream, status: NodeJS.WriteStream): Effects {
  const now = () => performance.now();
  const interval = status.isTTY ? terminalIntervalMs : logIntervalMs;
  // Shows the first progress line at once on a terminal, and after 200 ms in a log.
  let lastShown = now() - (logIntervalMs - terminalIntervalMs);
  let isShown = false;
  const clearLine = () => {
    if (isShown) status.write('\r\u001b[K');
    isShown = false;
  };
  return {
    now,
    print: (line) => {
      clearLine();
      lines.write(`${line}\n`);
    },
    progress: (line) => {
      if (now() - lastShown < interval) return;
      lastShown = now();
      clearLine();
      status.write(status.isTTY ? line : `${line}\n`);
      isShown = status.isTTY;
    },
  };
}
