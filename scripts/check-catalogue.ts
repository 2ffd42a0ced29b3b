/** `npm run catalogue:check`: what is wrong with the catalogue, one line each; exits 1 when anything is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalogue } from './find-catalogue-faults.ts';

const data = join(import.meta.dirname, '../src/data');
const read = (file: string) => JSON.parse(readFileSync(join(data, file), 'utf8'));
const faults = checkCatalogue(read('portals.json'), read('kinds.json'), read('host-label-rules.json'));
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`The catalogue is in order: ${read('portals.json').length} entries`);
process.exitCode = faults.length === 0 ? 0 : 1;
