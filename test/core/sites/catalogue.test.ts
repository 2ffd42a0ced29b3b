/** Looking up hosts in the shipped catalogue. */
import { describe, expect, it } from 'vitest';
import { indexCatalogue } from '../../../src/core/sites/catalogue.ts';
import { labelRules, portals } from '../../../src/data/index.ts';

describe('the catalogue', () => {
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
  ])('%s is %s, %s', (host, id, grant) => {
    const standing = standingOf(host);
    expect([standing.entry?.id, standing.grant]).toEqual([id, grant]);
  });

  it.each(['wsxf.gansu.gov.cn', '12345.gansu.gov.cn', 'a.12388.gov.cn', 'etax.gansu.gov.cn:8443'])(
    '%s is never recorded',
    (host) => {
      expect(standingOf(host).grant).toBe('never');
    },
  );

  it('oa.gansu.gov.cn is office automation by its label', () => {
    expect(standingOf('oa.gansu.gov.cn').kind).toBe('office-oa');
  });
});
