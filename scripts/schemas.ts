/** `npm run schemas`: writes the current values of the lists in src/core into the JSON schemas in docs/schemas. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillSchema, schemaFiles } from './fill-schemas.ts';

for (const file of schemaFiles) {
  const path = join(import.meta.dirname, '../docs/schemas', file);
  writeFileSync(path, fillSchema(file, readFileSync(path, 'utf8')));
}
