import { describe, expect, it } from 'vitest';
import { findCatalogueFaults } from '../../scripts/find-catalogue-faults.ts';
import type { PortalEntry } from '../../src/core/sites/catalogue.ts';
import { kinds, labelRules, portals } from '../../src/data/index.ts';

const good: PortalEntry = {
  id: 'example',
  match: ['oa.example.cn'],
  name: { 'zh-CN': '例', 'zh-TW': '例', en: 'Example' },
  level: 'county',
  region: null,
  kind: 'office-oa',
  grant: 'declared',
};
const check = (...entries: object[]) =>
  findCatalogueFaults(
    entries.map((e) => ({ ...good, ...e })),
    kinds,
    labelRules,
  );

it('finds no fault in the shipped catalogue', () =>
  expect(findCatalogueFaults(portals, kinds, labelRules)).toEqual([]));

describe('the faults of a catalogue', () => {
  it.each([
    [[{}], []],
    [[{ id: 'No' }], ['a–z']],
    [[{}, { match: ['x.example.cn'] }], ['used twice']],
    [[{}, { id: 'other' }], ['also claimed by "example"']],
    [[{ match: ['*.gov.cn'] }], ['no public suffix']],
    [[{ match: ['HTTP://oa.example.cn/a'] }], ['lower case']],
    [[{ match: [] }], ['missing host']],
    [[{ kind: 'nonsense' }], ['kind "nonsense"']],
    [[{ grant: 'always' }], ['grant "always"']],
    [[{ name: { 'zh-CN': '例', 'zh-TW': '', en: 'E' } }], ['zh-TW']],
    [[{ match: ['12345.example.cn'] }], ['never recorded']],
    [[{}, { id: 'new', match: ['y.example.cn'], replaces: 'example' }], ['still in the catalogue']],
  ])('entries that differ from a correct entry in %j have the faults %j', (entries, expected) => {
    const faults = check(...entries);
    expect(faults).toHaveLength(expected.length);
    for (const [i, part] of expected.entries()) expect(faults[i]).toContain(part);
  });
});
