/**
 * `npm run catalogue:check`: prints one line for each fault of the catalogue. The exit code is 1 when there is a fault.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCatalogueFaults } from './find-catalogue-faults.ts';

const data = join(import.meta.dirname, '../src/data');
const read = (file: string) => JSON.parse(readFileSync(join(data, file), 'utf8'));
const faults = findCatalogueFaults(read('portals.json'), read('kinds.json'), read('host-label-rules.json'));
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`The catalogue has ${read('portals.json').length} entries and no faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
