/** Measures a child process: wall time and peak memory. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measurement {
  readonly wallMs: number;
  /** Peak of resident memory, from /proc. */
  readonly peakMb: number;
  readonly output: string;
}

/** Runs Node with these arguments. Rejects unless Node exits with 0. */
export function measureProcess(args: readonly string[]): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let peakKb = 0;
    const readPeak = () => {
      try {
        const found = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
        peakKb = Math.max(peakKb, Number(found?.[1] ?? 0));
      } catch {
        // The process has ended. The value that was read most recently is kept.
      }
    };
    const timer = setInterval(readPeak, 20);
    child.stdout.on('data', (block) => {
      output += block;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code !== 0) reject(new Error(`${args.join(' ')} exited with ${code}`));
      else resolve({ wallMs: performance.now() - start, peakMb: peakKb / 1024, output });
    });
  });
}
