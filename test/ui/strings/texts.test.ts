import { expect, test } from 'vitest';
import { pickLanguage } from '../../../src/core/pick-language.ts';
import { afterHoursWords } from '../../../src/ui/strings/after-hours.ts';
import { portalWords } from '../../../src/ui/strings/portals.ts';
import { repeatWords } from '../../../src/ui/strings/repeats.ts';
import { settingWords } from '../../../src/ui/strings/settings.ts';
import { timeWords } from '../../../src/ui/strings/time.ts';
import { wizard } from '../../../src/ui/strings/wizard.ts';

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

const dated = (language: 'zh-CN' | 'zh-TW') => [
  timeWords[language].erased('周五'),
  settingWords[language].removed('周四', '周五'),
  repeatWords[language].week('26日'),
  afterHoursWords[language].weekPoint('26日', '3%', '5分'),
  portalWords[language].erased('平台'),
  repeatWords[language].matrixCell('平台', '平台', '姓名'),
  repeatWords[language].matrixEmpty('平台', '平台'),
  wizard[language].save.sheet('10月'),
];
test.each(['zh-CN', 'zh-TW'] as const)(
  '%s has no space between a date or a name and the words around it',
  (language) => {
    for (const text of dated(language)) expect(text).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
  },
);
