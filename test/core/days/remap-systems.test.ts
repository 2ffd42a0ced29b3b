/** Tests that the system keys of another ledger are replaced. */
import { expect, it } from 'vitest';
import { remapSystems } from '../../../src/core/days/remap-systems.ts';
import type { SystemKey } from '../../../src/core/events.ts';
import { completePart, systemA, systemB } from '../../support/complete-backup.ts';

const swap = (key: SystemKey) => (key === systemA ? systemB : systemA) as SystemKey;
it('replaces every system key in a part of a day, so that two swaps of the same keys restore the part', () => {
  const part = completePart();
  const renamed = remapSystems(part, swap);
  const text = JSON.stringify(part).replaceAll(systemA, '#').replaceAll(systemB, systemA).replaceAll('#', systemB);
  expect(renamed).toEqual(JSON.parse(text));
  expect(remapSystems(renamed, swap)).toEqual(part);
  expect(remapSystems({ ...part, exported: null }, swap).exported).toBeNull();
  const { features: _, ...own } = part.own;
  expect('features' in remapSystems({ ...part, own }, swap).own).toBe(false);
});
