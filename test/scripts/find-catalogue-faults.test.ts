import { describe, expect, it } from 'vitest';
import { checkCatalogue } from '../../scripts/find-catalogue-faults.ts';
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
  checkCatalogue(
    entries.map((e) => ({ ...good, ...e })),
    kinds,
    labelRules,
  );

it('the catalogue that is shipped is in order', () => expect(checkCatalogue(portals, kinds, labelRules)).toEqual([]));

describe('says what is wrong with an entry', () => {
  it.each([
    [[{}], []],
    [[{ id: 'No' }], ['a–z']],
    [[{}, { match: ['x.example.cn'] }], ['used twice']],
    [[{}, { id: 'other' }], ['claimed by "example"']],
    [[{ match: ['*.gov.cn'] }], ['no public suffix']],
    [[{ match: ['HTTP://oa.example.cn/a'] }], ['lower case']],
    [[{ match: [] }], ['no host']],
    [[{ kind: 'nonsense' }], ['kind "nonsense"']],
    [[{ grant: 'always' }], ['grant "always"']],
    [[{ name: { 'zh-CN': '例', 'zh-TW': '', en: 'E' } }], ['zh-TW']],
    [[{ match: ['12345.example.cn'] }], ['under never']],
    [[{}, { id: 'new', match: ['y.example.cn'], replaces: 'example' }], ['still there']],
  ])('%j', (entries, said) => {
    const faults = check(...entries);
    expect(faults).toHaveLength(said.length);
    for (const [i, what] of said.entries()) expect(faults[i]).toContain(what);
  });
});
