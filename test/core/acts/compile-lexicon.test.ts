/** Tests how the words for pages are compiled from the lexicon. docs/rules.md */
import { describe, expect, it } from 'vitest';
import { type ActRules, compileLexicon, hintsOf, type Lexicon } from '../../../src/core/acts/compile-lexicon.ts';

describe('compileLexicon', () => {
  const term = (word: string, where: string[], precision = 'high', form = word) => ({
    'zh-CN': word,
    'zh-TW': `${form}t`,
    en: `${form}e`,
    where,
    precision,
  });
  const lexicon: Lexicon = {
    categories: {
      'check-in': {
        terms: [
          term('甲', ['button']),
          term('乙', ['heading']),
          term('丙', ['column'], 'medium'),
          term('丁', ['button', 'label'], 'medium'),
          term('戊', ['button'], 'low'),
          term('跳', ['button']),
        ],
      },
      'multi-reporting': { terms: [term('报', ['button', 'text'])] },
      'office-oa': { terms: [term('阅', ['button', 'heading'])] },
      'deadline-reply': { terms: [term('限', ['label']), term('期', ['heading'])] },
      'photo-proof': { terms: [term('照', ['label']), term('影', ['heading'])] },
      'trace-keeping': { terms: [term('迹', ['label', 'heading'], 'medium')] },
      ranking: { terms: [term('榜', ['label']), term('文', ['text'])] },
      fragmentation: { terms: [term('碎', ['button', 'heading'])] },
      'after-hours': { terms: [term('夜', ['button'])] },
    },
  };
  const rules: ActRules = {
    skip: ['跳', '乙e'],
    places: {
      weak: { 'multi-reporting': '表', 'check-in': '弱' },
      button: { 'check-in': '甲|卡 (3)', 'engagement-quota': '赞' },
      medium: { ranking: '名' },
    },
    stems: { 'photo-proof': '图' },
    fillers: 'F',
    endings: 'E',
    units: 'U',
    tails: 'T',
    occasions: 'O',
    answers: '是|好',
    menus: 'nav,a',
    friends: { 'check-in': '友' },
    friendsOf: { 'check-in': '谁' },
    prompts: 'P',
    logout: 'L',
    date: 'D',
    near: 'h1,label',
    heads: 'h2',
    wide: 'W',
    dialogs: 'X',
  };
  const words = compileLexicon(lexicon, rules);
  it('puts every term into its classes in all languages, except skipped terms and terms of low precision', () => {
    expect(words.classes).toEqual({
      answer: '是|好',
      'button check-in': '甲|甲t|甲e|丁|丁t|丁e|卡',
      'heading check-in': '乙|乙t',
      'medium check-in': '丙|丙t|丙e|丁|丁t|丁e',
      'report multi-reporting': '报|报t|报e',
      'button office-oa': '阅|阅t|阅e',
      'due deadline-reply': '限|限t|限e',
      'heading deadline-reply': '期|期t|期e',
      'heading photo-proof': '照|照t|照e|影|影t|影e',
      'label photo-proof': '照|照t|照e',
      'medium trace-keeping': '迹|迹t|迹e',
      'label trace-keeping': '迹|迹t|迹e',
      'heading ranking': '榜|榜t|榜e',
      'weak multi-reporting': '表',
      'weak check-in': '弱',
      'button engagement-quota': '赞',
      'medium ranking': '名',
      'stem photo-proof': '图',
    });
  });
  it('copies the parts that may stand around a word, the excluding words, the patterns and the selectors', () => {
    const { classes: _, shown: __, ...rest } = words;
    expect(rest).toEqual({
      around: {
        button: ['F', 'E'],
        weak: ['F', 'E'],
        report: ['F', 'E'],
        direct: ['F', 'E'],
        heading: ['U', 'T'],
        label: ['O', ''],
      },
      friends: { 'check-in': '友' },
      friendsOf: { 'check-in': '谁' },
      prompts: 'P',
      logout: 'L',
      date: 'D',
      near: ':is(h1,label):not(:is(nav,a),:is(nav,a) *)',
      heads: ':is(h2):not(:is(nav,a),:is(nav,a) *)',
      wide: 'W',
      dialogs: 'X',
    });
  });
  it('uses the shortest words as hints, and leaves out a longer word that contains a hint', () => {
    expect(words.shown.split('|').sort()).toEqual(['丁', '丙', '乙', '名', '影', '期', '榜', '照', '迹', '限'].sort());
    const { page, controls } = hintsOf(words);
    expect(controls.split('|').sort()).toEqual(['好', '弱', '是', '赞']);
    expect(page.split('|').sort()).toEqual(
      ['丁', '丙', '乙', '卡', '名', '图', '影', '报', '期', '榜', '照', '甲', '表', '迹', '限', '阅'].sort(),
    );
  });
});
