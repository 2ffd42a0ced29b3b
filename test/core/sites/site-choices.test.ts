/** Tests the sites that the owner adds, and the groups that the owner switches off. docs/catalogue.md */
import { describe, expect, it } from 'vitest';
import type { PortalEntry } from '../../../src/core/sites/catalogue.ts';
import {
  applyChoices,
  groupsOf,
  noChoices,
  siteMatches,
  siteOrigin,
  sitePattern,
} from '../../../src/core/sites/site-choices.ts';

describe('sitePattern', () => {
  const label = 'a'.repeat(63);
  it.each([
    ['oa.example.cn', 'oa.example.cn'],
    [' OA.Example.CN ', 'oa.example.cn'],
    ['https://oa.example.cn/login?x=1#y', 'oa.example.cn'],
    ['http://oa.example.cn:8080/a/b', 'oa.example.cn:8080'],
    ['oa.example.cn?x', 'oa.example.cn'],
    ['oa.example.cn#x', 'oa.example.cn'],
    ['*.example.cn', '*.example.cn'],
    ['*.example.cn:8080', '*.example.cn:8080'],
    ['*.a.gov.cn', '*.a.gov.cn'],
    ['gov.cn', 'gov.cn'],
    ['x1.c2n', 'x1.c2n'],
    ['1.2.3.4x', '1.2.3.4x'],
    ['a-b.c-d.cn', 'a-b.c-d.cn'],
    ['x.xn--fiqs8s', 'x.xn--fiqs8s'],
    [`${label}.cn`, `${label}.cn`],
    ['10.0.0.1', '10.0.0.1'],
    ['10.0.0.x', '10.0.0.x'],
    ['10.20.30.255:65535', '10.20.30.255:65535'],
    ['255.255.255.255', '255.255.255.255'],
    ['oa.example.cn:1', 'oa.example.cn:1'],
    ['oa.example.cn:12345', 'oa.example.cn:12345'],
  ])('parses %s as %s', (written, pattern) => expect(sitePattern(written)).toBe(pattern));

  it.each([
    '',
    'localhost',
    'oa',
    '.cn',
    'a..cn',
    '-a.cn',
    'a-.cn',
    `${label}a.cn`,
    'a_b.cn',
    'a b.cn',
    'ä.cn',
    'x.123',
    'oa.example.cn:0',
    'oa.example.cn:65536',
    'oa.example.cn:123456',
    'oa.example.cn:',
    'oa.example.cn:x',
    '256.0.0.1',
    '10.0.0.256',
    '10.0.0',
    '10.0.0.1.1',
    '1234.0.0.1',
    '10.0.0.1234',
    '10.0.0.1:0',
    '10.0.0.1:x',
    '10.0.0.1:123456',
    '*.10.0.0.1',
    '*',
    '*.',
    '*oa.example.cn',
    'a.*.cn',
    '**.example.cn',
    'ftp://oa.example.cn',
    'xhttps://oa.example.cn',
    'a.cn:80:80',
    '*.cn',
    '*.com',
    '*.cn:80',
    'a.0.0.1:8',
    '*.*.example.cn',
    'oa.example.cn\nx',
  ])('refuses %j', (written) =>
    expect(() => sitePattern(written)).toThrow(`Cannot add site "${written}": it must be a host, host:port or *.host`),
  );
  it.each(['*.gov.cn', '*.com.cn', '*.org.hk', '*.edu.tw', '*.ac.cn', '*.net.cn', '*.mil.cn', '*.gov.cn:80'])(
    'refuses %s, because this pattern covers a public suffix',
    (written) => expect(() => sitePattern(written)).toThrow(`Cannot add site "${written}": it covers a public suffix`),
  );
  it.each(['*.a.com.cn', '*.example.cn', '*.gov.example.cn', '*.govx.cn'])('accepts %s', (written) =>
    expect(sitePattern(written)).toBe(written),
  );
});

it.each([
  ['oa.example.cn', '*://oa.example.cn/*'],
  ['oa.example.cn:8080', '*://oa.example.cn/*'],
  ['*.example.cn:1', '*://*.example.cn/*'],
])('requests %s from the browser as %s', (pattern, origin) => expect(siteOrigin(pattern)).toBe(origin));

it.each([
  ['oa.example.cn', 'oa.example.cn', true],
  ['oa.example.cn', 'OA.example.cn', true],
  ['oa.example.cn', 'oa.example.cn:8080', true],
  ['oa.example.cn:8080', 'oa.example.cn:8080', true],
  ['oa.example.cn:8080', 'oa.example.cn', false],
  ['oa.example.cn:8080', 'oa.example.cn:80', false],
  ['oa.example.cn:8080', 'oa.example.cn:08080', false],
  ['oa.example.cn', 'x.oa.example.cn', false],
  ['oa.example.cn', 'example.cn', false],
  ['*.example.cn', 'example.cn', true],
  ['*.example.cn', 'oa.example.cn', true],
  ['*.example.cn', 'a.b.example.cn:99', true],
  ['*.example.cn', 'badexample.cn', false],
  ['*.example.cn', 'example.cn.evil.com', false],
  ['*.example.cn:99', 'a.example.cn:99', true],
  ['*.example.cn:99', 'a.example.cn', false],
])('pattern %s covers %s: %s', (pattern, host, expected) => expect(siteMatches(pattern, host)).toBe(expected));

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

describe('applyChoices', () => {
  const added = [{ pattern: '*.example.cn', kind: 'office-oa' }];
  const known = { entry: entry({}), kind: 'health', grant: 'declared' } as const;
  const unknown = { entry: null, kind: 'unknown', grant: 'none' } as const;
  it.each([
    ['changes nothing if the owner chose nothing', known, 'a.gov.cn', noChoices, { ...known, off: false }],
    ['switches a group off', known, 'a.gov.cn', { off: ['health'], added: [] }, { ...known, off: true }],
    ['ignores another group that is off', known, 'a.gov.cn', { off: ['study'], added: [] }, { ...known, off: false }],
    [
      'gives an added site the kind that the owner chose',
      unknown,
      'x.example.cn',
      { off: [], added },
      { ...unknown, kind: 'office-oa', off: false },
    ],
    [
      'does not change a site that was not added',
      unknown,
      'x.other.cn',
      { off: [], added },
      { ...unknown, off: false },
    ],
    [
      'does not switch off hosts outside the catalogue',
      unknown,
      'x.other.cn',
      { off: ['unknown'], added },
      { ...unknown, off: false },
    ],
    [
      'records an added site whose group is off',
      known,
      'x.example.cn',
      { off: ['health'], added },
      { ...known, kind: 'office-oa', off: false },
    ],
  ] as const)('%s', (_name, standing, host, choices, expected) => {
    expect(applyChoices(standing, host, choices)).toEqual(expected);
  });
  it('keeps the grant `never` of a host, whatever the owner chose', () => {
    const never = { entry: entry({ grant: 'never' }), kind: 'health', grant: 'never' } as const;
    expect(applyChoices(never, 'x.example.cn', { off: ['health'], added })).toEqual({ ...never, off: false });
  });
  it('has no groups off and no added sites at first', () => expect(noChoices).toEqual({ off: [], added: [] }));
});

it('sorts groups by size; a group requests permission only for its optional hosts', () => {
  const portals = [
    entry({ kind: 'small', grant: 'optional', match: ['s.cn', '*.s.cn'] }),
    entry({ kind: 'large' }),
    entry({ kind: 'large', grant: 'optional', match: ['l.cn'] }),
    entry({ kind: 'large', grant: 'never', match: ['n.cn'] }),
    entry({ kind: 'none', grant: 'never' }),
    entry({ kind: 'middle' }),
    entry({ kind: 'middle' }),
    entry({ kind: 'large' }),
  ];
  expect(groupsOf(portals)).toEqual([
    { id: 'large', entries: 3, origins: ['*://l.cn/*'], hasDeclared: true },
    { id: 'middle', entries: 2, origins: [], hasDeclared: true },
    { id: 'small', entries: 1, origins: ['*://s.cn/*', '*://*.s.cn/*'], hasDeclared: false },
  ]);
});
