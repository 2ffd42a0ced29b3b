/**
 * Finds the kind of a field from its label. Kinds are a closed vocabulary (src/data/field-kinds.json), so that no text
 * of a page is kept. docs/measurement/forms.md, "Field kind"
 */

/** Field kinds with the patterns of their words, in the order in which they are tried. */
export type Vocabulary = readonly (readonly [kind: string, pattern: string])[];

/**
 * Whether a text matches a pattern. A text without any character of the pattern can't match it, so most patterns are
 * never compiled. Compiling a pattern takes a hundred times as long as this comparison of characters.
 */
export const matchesPattern = (text: string, pattern: string): boolean =>
  [...text].some((character) => pattern.includes(character)) && RegExp(pattern).test(text);

/**
 * Normalises a text for comparison: NFKC, lower case, without white space and punctuation. The punctuation is listed by
 * code blocks, because Unicode property classes cost a page half a millisecond.
 */
export const normalizeText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s!-/:-@[-`{-¿×÷\u2000-\u2bff\u3001-\u3004\u3008-\u3020\u3030\u303d]/g, '')
    .toLowerCase();

/** Returns the part of a normalised label that is compared. */
export const truncateLabel = (plain: string): string => plain.slice(0, 40);

/** Returns the first kind whose pattern matches a normalised label, or null. */
export const fieldKindOf = (kinds: Vocabulary, plain: string): string | null =>
  kinds.find(([, pattern]) => matchesPattern(plain, pattern))?.[0] ?? null;
