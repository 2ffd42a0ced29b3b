/**
 * Builds the zips and the xpi. The same commit always gives the same bytes. `npm run package` writes these archives to
 * files, and `npm run verify` compares given files with them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../prepare.mjs';
import { CliError } from '../requirements.ts';
import { type Files, filesOf, zip } from './archive.ts';

export const archiveKinds = ['chrome', 'store', 'firefox'] as const;
export type ArchiveKind = (typeof archiveKinds)[number];

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
export const productName = `fingertip-ledger-${version}`;

/**
 * `chrome` is the build that people and offices install from a file; its manifest holds the fixed key. `store` is the
 * same build without the key. The stores sign this build with their own keys. The crx contains it too. `firefox` is the
 * xpi.
 */
export const archiveNames: Record<ArchiveKind, string> = {
  chrome: `${productName}-chrome.zip`,
  store: `${productName}-chrome-store.zip`,
  firefox: `${productName}-firefox.xpi`,
};

/**
 * Builds the extension into a temporary folder, because a browser may have loaded the extension from dist/. Throws
 * `CliError` when the build fails.
 */
export function build(mode: 'chrome' | 'firefox'): Files {
  const folder = mkdtempSync(join(tmpdir(), 'fingertip-build-'));
  try {
    const args = ['build', '--mode', mode, '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
    const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    if (built.status !== 0)
      throw new CliError(`Cannot package: the build for ${mode} failed\n${built.stdout}${built.stderr}`.trim());
    return filesOf(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Returns the same files, but with a manifest that has no `key`. */
export function withoutKey(files: Files): Files {
  const { key: _, ...manifest } = JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString()) as {
    key?: string;
  };
  return new Map([...files, ['manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]]);
}

/** Builds one archive. */
export function assemble(kind: ArchiveKind): Uint8Array {
  if (kind === 'firefox') return zip(build('firefox'));
  const files = build('chrome');
  return zip(kind === 'store' ? withoutKey(files) : files);
}
