/** Which language the screens use. */
import type { Language } from './settings.ts';

/**
 * Returns the owner's choice. For `'browser'`, returns the first of the browser's languages (BCP 47 tags) that the
 * screens support, else Simplified Chinese.
 */
export function pickLanguage(chosen: Language | 'browser', browserLanguages: readonly string[]): Language {
  if (chosen !== 'browser') return chosen;
  for (const tag of browserLanguages) {
    if (/^zh-(hant|tw|hk|mo)/i.test(tag)) return 'zh-TW';
    if (/^zh/i.test(tag)) return 'zh-CN';
    if (/^en/i.test(tag)) return 'en';
  }
  return 'zh-CN';
}
