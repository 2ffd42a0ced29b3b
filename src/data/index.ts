/** Gives the JSON files of this folder their types: catalogue of portals, field kinds, word lists and rules. */

import type { ActRules, Lexicon } from '../core/acts/compile-lexicon.ts';
import type { WordModel } from '../core/forms/word-model.ts';
import type { LabelRules, PortalEntry } from '../core/sites/catalogue.ts';
import rawRules from './act-rules.json' with { type: 'json' };
import type rawFieldKinds from './field-kinds.json';
import rawLabels from './host-label-rules.json' with { type: 'json' };
import rawKinds from './kinds.json' with { type: 'json' };
import rawLexicon from './lexicon.json' with { type: 'json' };
import rawPortals from './portals.json' with { type: 'json' };
import rawModels from './word-models.json' with { type: 'json' };

export const portals = rawPortals as readonly PortalEntry[];
export const labelRules = rawLabels as LabelRules;
/** A field kind. `field-kinds.json` is the only list of field kinds; it says what each asks for. */
export type FieldKind = keyof typeof rawFieldKinds;
/** Year and month of the catalogue, as shown to people. */
export const catalogueVersion = '2026-11';
/** Kinds of portals with their names in three languages. */
export const kinds: Readonly<
  Record<string, { readonly 'zh-CN': string; readonly 'zh-TW': string; readonly en: string }>
> = rawKinds;
export const lexicon = rawLexicon as Lexicon;
export const actRules = rawRules as ActRules;
/** The tables that classify the words of controls, messages and field labels. `npm run train` writes them. */
export const wordModels = rawModels as unknown as Readonly<Record<'controls' | 'messages' | 'fields', WordModel>>;
