/**
 * The registry of languages. A language is one folder of texts, one entry here and one name in `languages` of
 * src/core/settings.ts. The entry holds what is needed synchronously; the texts of a page are loaded when it opens.
 */
import type { Language } from '../../core/settings.ts';
import type { PageName, PageTexts } from './texts.ts';

export interface LanguageEntry {
  /** The language's name in its own script. */
  readonly name: string;
  /** Units after a number, and what separates hours from minutes. */
  readonly duration: { readonly hour: string; readonly minute: string; readonly separator: string };
  /** What separates two sentences. */
  readonly sentenceSeparator: string;
  /** What separates names in a list. */
  readonly listSeparator: string;
  readonly fullStop: string;
  /** The word between the two days of a range, or null for the browser's own format. */
  readonly rangeWord: string | null;
  /** A kind of portal that this version does not know. */
  readonly unknownKind: string;
  /** Loads all texts of a page. */
  readonly pages: { readonly [P in PageName]: () => Promise<PageTexts[P]> };
}

export const languageEntries: Readonly<Record<Language, LanguageEntry>> = {
  'zh-CN': {
    name: '简体中文',
    duration: { hour: '小时', minute: '分', separator: '' },
    sentenceSeparator: '',
    listSeparator: '、',
    fullStop: '。',
    rangeWord: '至',
    unknownKind: '未归类',
    pages: {
      popup: async () => (await import('./zh-CN/popup-page.ts')).texts,
      consent: async () => (await import('./zh-CN/consent-page.ts')).texts,
      privacy: async () => (await import('./zh-CN/privacy-page.ts')).texts,
      dashboard: async () => (await import('./zh-CN/dashboard-page.ts')).texts,
    },
  },
  'zh-TW': {
    name: '繁體中文',
    duration: { hour: '小時', minute: '分', separator: '' },
    sentenceSeparator: '',
    listSeparator: '、',
    fullStop: '。',
    rangeWord: '至',
    unknownKind: '未歸類',
    pages: {
      popup: async () => (await import('./zh-TW/popup-page.ts')).texts,
      consent: async () => (await import('./zh-TW/consent-page.ts')).texts,
      privacy: async () => (await import('./zh-TW/privacy-page.ts')).texts,
      dashboard: async () => (await import('./zh-TW/dashboard-page.ts')).texts,
    },
  },
  en: {
    name: 'English',
    duration: { hour: '\u00A0h', minute: '\u00A0min', separator: '\u00A0' },
    sentenceSeparator: ' ',
    listSeparator: ', ',
    fullStop: '.',
    rangeWord: null,
    unknownKind: 'Not in a kind',
    pages: {
      popup: async () => (await import('./en/popup-page.ts')).texts,
      consent: async () => (await import('./en/consent-page.ts')).texts,
      privacy: async () => (await import('./en/privacy-page.ts')).texts,
      dashboard: async () => (await import('./en/dashboard-page.ts')).texts,
    },
  },
};

/** All texts of a page in a language; loaded once, then the same object. */
export const loadTexts = <P extends PageName>(page: P, language: Language): Promise<PageTexts[P]> =>
  languageEntries[language].pages[page]();
