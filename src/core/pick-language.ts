/** Which language the screens use. */
import { type Language, languages, languageTags } from './settings.ts';

/**
 * Returns the owner's choice. For `'browser'`, returns the first of the browser's languages (BCP 47 tags) that the
 * screens support, else Simplified Chinese.
 */
export function pickLanguage(chosen: Language | 'browser', browserLanguages: readonly string[]): Language {
  if (chosen !== 'browser') return chosen;
  for (const tag of browserLanguages) {
    const language = languages.find((known) => languageTags[known].test(tag));
    if (language !== undefined) return language;
  }
  return 'zh-CN';
}
