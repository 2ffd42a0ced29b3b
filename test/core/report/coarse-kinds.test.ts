/** The coarse kinds of portals. */
import { expect, it } from 'vitest';
import { unitKindOf } from '../../../src/core/report/coarse-kinds.ts';
import { kinds } from '../../../src/data/index.ts';
import catalogueKinds from '../../../src/data/kinds.json' with { type: 'json' };

it('every kind of the catalogue is folded to one that is common', () => {
  const folded = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, unitKindOf(kind)]));
  expect(folded).toMatchObject({
    'party-study': 'study',
    health: 'welfare',
    statistics: 'economy',
    transport: 'land-rural',
    emergency: 'law-emergency',
    'npc-cppcc': 'party-mass',
    'office-oa': 'office',
  });
  expect([unitKindOf('rumour'), unitKindOf('')]).toEqual(['other', 'other']);
});

it('every kind of the catalogue has a fold of its own choosing', () => {
  for (const kind of Object.keys(catalogueKinds)) expect(unitKindOf(kind), kind).not.toBe('other');
  expect(unitKindOf('unknown')).toBe('other');
});
