/**
 * What a field asks for, by the words beside it: a closed vocabulary, so that nothing of a page is kept.
 * The words live in src/data/field-kinds.json; the first kind whose word stands in the label wins.
 * docs/measurement.md, "Field kinds".
 */
export type Vocabulary = readonly (readonly [kind: string, pattern: string])[];

/**
 * Whether a pattern of words is met. Each has a sign of its own in whatever it takes, so most need not be compiled,
 * which takes a page a hundred times as long.
 */
export const matchesPattern = (text: string, pattern: string): boolean =>
  [...text].some((sign) => pattern.includes(sign)) && RegExp(pattern).test(text);

/**
 * Words without what surrounds them: NFKC, lower case, no white space, no marks. The blocks of marks are named one by
 * one: classes by property cost a page half a millisecond.
 */
export const normalizeText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s!-/:-@[-`{-¿×÷\u2000-\u2bff\u3001-\u3004\u3008-\u3020\u3030\u303d]/g, '')
    .toLowerCase();

/** A label, made plain, as it is compared. */
export const truncateLabel = (plain: string): string => plain.slice(0, 40);

/** The kind that a label, made plain, names, or null. */
export const fieldKindOf = (kinds: Vocabulary, plain: string): string | null =>
  kinds.find(([, pattern]) => matchesPattern(plain, pattern))?.[0] ?? null;
