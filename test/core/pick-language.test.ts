/** Tests which language the screens use. */
import { expect, it } from 'vitest';
import { pickLanguage } from '../../src/core/pick-language.ts';

it.each([
  ['en', ['zh-TW'], 'en'],
  ['browser', ['fr', 'zh-Hant-HK', 'en'], 'zh-TW'],
  ['browser', ['zh-TW'], 'zh-TW'],
  ['browser', ['zh-HK'], 'zh-TW'],
  ['browser', ['zh-MO'], 'zh-TW'],
  ['browser', ['zh'], 'zh-CN'],
  ['browser', ['zh-Hans-TW', 'en'], 'zh-CN'],
  ['browser', ['EN-us', 'zh'], 'en'],
  ['browser', ['x-zh-tw', 'x-zh', 'x-en', 'en'], 'en'],
  ['browser', ['fr', 'de'], 'zh-CN'],
  ['browser', [], 'zh-CN'],
] as const)('with the choice %s and the browser languages %j, uses %s', (chosen, languages, language) => {
  expect(pickLanguage(chosen, languages)).toBe(language);
});
