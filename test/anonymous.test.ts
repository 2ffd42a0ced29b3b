/**
 * Checks that no text calls a report anonymous. Few people use the extension, and the coarse levels of a report do not
 * hide a person inside an office (docs/privacy-model.md). To use the word in another sense, add a pattern for the
 * sentence to the list `allowed`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Sentences that may contain the word. */
const allowed: readonly RegExp[] = [
  // The sentence says that a report is not anonymous.
  /\bnever\b[^.]*\banonymous\b/,
  /\bnot anonymous\b/,
  /不(是|等于|能算)匿名/,
];
const inFolder = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);
const texts = /\.(tsx?|html|css|md|json|txt)$/;
const files = [...['src', 'docs', 'public', 'scripts'].flatMap(inFolder), ...readdirSync('.')].filter(
  (file) => texts.test(file) && file !== 'package-lock.json',
);

it('no screen, text or document calls a report anonymous', () => {
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        /anonym|匿名/i.test(line) && !allowed.some((e) => e.test(line)) ? [`${file}:${i + 1}: ${line.trim()}`] : [],
      ),
  );
  expect(found).toEqual([]);
});
