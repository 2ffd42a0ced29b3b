/**
 * Finds the programs that the commands need besides Node. Installs missing programs where that is permitted; otherwise
 * names them in one line.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type BrowserName, findBrowser, overrides } from '../test/support/find-browser.ts';

/** An expected failure. The command prints only the message of this error, without a stack. */
export class CliError extends Error {
  override name = 'CliError';
}

export type Requirement = BrowserName | 'fonts' | 'screen';

interface Program {
  readonly isInstalled: () => boolean;
  /** The names of the Debian packages that contain the program. */
  readonly packages: readonly string[];
  /** The name of the program in messages. */
  readonly label: string;
}

const onPath = (file: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, file)));
const browser = (name: BrowserName, label: string, packages: readonly string[]): Program => ({
  isInstalled: () => findBrowser(name) !== null,
  packages,
  label: `${label} (or give the path of one in ${overrides[name]})`,
});

const programs: Record<Requirement, Program> = {
  chromium: browser('chromium', 'Chromium, Chrome or Edge', ['chromium']),
  firefox: browser('firefox', 'Firefox', ['firefox-esr']),
  // Windows and macOS always have Chinese fonts.
  fonts: {
    isInstalled: () => process.platform !== 'linux' || hasChineseFont(),
    packages: ['fonts-noto-cjk'],
    label: 'a Chinese font',
  },
  screen: {
    isInstalled: () => ['Xvfb', 'openbox', 'xdotool'].every(onPath),
    packages: ['xvfb', 'openbox', 'xdotool'],
    label: 'Xvfb, openbox and xdotool',
  },
};

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

/**
 * Makes sure that the programs are installed. As root on Linux, installs missing programs with apt-get, unless
 * `FINGERTIP_INSTALL=no`. Throws a `CliError` that names what to install.
 */
export function requireInstalled(
  requirements: readonly Requirement[],
  log: (line: string) => void = console.log,
): void {
  const missing = () => requirements.map((name) => programs[name]).filter((program) => !program.isInstalled());
  const before = missing();
  if (before.length === 0) return;
  const packages = before.flatMap((program) => program.packages).join(' ');
  const labels = before.map((program) => program.label).join('; ');
  const hint = onPath('apt-get') ? `: sudo apt-get install ${packages}` : '';
  const permitted = process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');
  if (!permitted || process.env.FINGERTIP_INSTALL === 'no')
    throw new CliError(`Cannot continue without ${labels}: install it and try again${hint}`);

  log(`▸ Installing ${packages} (apt-get) …`);
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 480_000,
    });
  apt('update', '-qq');
  const result = apt(
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    ...before.flatMap((program) => program.packages),
  );
  const after = missing();
  if (result.status !== 0 || after.length > 0) {
    const lastLine = `${result.stderr}`.trim().split('\n').at(-1);
    throw new CliError(`Cannot install ${packages}: apt-get reports "${lastLine}"; install it yourself and try again`);
  }
}
