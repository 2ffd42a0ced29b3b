/** Kinds of portals in words. */
import type { Language } from '../../core/settings.ts';
import rawKinds from '../../data/kinds.json' with { type: 'json' };

const kinds: Readonly<Record<string, Readonly<Record<Language, string>>>> = rawKinds;
const unknown: Readonly<Record<Language, string>> = { 'zh-CN': '未归类', 'zh-TW': '未歸類', en: 'Not in a kind' };

export const kindName = (kind: string, language: Language): string => (kinds[kind] ?? unknown)[language];
