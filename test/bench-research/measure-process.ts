/** A child process with its wall time and the most memory it held. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measured {
  readonly wallMs: number;
  /** High-water mark of resident memory, from /proc. */
  readonly peakMb: number;
  readonly output: string;
}

export function measured(args: readonly string[]): Promise<Measured> {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let peakKb = 0;
    const look = () => {
      try {
        const found = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
        peakKb = Math.max(peakKb, Number(found?.[1] ?? 0));
      } catch {
        // The process is gone: what was seen last stands.
      }
    };
    const timer = setInterval(look, 20);
    child.stdout.on('data', (block) => {
      output += block;
    });
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code !== 0) fail(new Error(`${args.join(' ')} ended with ${code}`));
      else done({ wallMs: performance.now() - start, peakMb: peakKb / 1024, output });
    });
  });
}
