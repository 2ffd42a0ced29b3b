/** `npm run train`: writes src/data/word-models.json, built from the tables in src/data/words. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildModels } from './build-models.ts';

writeFileSync(join(import.meta.dirname, '../../src/data/word-models.json'), buildModels());
