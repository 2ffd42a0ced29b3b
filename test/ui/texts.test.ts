import { expect, test } from 'vitest';
import { pickLanguage } from '../../src/core/pick-language.ts';

test.each([
  ['browser', ['zh-HK', 'en'], 'zh-TW'],
  ['browser', ['zh-Hant-CN'], 'zh-TW'],
  ['browser', ['zh'], 'zh-CN'],
  ['browser', ['fr', 'en-GB'], 'en'],
  ['browser', ['fr'], 'zh-CN'],
  ['en', ['zh-CN'], 'en'],
] as const)('chosen %s in a browser of %j shows %s', (chosen, browser, shown) => {
  expect(pickLanguage(chosen, browser)).toBe(shown);
});
