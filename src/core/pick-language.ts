/** Selects the language of the screens. */
import type { Language } from './settings.ts';

/** The browser's language tags (BCP 47) of each language. The first match decides. */
const tagsOf: Readonly<Record<Language, RegExp>> = {
  'zh-TW': /^zh-(hant|tw|hk|mo)/i,
  'zh-CN': /^zh/i,
  en: /^en/i,
};

/**
 * Returns the owner's choice. For `'browser'`, returns the first of the browser's languages (BCP 47 tags) that the
 * screens support, else Simplified Chinese.
 */
export function pickLanguage(chosen: Language | 'browser', browserLanguages: readonly string[]): Language {
  if (chosen !== 'browser') return chosen;
  for (const tag of browserLanguages) {
    for (const [language, tags] of Object.entries(tagsOf)) if (tags.test(tag)) return language as Language;
  }
  return 'zh-CN';
}
