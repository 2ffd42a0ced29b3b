/** Tests the clauses that the burden forms relate to, and their texts in all languages. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { clausesOf } from '../../../src/core/acts/clauses.ts';
import { burdenForms } from '../../../src/core/events.ts';
import { languages } from '../../../src/core/settings.ts';
import { loadTexts } from '../../../src/ui/strings/languages.ts';

const rules = readFileSync('docs/rules.md', 'utf8');
const clauseTexts = await Promise.all(
  languages.map(async (language) => [language, (await loadTexts('dashboard', language)).clauses] as const),
);

it('every burden form has a clause (except office documents), texts in all languages and a line in docs/rules.md', () => {
  for (const form of burdenForms) {
    if (form !== 'office-oa') expect(clausesOf[form].length).toBeGreaterThan(0);
    const clauses = clausesOf[form].map(({ id, instrument }) => `${id} ${instrument}`);
    expect(new Set(clauses).size).toBe(clauses.length);
    for (const { strength } of clausesOf[form]) expect(['function', 'count', 'hint']).toContain(strength);
    for (const { id, instrument } of clausesOf[form])
      for (const [, texts] of clauseTexts) {
        expect(texts.clauses[id].length).toBeGreaterThan(5);
        expect(texts.instruments[instrument].length).toBeGreaterThan(3);
      }
    expect(rules).toContain(form);
  }
});

it('only check-ins, rankings and online time have the exception for security and emergencies', () => {
  const forms = burdenForms.filter((form) => clausesOf[form].some((c) => c.hasException));
  expect(forms).toEqual(
    ['check-in', 'ranking', 'online-duration'].sort(
      (a, b) => burdenForms.indexOf(a as never) - burdenForms.indexOf(b as never),
    ),
  );
});

it('the texts mention violations only once, in the statement that a feature is not a violation', () => {
  for (const [language, texts] of clauseTexts) {
    const json = JSON.stringify(texts);
    expect([language, json.match(/违规|違規|violation/g)?.length ?? 0]).toEqual([language, 1]);
    expect(texts.observed).toMatch(/不是违规|不是違規|not a violation/);
  }
});
