/**
 * What a field asks for, by the words beside it: a closed vocabulary, so that nothing of a page is kept.
 * The words live in src/data/field-kinds.json; the first kind whose word stands in the label wins.
 * docs/measurement.md, "Field kinds".
 */
export interface Vocabulary {
  readonly kinds: readonly string[];
  /** One expression for all, a named group a kind: forty of their own take three times as long to make. */
  readonly words: RegExp;
}

export function vocabularyOf(words: Readonly<Record<string, string>>): Vocabulary {
  const asked = Object.values(words).map((alternatives, i) => `(?=.*(?<k${i}>${alternatives}))`);
  return { kinds: Object.keys(words), words: RegExp(`^(?:${asked.join('|')})`) };
}

/**
 * Words without what surrounds them: NFKC, lower case, no white space, no marks. The blocks of marks are named one by
 * one: classes by property cost a page half a millisecond.
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s!-/:-@[-`{-¿×÷\u2000-\u2bff\u3001-\u3004\u3008-\u3020\u3030\u303d]/g, '')
    .toLowerCase();

/** The label as it is compared. */
export const plainLabel = (label: string): string => plainText(label).slice(0, 40);

/** The kind that a label, made plain, names, or null. */
export function fieldKindOf({ kinds, words }: Vocabulary, plain: string): string | null {
  const found = Object.values(words.exec(plain)?.groups ?? {}).findIndex((word) => word !== undefined);
  return kinds[found] ?? null;
}
