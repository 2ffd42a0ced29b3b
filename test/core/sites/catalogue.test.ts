/** Tests how hosts are looked up in the catalogue, and which match patterns are made from the catalogue. */
import { describe, expect, it } from 'vitest';
import { excludedBelow, hostPatterns, indexCatalogue, type PortalEntry } from '../../../src/core/sites/catalogue.ts';
import { labelRules, portals } from '../../../src/data/index.ts';

describe('the shipped catalogue', () => {
  const standingOf = indexCatalogue(portals, labelRules);
  it.each([
    ['lwzb.stats.gov.cn', 'stats-lwzb', 'declared'],
    ['www.stats.gov.cn', 'stats', 'declared'],
    ['stats.gov.cn', 'stats', 'declared'],
    ['zwfw.gansu.gov.cn:8443', 'zwfw-gansu', 'declared'],
    ['MZT.gansu.gov.cn', 'dept-62-mz', 'declared'],
    ['docs.qq.com', 'tencent-docs', 'optional'],
    ['10.20.30.40:8080', undefined, 'none'],
    ['notstats.gov.cn', undefined, 'none'],
    ['gov.cn', undefined, 'none'],
  ])('finds for host %s the entry %s with grant %s', (host, id, grant) => {
    const standing = standingOf(host);
    expect([standing.entry?.id, standing.grant]).toEqual([id, grant]);
  });

  it.each(['wsxf.gansu.gov.cn', '12345.gansu.gov.cn', 'a.12388.gov.cn', 'etax.gansu.gov.cn:8443'])(
    'never records %s',
    (host) => {
      expect(standingOf(host).grant).toBe('never');
    },
  );

  it('derives the kind of oa.gansu.gov.cn from the label `oa`', () => {
    expect(standingOf('oa.gansu.gov.cn').kind).toBe('office-oa');
  });
});

const entry = (change: Partial<PortalEntry>): PortalEntry => ({
  id: 'a',
  match: ['a.gov.cn'],
  name: { 'zh-CN': 'a', 'zh-TW': 'a', en: 'a' },
  level: 'province',
  region: null,
  kind: 'health',
  grant: 'declared',
  ...change,
});

describe('indexCatalogue and hostPatterns', () => {
  const portals = [
    entry({ id: 'group', match: ['*.gov.cn'], kind: 'gov-website' }),
    entry({ id: 'exact', match: ['www.b.gov.cn'], kind: 'health', grant: 'optional' }),
    entry({ id: 'longer', match: ['*.b.gov.cn'], kind: 'study' }),
    entry({ id: 'never', match: ['z.gov.cn'], grant: 'never' }),
  ];
  const labels = {
    ambiguous: ['oa2'],
    rules: [{ labels: ['oa', 'oa2'], kind: 'office-oa' }],
    never: { labels: ['tax'] },
  };
  const lookUp = (host: string) => {
    const { entry: found, kind, grant } = indexCatalogue(portals, labels)(host);
    return [found?.id ?? null, kind, grant];
  };
  it.each([
    ['gov.cn', ['group', 'gov-website', 'declared']],
    ['x.gov.cn', ['group', 'gov-website', 'declared']],
    ['oa.gov.cn', ['group', 'office-oa', 'declared']],
    ['oa2.gov.cn', ['group', 'gov-website', 'declared']],
    ['x.oa.gov.cn', ['group', 'gov-website', 'declared']],
    ['oa.b.gov.cn', ['longer', 'study', 'declared']],
    ['b.gov.cn', ['longer', 'study', 'declared']],
    ['WWW.b.gov.cn:8080', ['exact', 'health', 'optional']],
    ['tax.gov.cn', ['group', 'gov-website', 'never']],
    ['a.tax.gov.cn', ['group', 'gov-website', 'never']],
    ['taxes.gov.cn', ['group', 'gov-website', 'declared']],
    ['a.b.tax', [null, 'unknown', 'never']],
    ['tax', [null, 'unknown', 'never']],
    ['oa.example.cn', [null, 'unknown', 'none']],
    ['notgov.cn', [null, 'unknown', 'none']],
    ['[::1]:80', [null, 'unknown', 'none']],
  ])('looks up %s as %j', (host, expected) => expect(lookUp(host)).toEqual(expected));

  it('returns sorted patterns that include declared hosts and exclude hosts that are never recorded', () => {
    expect(hostPatterns([...portals, entry({ match: ['a.cn', '*.a.cn'] })], labels)).toEqual({
      matches: ['*://*.a.cn/*', '*://*.b.gov.cn/*', '*://*.gov.cn/*', '*://a.cn/*'],
      excludeMatches: ['*://z.gov.cn/*'],
      excludeGlobs: ['*://*.tax.*', '*://tax.*'],
    });
  });
  it('excludes every `never` label below a wildcard that the owner added', () => {
    expect(
      excludedBelow(
        ['*://*.example.cn/*', '*://oa.example.cn/*', 'https://*.b.cn/*', 'x *://*.c.cn/*', '*://*.d.cn/*x'],
        labels,
      ),
    ).toEqual(['*://*.tax.example.cn/*', '*://*.tax.b.cn/*']);
  });
});
