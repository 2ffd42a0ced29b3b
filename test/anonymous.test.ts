/**
 * "Anonymous" is said nowhere but where it is earned: no file of ours is in every hand, and in an office the coarse
 * levels don't protect (docs/privacy-model.md). Whoever adds the word adds its sentence here, with the reason.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Sentences that may say it. */
const earned: readonly RegExp[] = [
  // Names of what others do, or a denial.
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
  const said = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        /anonym|匿名/i.test(line) && !earned.some((e) => e.test(line)) ? [`${file}:${i + 1}: ${line.trim()}`] : [],
      ),
  );
  expect(said).toEqual([]);
});
