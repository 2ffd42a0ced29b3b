/**
 * Measures the cost of declaring more hosts in the manifest: the warning at installation, the time from installation to
 * a running worker, and the load time of a page with many frames on a host that is not declared. Compares a browser
 * without the extension, with the shipped manifest, and with a manifest that has more hosts.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChrome } from '../support/chrome.ts';
import { until } from '../support/driver.ts';
import { listen } from '../support/loopback-server.ts';

const frames = 200;
const rounds = 7;
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Copies the built extension to `folder` and adds `hosts` to its manifest. Returns `folder`. */
function withHosts(folder: string, built: string, hosts: readonly string[]): string {
  cpSync(built, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const more = hosts.map((host) => `*://${host}/*`);
  manifest.content_scripts[0].matches.push(...more);
  manifest.host_permissions.push(...more);
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}

/** The costs of one manifest, or of a browser without the extension. */
export interface HostCost {
  readonly subject: string;
  readonly manifestBytes: number;
  /** The texts that Chromium shows at installation. */
  readonly warning: readonly string[];
  readonly installMs: number;
  /** The load time of a page with 200 frames on a host that is not declared. */
  readonly pageMs: number;
}

/** Returns medians of seven rounds. Each round measures every subject once. */
export async function measureHosts(built: string, hosts: readonly string[]): Promise<HostCost[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fingertip-hosts-'));
  const probe = writeProbe(join(folder, 'asker'));
  const site = await listen((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const isFrame = request.url?.startsWith('/frame') ?? false;
    response.end(`<!doctype html><title>.</title>${isFrame ? '.' : '<iframe src="/frame"></iframe>'.repeat(frames)}`);
  });
  const subjects = [
    { subject: 'no extension', extension: null },
    { subject: 'as shipped', extension: withHosts(join(folder, 'shipped'), built, []) },
    { subject: `with ${hosts.length} more`, extension: withHosts(join(folder, 'more'), built, hosts) },
  ].map((s) => ({ ...s, install: [] as number[], page: [] as number[], warning: [] as readonly string[] }));
  try {
    for (let round = 0; round < rounds; round++)
      for (const subject of subjects) {
        let from = 0;
        const before = async () => {
          from = performance.now();
        };
        const driver = await openChrome({ port: site.port, extension: subject.extension, before });
        try {
          if (subject.extension !== null) {
            await until('the worker', () => driver.isWorkerRunning());
            subject.install.push(performance.now() - from);
          }
          const page = await driver.browser.newPage();
          for (const isWarm of [false, true]) {
            const began = performance.now();
            await page.goto('http://plain.example.org/', { waitUntil: 'load' });
            if (isWarm) subject.page.push(performance.now() - began);
          }
          if (round === 0 && subject.extension !== null)
            subject.warning = await warningOf(driver, probe, subject.extension);
        } finally {
          await driver.close();
        }
      }
    return subjects.map(({ subject, extension, install, page, warning }) => ({
      subject,
      manifestBytes: extension === null ? 0 : statSync(join(extension, 'manifest.json')).size,
      warning,
      installMs: install.length === 0 ? 0 : Math.round(median(install)),
      pageMs: Math.round(median(page)),
    }));
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a test extension that can ask the browser which warnings a manifest causes. Returns its folder. */
function writeProbe(folder: string): string {
  cpSync(join(import.meta.dirname, 'bare'), folder, { recursive: true });
  const manifest = { manifest_version: 3, name: 'asker', version: '1', permissions: ['management'] };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'ask.html'), '<!doctype html>');
  return folder;
}

async function warningOf(
  driver: Awaited<ReturnType<typeof openChrome>>,
  probe: string,
  extension: string,
): Promise<readonly string[]> {
  const id = await driver.browser.installExtension(probe);
  const page = await driver.browser.newPage();
  await page.goto(`chrome-extension://${id}/ask.html`);
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  // The localized texts cannot be resolved outside the extension.
  const plain = { ...manifest, name: 'x', short_name: 'x', description: 'x', default_locale: undefined };
  return page.evaluate((text) => chrome.management.getPermissionWarningsByManifest(text), JSON.stringify(plain));
}
