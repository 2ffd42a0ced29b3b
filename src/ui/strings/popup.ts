/** Words of the popup. One language is fetched, not three: it opens in a blink. */
import type { Language } from '../../core/settings.ts';
import type { words } from './popup/zh-cn.ts';
import type { Texts } from './texts.ts';

export type PopupWords = Texts<typeof words>['en'];

export const popupWords: Readonly<Record<Language, () => Promise<PopupWords>>> = {
  'zh-CN': () => import('./popup/zh-cn.ts').then((m) => m.words),
  'zh-TW': () => import('./popup/zh-tw.ts').then((m) => m.words),
  en: () => import('./popup/en.ts').then((m) => m.words),
};
