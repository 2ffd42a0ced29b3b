/** Names of kinds of portals. */
import type { Language } from '../../core/settings.ts';
import rawKinds from '../../data/kinds.json' with { type: 'json' };
import { languageEntries } from '../strings/languages.ts';

const kinds: Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>> = rawKinds;

/** Returns the name of a kind in a language, or the text for an unknown kind if it has no name. */
export const kindName = (kind: string, language: Language): string =>
  kinds[kind]?.[language] ?? languageEntries[language].unknownKind;
