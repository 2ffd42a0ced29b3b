import { plainText } from './field-kinds.ts';

/**
 * Words of burden acts, as the worker lays them ready for pages (core/lexicon.ts makes them). A page only says which
 * classes of words it met, on the control and near it; what that comes to is decided by the worker
 * (core/act-rules.ts). docs/rules.md, "How words are compared".
 */
export interface ActWords {
  /** Class (`button check-in`, `friend check-in`, `prompt` …) → pattern of plain words. */
  readonly patterns: Readonly<Record<string, string>>;
  /** Pattern of all that a page may show: what isn't in it needs no second look. */
  readonly gate: string;
  /** The words in it, without white space: a page that has none anywhere needs no look at all. */
  readonly hints: readonly string[];
  /** A date, with or without a year and an hour: groups year, month, day, hour, minute. */
  readonly date: string;
  /** Selectors: headings and labels that are no menus; headings of sections; whatever may bear a label; dialogs. */
  readonly near: string;
  readonly heads: string;
  readonly wide: string;
  readonly dialogs: string;
}

/** Plain text without bracketed remarks and trailing numbers: 点赞 (12) is 点赞. */
export const plainWords = (text: string): string => plainText(text.replace(/[([（【].*?[)\]）】]|\d+\s*$/g, ''));
