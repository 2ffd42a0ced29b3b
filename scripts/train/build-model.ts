/** Builds the table of weights of one task from labelled rows. docs/measurement/words.md, "Method" */
import { normalizeWords, type WordModel } from '../../src/core/forms/word-model.ts';
import traditional from '../../src/data/words/traditional.json' with { type: 'json' };
import { columnsOf, type Penalties, solve } from './solve.ts';
import { labelsOf, type Row, type Task } from './tables.ts';

export interface Settings extends Penalties {
  /** An n-gram is used when at least this many texts contain it. */
  readonly leastTexts: number;
  /** Integer weight of the distance between "no" and "yes" of one label. */
  readonly scale: number;
  /** Label → how many times as much it costs to take another text for this label. */
  readonly falseCosts: Readonly<Record<string, number>>;
  /** Label → how many times as much it costs to miss a text of this label. */
  readonly missCosts: Readonly<Record<string, number>>;
  /** The n-grams that are kept: those with the largest weights. */
  readonly mostGrams: number;
}

export const settingsOf: Readonly<Record<Task, Settings>> = {
  messages: {
    l1: 0.3,
    l2: 0.3,
    sweeps: 60,
    leastTexts: 2,
    scale: 10,
    mostGrams: 1800,
    falseCosts: { success: 2 },
    missCosts: {},
  },
  controls: {
    l1: 0.3,
    l2: 0.3,
    sweeps: 60,
    leastTexts: 2,
    scale: 10,
    mostGrams: 1800,
    falseCosts: { commit: 1 },
    missCosts: {},
  },
  fields: {
    l1: 0.3,
    l2: 0.3,
    sweeps: 60,
    leastTexts: 2,
    scale: 10,
    mostGrams: 1800,
    falseCosts: {},
    missCosts: { secret: 4 },
  },
};

const fold: WordModel['fold'] = [traditional.traditional, traditional.simplified];

/** Normalises a text with all traditional characters. A table contains only the ones that its n-grams need. */
export const normalizeForTraining = (text: string): string => normalizeWords(text, fold);

/** One different text with one of its labels. */
interface Sample {
  readonly plain: string;
  readonly label: string;
  /** The share of the systems that use this label for the text. */
  readonly share: number;
}

/** Merges rows with the same normalised text. A text with several labels becomes one sample for each. */
export function samplesOf(rows: readonly Row[]): Sample[] {
  const systems = new Map<string, Map<string, Set<string>>>();
  for (const { text, label, system } of rows) {
    const plain = normalizeForTraining(text);
    const byLabel = systems.get(plain) ?? new Map<string, Set<string>>();
    systems.set(plain, byLabel);
    byLabel.set(label, (byLabel.get(label) ?? new Set()).add(system));
  }
  return [...systems].flatMap(([plain, byLabel]) => {
    const total = [...byLabel.values()].reduce((sum, { size }) => sum + size, 0);
    return [...byLabel].map(([label, { size }]) => ({ plain, label, share: size / total }));
  });
}

/** Returns the n-grams of one to four characters of a normalised text, each once. */
export const gramsOf = (plain: string): Set<string> => {
  const grams = new Set<string>();
  for (let start = 0; start < plain.length; start++)
    for (let length = 1; length < 5; length++) grams.add(plain.slice(start, start + length));
  return grams;
};

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Builds the table. The order of the rows does not matter. */
export function buildModel(
  task: Task,
  rows: readonly Row[],
  settings = settingsOf[task],
  featuresOf = gramsOf,
): WordModel {
  const samples = samplesOf(rows).sort((a, b) => byText(a.plain, b.plain) || byText(a.label, b.label));
  const frequency = new Map<string, number>();
  for (const { plain } of samples)
    for (const gram of featuresOf(plain)) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  let grams = [...frequency]
    .filter(([, count]) => count >= settings.leastTexts)
    .map(([gram]) => gram)
    .sort(byText);
  const first = weigh(task, samples, grams, settings, featuresOf);
  const sizeOf = (weights: readonly Float64Array[], index: number) =>
    weights.reduce((sum, label) => Math.max(sum, Math.abs(label[index] as number)), 0);
  grams = grams
    .map((gram, index) => ({ gram, size: sizeOf(first, index) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size || byText(a.gram, b.gram))
    .slice(0, settings.mostGrams)
    .map(({ gram }) => gram)
    .sort(byText);
  return tableOf(task, grams, weigh(task, samples, grams, settings, featuresOf), settings.scale);
}

/** Returns for each label the weights of the n-grams, then its bias. */
function weigh(
  task: Task,
  samples: readonly Sample[],
  grams: readonly string[],
  settings: Settings,
  featuresOf: typeof gramsOf,
): Float64Array[] {
  const indexOf = new Map(grams.map((gram, index) => [gram, index]));
  const texts = samples.map(({ plain }) =>
    Int32Array.from([...featuresOf(plain)].flatMap((gram) => indexOf.get(gram) ?? [])),
  );
  const columns = columnsOf(texts, grams.length);
  return labelsOf[task].map((label) => {
    const signs = Int8Array.from(samples, (sample) => (sample.label === label ? 1 : -1));
    const costs = Float64Array.from(
      samples,
      (sample) =>
        sample.share * (sample.label === label ? (settings.missCosts[label] ?? 1) : (settings.falseCosts[label] ?? 1)),
    );
    return solve(columns, signs, costs, settings);
  });
}

/** Rounds the weights and lays them out for readers: label → weight → n-grams. */
function tableOf(task: Task, grams: readonly string[], weights: readonly Float64Array[], scale: number): WordModel {
  const labels: readonly string[] = labelsOf[task];
  const rounded = weights.map((label) => Array.from(label, (weight) => Math.round(weight * scale)));
  const table = rounded.map((label) => {
    const lists = new Map<number, string[]>();
    grams.forEach((gram, index) => {
      const weight = label[index] as number;
      if (weight !== 0) lists.set(weight, [...(lists.get(weight) ?? []), gram]);
    });
    return Object.fromEntries([...lists].sort((a, b) => b[0] - a[0]).map(([weight, list]) => [weight, list.join(' ')]));
  });
  const used = new Set(table.flatMap((lists) => Object.values(lists).flatMap((list) => [...list])));
  const pairs = [...fold[0]].map((from, index) => [from, fold[1][index] as string] as const);
  const kept = pairs.filter(([, to]) => used.has(to));
  return {
    fold: [kept.map(([from]) => from).join(''), kept.map(([, to]) => to).join('')],
    bias: Object.fromEntries(labels.map((label, index) => [label, rounded[index]?.at(-1) as number])),
    weights: Object.fromEntries(labels.map((label, index) => [label, table[index] as Record<string, string>])),
  };
}
