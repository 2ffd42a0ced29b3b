/**
 * What a field asks for, by the words beside it: a closed vocabulary, so that nothing of a page is kept.
 * The words live in src/data/field-kinds.json; the first kind whose word stands in the label wins.
 * docs/measurement.md, "Field kinds".
 */
export type Vocabulary = readonly (readonly [kind: string, words: RegExp])[];

export const vocabularyOf = (words: Readonly<Record<string, string>>): Vocabulary =>
  Object.entries(words).map(([kind, alternatives]) => [kind, new RegExp(alternatives)]);

/** The label as it is compared: NFKC, lower case, no white space, no marks. */
export const plainLabel = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/[\s*:：\p{P}\p{S}]/gu, '')
    .toLowerCase()
    .slice(0, 40);

/** The kind that a label names, or null. */
export const fieldKindOf = (vocabulary: Vocabulary, label: string): string | null => {
  const plain = plainLabel(label);
  return vocabulary.find(([, words]) => words.test(plain))?.[0] ?? null;
};
