/** Finds the browsers of this machine. scripts/requirements.ts installs missing ones. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

const names: Record<BrowserName, readonly string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'chrome.exe',
    'msedge.exe',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox.exe'],
};

const mac: Record<BrowserName, readonly string[]> = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
};

const windows: Record<BrowserName, readonly string[]> = {
  chromium: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

/** Environment variables that hold the path of a browser. If that path does not exist, no other browser is tried. */
export const overrides: Record<BrowserName, string> = { chromium: 'FINGERTIP_CHROMIUM', firefox: 'FINGERTIP_FIREFOX' };

/** Returns the path of an installed browser of this family, or null. */
export function findBrowser(name: BrowserName, env: NodeJS.ProcessEnv = process.env): string | null {
  const override = env[overrides[name]];
  if (override) return existsSync(override) ? override : null;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((r) => r !== undefined);
  const candidates = [
    ...names[name].flatMap((file) => folders.map((folder) => join(folder, file))),
    ...mac[name],
    ...roots.flatMap((root) => windows[name].map((rest) => join(root, rest))),
  ];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** Returns the path of an installed browser of this family. Throws `Cannot find BROWSER: …` if there is none. */
export function requireBrowser(name: BrowserName): string {
  const path = findBrowser(name);
  if (path === null)
    throw new Error(
      `Cannot find ${name === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox'}: install it or give its path in ${overrides[name]}`,
    );
  return path;
}
