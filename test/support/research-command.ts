/** Runs the researcher's command as a process, bundled from the sources. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

/** Bundles the command into out/bundle/`name` and returns its path. There, in the repository, it finds its packages. */
export async function bundledCommand(name: string): Promise<string> {
  const outDir = join('out', 'bundle', name);
  await build({ configFile: 'vite.research.config.ts', logLevel: 'error', build: { outDir, emptyOutDir: true } });
  return join(outDir, 'fingertip-research.mjs');
}

export interface ProcessResult {
  /** The exit code; null if the process was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command. `ended` resolves when the process has ended. */
export function start(
  command: string,
  args: readonly string[],
): { readonly child: ChildProcess; readonly ended: Promise<ProcessResult> } {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (part) => {
    stdout += part;
  });
  child.stderr.on('data', (part) => {
    stderr += part;
  });
  const ended = new Promise<ProcessResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended };
}

export const run = (command: string, args: readonly string[]): Promise<ProcessResult> => start(command, args).ended;
