/**
 * Tests that every host and label that is never recorded is excluded in the manifest and refused by the code.
 * docs/privacy-model.md, P10
 */
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
const isExcluded = (host: string) =>
  excludeMatches.some((m) => asRegExp(m.replace('*.', '*')).test(`http://${host}/`)) ||
  excludeGlobs.some((g) => asRegExp(g).test(`http://${host}/`));

const hosts = portals
  .filter((p) => p.grant === 'never')
  .flatMap((p) => p.match)
  .flatMap((m) => (m.startsWith('*.') ? [m.slice(2), `www.${m.slice(2)}`] : [m]));

describe('the hosts of `never` entries', () => {
  it.each(hosts)('%s is excluded, and is refused even if the owner adds this host', (host) => {
    expect(standingOf(host).grant).toBe('never');
    expect(standingOf(`${host}:8080`).grant).toBe('never');
    expect(isExcluded(host)).toBe(true);
    const added = { off: [], added: [{ pattern: host, kind: 'office-oa' }] };
    expect(applyChoices(standingOf(host), host, added).grant).toBe('never');
  });
});

describe('the `never` labels', () => {
  it.each(labelRules.never.labels)('excludes and refuses the hosts that contain %s as a whole label', (label) => {
    for (const host of [`${label}.tianshui.gov.cn`, `${label}.a.gansu.gov.cn`, `b.${label}.gansu.gov.cn`]) {
      expect(standingOf(host).grant).toBe('never');
      expect(isExcluded(host)).toBe(true);
    }
    // Only whole labels match, so 12345678.gansu.gov.cn is not refused.
    expect(standingOf(`${label}zz.gansu.gov.cn`).grant).toBe('declared');
  });
});

it('excludes every `never` label from sites that the owner added by a wildcard', () => {
  const excluded = excludedBelow(['*://*.example.cn/*', '*://oa.example.org/*'], labelRules);
  expect(excluded).toContain('*://*.12345.example.cn/*');
  expect(excluded).toHaveLength(labelRules.never.labels.length);
});

it('does not exclude other declared hosts', () => {
  const plain = matches.map((m) => m.slice(4, -2)).filter((m) => !m.startsWith('*.'));
  for (const host of plain.filter((h) => standingOf(h).grant === 'declared'))
    expect([host, isExcluded(host)]).toEqual([host, false]);
});
