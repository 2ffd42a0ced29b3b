/** Tests how the kinds of portals are mapped to coarse kinds. */
import { expect, it } from 'vitest';
import { unitKindOf } from '../../../src/core/report/coarse-kinds.ts';
import { kinds } from '../../../src/data/index.ts';
import catalogueKinds from '../../../src/data/kinds.json' with { type: 'json' };

it('maps kinds of the catalogue to coarse kinds, and unknown kinds to `other`', () => {
  const coarseKinds = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, unitKindOf(kind)]));
  expect(coarseKinds).toMatchObject({
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

it('maps every kind of the catalogue to a coarse kind other than `other`', () => {
  for (const kind of Object.keys(catalogueKinds)) expect(unitKindOf(kind), kind).not.toBe('other');
  expect(unitKindOf('unknown')).toBe('other');
});
