/** What must be on the machine beside Node: found, installed where that is permitted, or named in one line. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type BrowserName, findBrowser, overrides } from '../test/support/find-browser.ts';

/** An expected failure: its message is the one line to print. */
export class CliError extends Error {
  override name = 'CliError';
}

export type Need = BrowserName | 'fonts' | 'screen';

interface Wanted {
  readonly found: () => boolean;
  /** Debian's packages. */
  readonly packages: readonly string[];
  readonly called: string;
}

const onPath = (file: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, file)));
const browser = (name: BrowserName, called: string, packages: readonly string[]): Wanted => ({
  found: () => findBrowser(name) !== null,
  packages,
  called: `${called} (or name one in ${overrides[name]})`,
});

const wanted: Record<Need, Wanted> = {
  chromium: browser('chromium', 'Chromium, Chrome or Edge', ['chromium']),
  firefox: browser('firefox', 'Firefox', ['firefox-esr']),
  // Only Linux images come without Chinese fonts.
  fonts: {
    found: () => process.platform !== 'linux' || hasChineseFont(),
    packages: ['fonts-noto-cjk'],
    called: 'a Chinese font',
  },
  screen: {
    found: () => ['Xvfb', 'openbox', 'xdotool'].every(onPath),
    packages: ['xvfb', 'openbox', 'xdotool'],
    called: 'Xvfb, openbox and xdotool',
  },
};

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

/**
 * Makes sure that all of these are there. Installs by apt-get when run as root where apt-get exists, unless
 * `FINGERTIP_INSTALL=no`. Throws `CliError` naming what to install.
 */
export function need(needs: readonly Need[], say: (line: string) => void = console.log): void {
  const missing = () => needs.map((name) => wanted[name]).filter((want) => !want.found());
  const before = missing();
  if (before.length === 0) return;
  const packages = before.flatMap((want) => want.packages).join(' ');
  const called = before.map((want) => want.called).join('; ');
  const hint = onPath('apt-get') ? `: sudo apt-get install ${packages}` : '';
  const permitted = process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');
  if (!permitted || process.env.FINGERTIP_INSTALL === 'no')
    throw new CliError(`Cannot continue without ${called}: install it and try again${hint}`);

  say(`▸ Installing ${packages} (apt-get) …`);
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 480_000,
    });
  apt('update', '-qq');
  const result = apt('install', '-y', '-qq', '--no-install-recommends', ...before.flatMap((want) => want.packages));
  const after = missing();
  if (result.status !== 0 || after.length > 0) {
    const said = `${result.stderr}`.trim().split('\n').at(-1);
    throw new CliError(`Cannot install ${packages}: apt-get says "${said}"; install it by hand and try again`);
  }
}
