/** Promise P10: every host and label that is never recorded is excluded from the manifest and refused. */
import { describe, expect, it } from 'vitest';
import { excludedBelow, hostPatterns, indexCatalogue } from '../../../src/core/sites/catalogue.ts';
import { applyChoices } from '../../../src/core/sites/site-choices.ts';
import { labelRules, portals } from '../../../src/data/index.ts';

const standingOf = indexCatalogue(portals, labelRules);
const { excludeMatches, excludeGlobs, matches } = hostPatterns(portals, labelRules);
const asRegExp = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.?+^$()[\]{}|\\/]/g, '\\$&')
      .replace(/^\*:/, 'https?:')
      .replace(/\*/g, '.*')}$`,
  );
const isCutOut = (host: string) =>
  excludeMatches.some((m) => asRegExp(m.replace('*.', '*')).test(`http://${host}/`)) ||
  excludeGlobs.some((g) => asRegExp(g).test(`http://${host}/`));

const hosts = portals
  .filter((p) => p.grant === 'never')
  .flatMap((p) => p.match)
  .flatMap((m) => (m.startsWith('*.') ? [m.slice(2), `www.${m.slice(2)}`] : [m]));

describe('every host of a `never` entry is excluded and refused', () => {
  it.each(hosts)('%s', (host) => {
    expect(standingOf(host).grant).toBe('never');
    expect(standingOf(`${host}:8080`).grant).toBe('never');
    expect(isCutOut(host)).toBe(true);
    const added = { off: [], added: [{ pattern: host, kind: 'office-oa' }] };
    expect(applyChoices(standingOf(host), host, added).grant).toBe('never');
  });
});

describe('every `never` label excludes and refuses its hosts at any depth', () => {
  it.each(labelRules.never.labels)('%s', (label) => {
    for (const host of [`${label}.tianshui.gov.cn`, `${label}.a.gansu.gov.cn`, `b.${label}.gansu.gov.cn`]) {
      expect(standingOf(host).grant).toBe('never');
      expect(isCutOut(host)).toBe(true);
    }
    // Only whole labels match: 12345678.gansu.gov.cn is another host.
    expect(standingOf(`${label}zz.gansu.gov.cn`).grant).toBe('declared');
  });
});

it('excludes them from sites added by a wildcard', () => {
  const cut = excludedBelow(['*://*.example.cn/*', '*://oa.example.org/*'], labelRules);
  expect(cut).toContain('*://*.12345.example.cn/*');
  expect(cut).toHaveLength(labelRules.never.labels.length);
});

it('does not exclude other declared hosts', () => {
  const plain = matches.map((m) => m.slice(4, -2)).filter((m) => !m.startsWith('*.'));
  for (const host of plain.filter((h) => standingOf(h).grant === 'declared'))
    expect([host, isCutOut(host)]).toEqual([host, false]);
});
