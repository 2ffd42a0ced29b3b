/** Tests that the JSON schemas in docs/schemas list the same values as src/core. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fillSchema, schemaFiles } from '../../scripts/fill-schemas.ts';

it.each(schemaFiles)('docs/schemas/%s is up to date (`npm run schemas` updates it)', (file) => {
  const text = readFileSync(`docs/schemas/${file}`, 'utf8');
  expect(text).toBe(fillSchema(file, text));
});

it('adds a new burden form to every list of burden forms in a schema', () => {
  const text = readFileSync('docs/schemas/month-report.schema.json', 'utf8');
  const withoutForms = text.replace(/\s*"trace-keeping",/g, '');
  expect(withoutForms).not.toBe(text);
  expect(fillSchema('month-report.schema.json', withoutForms)).toBe(text);
});
