/** Each language in its own script, whichever is shown. */
import type { Language } from '../../core/settings.ts';

export const languageNames: Readonly<Record<Language, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
};
