/** Opens a virtual screen with a window manager, so that windows gain and lose focus (Xvfb, openbox, xdotool; Linux only). */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';

export interface Display {
  /** The environment variables for a browser that opens on this screen. */
  readonly env: Record<string, string>;
  /** Runs xdotool on this screen and returns its output, e.g. `xdotool('mousemove', '200', '300', 'click', '1')`. */
  xdotool(...args: string[]): string;
  close(): void;
}

/** Returns whether the programs for a virtual screen are installed. */
export const hasDisplayTools = (): boolean =>
  ['Xvfb', 'openbox', 'xdotool'].every((tool) => {
    try {
      execFileSync('which', [tool], { stdio: 'ignore' });
      return true;
    } catch {
      return false; // `which` exits with 1 when the program is missing
    }
  });

/** Opens a virtual screen. Throws `Cannot open a virtual screen: …` if Xvfb does not start. */
export async function openDisplay(width = 1366, height = 768): Promise<Display> {
  const children: ChildProcess[] = [];
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  children.push(server);
  const number = await new Promise<string>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`Cannot open a virtual screen: Xvfb ended with ${code}`)));
    server.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
  });
  const env = { ...(process.env as Record<string, string>), DISPLAY: `:${number}` };
  children.push(spawn('openbox', [], { env, stdio: 'ignore' }));
  return {
    env,
    xdotool: (...args) => execFileSync('xdotool', args, { env, encoding: 'utf8' }),
    close() {
      for (const child of children.reverse()) child.kill();
    },
  };
}
