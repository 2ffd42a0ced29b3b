/** Normalises labels, so that the same label can be recognised again. docs/measurement/forms.md, "Field kind" */

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
