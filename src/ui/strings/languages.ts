/**
 * The registry of languages. A language is one folder of texts, one entry here, one name in `languages` of
 * src/core/settings.ts, its language tags in src/core/pick-language.ts and the texts of the toolbar button in
 * src/background/owner/toolbar.ts. The entry holds what is needed synchronously; the texts of a page are loaded when
 * the page opens.
 */
import type { Language } from '../../core/settings.ts';
import type { PageName, PageTexts } from './texts.ts';

export interface LanguageEntry {
  /** The language's name in its own script. */
  readonly name: string;
  /** The units after a number, and the text between hours and minutes. */
  readonly duration: { readonly hour: string; readonly minute: string; readonly separator: string };
  /** The text between two sentences. */
  readonly sentenceSeparator: string;
  /** The word between the two days of a range, or null for the browser's own format. */
  readonly rangeWord: string | null;
  /** The name for a kind of portal that this version does not know. */
  readonly unknownKind: string;
  /** Loads all texts of a page, or of a tab that loads its own texts. */
  readonly pages: { readonly [P in PageName]: () => Promise<{ readonly texts: PageTexts[P] }> };
}

export const languageEntries: Readonly<Record<Language, LanguageEntry>> = {
  'zh-CN': {
    name: '简体中文',
    duration: { hour: '小时', minute: '分', separator: '' },
    sentenceSeparator: '',
    rangeWord: '至',
    unknownKind: '未归类',
    pages: {
      popup: () => import('./zh-CN/popup-page.ts'),
      consent: () => import('./zh-CN/consent-page.ts'),
      privacy: () => import('./zh-CN/privacy-page.ts'),
      dashboard: () => import('./zh-CN/dashboard-page.ts'),
      export: () => import('./zh-CN/export-tab.ts'),
    },
  },
  'zh-TW': {
    name: '繁體中文',
    duration: { hour: '小時', minute: '分', separator: '' },
    sentenceSeparator: '',
    rangeWord: '至',
    unknownKind: '未歸類',
    pages: {
      popup: () => import('./zh-TW/popup-page.ts'),
      consent: () => import('./zh-TW/consent-page.ts'),
      privacy: () => import('./zh-TW/privacy-page.ts'),
      dashboard: () => import('./zh-TW/dashboard-page.ts'),
      export: () => import('./zh-TW/export-tab.ts'),
    },
  },
  en: {
    name: 'English',
    duration: { hour: '\u00A0h', minute: '\u00A0min', separator: '\u00A0' },
    sentenceSeparator: ' ',
    rangeWord: null,
    unknownKind: 'Not in a kind',
    pages: {
      popup: () => import('./en/popup-page.ts'),
      consent: () => import('./en/consent-page.ts'),
      privacy: () => import('./en/privacy-page.ts'),
      dashboard: () => import('./en/dashboard-page.ts'),
      export: () => import('./en/export-tab.ts'),
    },
  },
};

/** Returns all texts of a page in a language. They are loaded once; later calls return the same object. */
export const loadTexts = async <P extends PageName>(page: P, language: Language): Promise<PageTexts[P]> =>
  (await languageEntries[language].pages[page]()).texts;
