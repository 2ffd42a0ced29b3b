import { describe, expect, it, test } from 'vitest';
import { pickLanguage } from '../../../src/core/pick-language.ts';
import { languages } from '../../../src/core/settings.ts';
import { languageEntries, loadTexts } from '../../../src/ui/strings/languages.ts';
import type { PageName } from '../../../src/ui/strings/texts.ts';

test.each([
  ['browser', ['zh-HK', 'en'], 'zh-TW'],
  ['browser', ['zh-Hant-CN'], 'zh-TW'],
  ['browser', ['zh'], 'zh-CN'],
  ['browser', ['fr', 'en-GB'], 'en'],
  ['browser', ['fr'], 'zh-CN'],
  ['en', ['zh-CN'], 'en'],
] as const)('for the setting %s and the browser languages %j, picks %s', (chosen, browser, shown) => {
  expect(pickLanguage(chosen, browser)).toBe(shown);
});

/** Returns the path of every text with its type, to compare two languages. */
function shapeOf(texts: unknown, path = ''): string[] {
  if (typeof texts !== 'object' || texts === null) return [`${path}: ${typeof texts}`];
  return Object.entries(texts).flatMap(([key, value]) => shapeOf(value, `${path}/${key}`));
}

describe.each(languages)('%s', (language) => {
  it.each(['popup', 'consent', 'privacy', 'dashboard', 'export'] as const satisfies readonly PageName[])(
    'has every text of the page or tab %s with the type of the Chinese text, and no text is empty',
    async (page) => {
      const texts = await loadTexts(page, language);
      expect(shapeOf(texts)).toEqual(shapeOf(await loadTexts(page, 'zh-CN')));
      const empty = JSON.stringify(texts).match(/"\w+":""/g) ?? [];
      expect(empty).toEqual([]);
    },
  );

  it('has a name that no other language has, and units for durations', () => {
    const { name, duration } = languageEntries[language];
    expect(languages.filter((other) => languageEntries[other].name === name)).toEqual([language]);
    expect(duration.hour && duration.minute).toBeTruthy();
  });
});

test.each(['zh-CN', 'zh-TW'] as const)(
  '%s has no space between a date or a name and the characters around it',
  async (language) => {
    const texts = await loadTexts('dashboard', language);
    const { monthExport } = await loadTexts('export', language);
    for (const text of [
      texts.time.erased('周五'),
      texts.settings.removed('周四', '周五'),
      texts.repeats.week('26日'),
      texts.afterHours.weekPoint('26日', '3%', '5分'),
      texts.portals.erased('平台'),
      texts.repeats.matrixCell('平台', '平台', '姓名'),
      texts.repeats.matrixEmpty('平台', '平台'),
      monthExport.save.sheet('10月'),
    ])
      expect(text).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
  },
);
