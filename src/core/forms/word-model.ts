/**
 * Classifies a short text of a page (a control, a message, a label) by its character n-grams. A table gives each n-gram
 * an integer weight for some labels; the label with the largest sum wins. docs/measurement/words.md
 */

/** The table of one task. `npm run train` writes it to src/data/word-models.json. */
export interface WordModel {
  /** Traditional characters, and at the same positions the simplified ones that replace them. */
  readonly fold: readonly [traditional: string, simplified: string];
  /** The labels, each with the sum that it starts from. On equal sums the first label in the order of names wins. */
  readonly bias: Readonly<Record<string, number>>;
  /** Label → weight → the n-grams that have this weight for the label, separated by spaces. */
  readonly weights: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What a text says. */
export interface Verdict {
  readonly label: string;
  /** The sum of the label less the sum of the next label; an integer, at least 0. */
  readonly margin: number;
}

/** A text is read up to this many characters, so that a page cannot make the work long. */
export const longestText = 120;

/**
 * Normalises a text: NFKC, lower case, simplified characters, no white space. Punctuation, numbers, a space between two
 * English words and both ends become one comma. A question mark stays.
 */
export const normalizeWords = (text: string, [traditional, simplified]: WordModel['fold']): string =>
  `,${text.slice(0, longestText).normalize('NFKC').toLowerCase()},`
    .replace(/\b\s+\b/g, ',')
    .replace(/\s/g, '')
    .replace(/[!->@[-`{-¿×÷\u2000-\u2bff\u3001-\u3020]+/g, ',')
    .replace(/./g, (character) => simplified[traditional.indexOf(character)] ?? character);

/** The n-grams of a table have at most this many characters. */
const longestGram = 4;

/** Builds the classifier of a table. */
export const compileWordModel = ({ fold, bias, weights }: WordModel): ((text: string) => Verdict) => {
  const rules = new Map<string, [label: string, weight: number][]>();
  for (const label in weights)
    for (const weight in weights[label])
      for (const gram of (weights[label][weight] as string).split(' ')) {
        const ofGram = rules.get(gram);
        if (ofGram) ofGram.push([label, +weight]);
        else rules.set(gram, [[label, +weight]]);
      }
  // The storage of a browser may change the order of keys, so ties are decided by name.
  const labels = Object.keys(bias).sort();
  return (text) => {
    const plain = normalizeWords(text, fold);
    const sums: Record<string, number> = { ...bias };
    const grams = new Set<string>();
    for (let start = 0; start < plain.length; start++)
      for (let size = 1; size <= longestGram; size++) grams.add(plain.slice(start, start + size));
    for (const gram of grams) for (const [label, weight] of rules.get(gram) ?? []) (sums[label] as number) += weight;
    const [first, second] = [...labels].sort((a, b) => (sums[b] as number) - (sums[a] as number)) as [string, string];
    return { label: first, margin: (sums[first] as number) - (sums[second] as number) };
  };
};
