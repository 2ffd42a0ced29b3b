/** Tests that `npm run train` would write the shipped table of words again, byte for byte. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildModels } from '../../scripts/train/build-models.ts';

it('builds src/data/word-models.json from the labelled tables', () => {
  expect(buildModels()).toBe(readFileSync('src/data/word-models.json', 'utf8'));
}, 600_000);
