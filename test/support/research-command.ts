/** The researcher's command as a process of its own, bundled from the sources for tests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

/** Bundles the command into out/bundle/`name`; answers its path. Inside the repository, where its packages are. */
export async function bundledCommand(name: string): Promise<string> {
  const outDir = join('out', 'bundle', name);
  await build({ configFile: 'vite.research.config.ts', logLevel: 'error', build: { outDir, emptyOutDir: true } });
  return join(outDir, 'fingertip-research.mjs');
}

export interface Ended {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command; `ended` answers when it is gone. */
export function started(
  command: string,
  args: readonly string[],
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (part) => {
    stdout += part;
  });
  child.stderr.on('data', (part) => {
    stderr += part;
  });
  const ended = new Promise<Ended>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
  return { child, ended };
}

export const run = (command: string, args: readonly string[]): Promise<Ended> => started(command, args).ended;
