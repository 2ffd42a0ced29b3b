/**
 * Checks the manifests and files of both builds: network, permissions, hosts, access by pages, sizes. P1 to P10 are the
 * rules in docs/privacy-model.md.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { portals } from '../../src/data/index.ts';

const builds = ['chrome', 'firefox'] as const;
const manifestOf = (build: string) => JSON.parse(readFileSync(join('dist', build, 'manifest.json'), 'utf8'));
const filesOf = (build: string) =>
  readdirSync(join('dist', build), { recursive: true, encoding: 'utf8' }).filter((f) => /\.(js|html|css)$/.test(f));

describe.each(builds)('the %s build', (build) => {
  const manifest = manifestOf(build);

  it('P3: requests exactly these permissions', () => {
    expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'alarms', 'idle', 'scripting', 'activeTab']);
    expect(manifest.incognito).toBe('not_allowed');
  });

  it('P3: runs on declared hosts only, never on a whole public suffix', () => {
    const declared = portals.filter((p) => p.grant === 'declared').flatMap((p) => p.match);
    const allowed = new Set(declared.map((host) => `*://${host}/*`));
    expect(manifest.host_permissions.filter((m: string) => !allowed.has(m))).toEqual([]);
    expect(manifest.content_scripts).toHaveLength(1);
    expect(manifest.content_scripts[0].matches).toEqual(manifest.host_permissions);
    expect(manifest.host_permissions).not.toContain('*://*.gov.cn/*');
    expect(manifest.host_permissions).not.toContain('<all_urls>');
  });

  it('P10: excludes hosts that are never recorded from the content script', () => {
    const never = portals.filter((p) => p.grant === 'never').flatMap((p) => p.match);
    expect(manifest.content_scripts[0].exclude_matches).toEqual(never.map((host) => `*://${host}/*`).sort());
    expect(manifest.content_scripts[0].exclude_globs).toContain('*://*.12345.*');
  });

  it('P4: gives pages no file to load, no style to detect and no connection', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_scripts[0].css).toBeUndefined();
  });

  it('P1: lets its pages load only their own files and open no connection', () => {
    const csp = manifest.content_security_policy.extension_pages;
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("connect-src 'none'");
    expect(csp).toContain("script-src 'self';");
    expect(manifest.update_url).toBeUndefined();
  });

  it.each(filesOf(build))('P1: %s uses no network API', (file) => {
    const code = readFileSync(join('dist', build, file), 'utf8');
    expect(code).not.toMatch(
      /\bXMLHttpRequest\b(?!["'|$)])|\bWebSocket\b|\bEventSource\b|sendBeacon|\bimportScripts\b|storage\.sync/,
    );
    expect(code).not.toMatch(/[^.\w]fetch\(/);
    expect(code).not.toMatch(/(?:src|href)=["']https?:/);
  });

  it('has a content script of one file, without imports and of at most 8 kB gzip', () => {
    const [script, ...more] = manifest.content_scripts[0].js;
    expect(more).toEqual([]);
    const code = readFileSync(join('dist', build, script));
    // Matches an import statement or an import call. The same word in quotes is the name of a table move
    // (src/core/events.ts).
    expect(code.toString()).not.toMatch(/(?<!["'`])\bimport\s*[({"'`]/);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(8 * 1024);
  });

  it('loads at most 10 kB gzip in a page with fields, 5 kB more when a person uses it, and 2.5 kB for acts', () => {
    const page = join('dist', build, 'src/page');
    const scripts = readdirSync(page).filter((file) => file.endsWith('.js'));
    expect(scripts.sort()).toEqual(['acts.iife.js', 'commits.iife.js', 'forms.iife.js', 'main.iife.js']);
    const size = (file: string) => gzipSync(readFileSync(join(page, file)), { level: 9 }).length;
    expect(size('main.iife.js') + size('forms.iife.js')).toBeLessThanOrEqual(10 * 1024);
    expect(size('commits.iife.js')).toBeLessThanOrEqual(5 * 1024);
    expect(size('acts.iife.js')).toBeLessThanOrEqual(2.5 * 1024);
  });

  it('contains each file that the manifest names', () => {
    const named = [
      manifest.action.default_popup,
      manifest.background.service_worker ?? manifest.background.scripts[0],
      ...Object.values(manifest.icons),
      ...manifest.content_scripts[0].js,
    ] as string[];
    expect(named.filter((file) => !existsSync(join('dist', build, file)))).toEqual([]);
  });
});
