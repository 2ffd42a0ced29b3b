/** What the command needs from outside, as one argument: tests replace a part of it. */
export interface Effects {
  /** Milliseconds that only grow. */
  readonly now: () => number;
  /** A line for people. */
  readonly say: (line: string) => void;
  /** Shows how far a long job is, overwriting itself on a terminal. */
  readonly progress: (line: string) => void;
}

export const quiet: Effects = { now: () => performance.now(), say: () => {}, progress: () => {} };

/** Lines go to `lines`, progress to `status`: overwriting itself on a terminal, every five seconds elsewhere. */
export function terminalEffects(lines: NodeJS.WriteStream, status: NodeJS.WriteStream): Effects {
  let last = performance.now() - 4800;
  let shown = false;
  const now = () => performance.now();
  const wipe = () => {
    if (shown) status.write('\r\u001b[K');
    shown = false;
  };
  return {
    now,
    say: (line) => {
      wipe();
      lines.write(`${line}\n`);
    },
    progress: (line) => {
      if (now() - last < (status.isTTY ? 200 : 5000)) return;
      last = now();
      wipe();
      status.write(status.isTTY ? line : `${line}\n`);
      shown = status.isTTY;
    },
  };
}

/** 1,234,567. Not by Intl: reading its tables takes longer than all the lines that are ever printed. */
export const grouped = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',');
const clock = (seconds: number) =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5400
      ? `${Math.ceil(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`;

/** One line of progress: what, how many, how fast, how long still. `share` is of the whole, 0 to 1. */
export function progressLine(what: string, done: number, share: number, elapsedMs: number): string {
  const seconds = elapsedMs / 1000;
  const left = share > 0.01 && share < 1 ? `, about ${clock((seconds / share) * (1 - share))} left` : '';
  const rate = seconds > 0 ? `, ${grouped(done / seconds)}/s` : '';
  return `${what}: ${grouped(done)} reports, ${Math.min(100, Math.floor(share * 100))} %${rate}${left}`;
}
