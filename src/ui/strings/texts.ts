/**
 * Words for people. One file an area (`popup.ts`, `wizard.ts` …), each with all three languages of one shape:
 * a text that is missing in one language does not compile.
 */
import type { Language } from '../../core/settings.ts';

/** Texts may be functions of numbers and names; their shape is that of the Simplified Chinese ones. */
export type Texts<T> = Readonly<Record<Language, Widened<T>>>;
type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widened<T[K]> };

/** The language to show: the owner's choice, else the first of the browser's that we have, else Simplified Chinese. */
export function pickLanguage(chosen: Language | 'browser', browserLanguages: readonly string[]): Language {
  if (chosen !== 'browser') return chosen;
  for (const tag of browserLanguages) {
    if (/^zh-(hant|tw|hk|mo)/i.test(tag)) return 'zh-TW';
    if (/^zh/i.test(tag)) return 'zh-CN';
    if (/^en/i.test(tag)) return 'en';
  }
  return 'zh-CN';
}
