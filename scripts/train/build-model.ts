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
  /** So many weights are kept: those that change most sums most. */
  readonly mostWeights: number;
}

const usual = { l1: 0.6, l2: 0.3, sweeps: 40, leastTexts: 3, scale: 10 };
export const settingsOf: Readonly<Record<Task, Settings>> = {
  messages: { ...usual, mostWeights: 1500, falseCosts: { success: 2 }, missCosts: {} },
  controls: { ...usual, mostWeights: 1600, falseCosts: { commit: 2, confirm: 2 }, missCosts: {} },
  fields: { ...usual, mostWeights: 1600, falseCosts: {}, missCosts: { secret: 4 } },
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
  const features = samples.map(({ plain }) => [...featuresOf(plain)]);
  const frequency = new Map<string, number>();
  for (const grams of features) for (const gram of grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const grams = [...frequency].flatMap(([gram, count]) => (count >= settings.leastTexts ? [gram] : [])).sort(byText);
  const indexOf = new Map(grams.map((gram, index) => [gram, index]));
  const texts = features.map((list) => Int32Array.from(list.flatMap((gram) => indexOf.get(gram) ?? [])));
  const columns = columnsOf(texts, grams.length);

  // First all n-grams compete, then the most useful ones are weighed again without the others.
  const labels = labelsOf[task].map((label) => problemOf(label, samples, settings));
  const useful = labels
    .flatMap(({ signs, costs }, label) =>
      [...solve(columns, signs, costs, settings).subarray(0, grams.length)].flatMap((weight, gram) =>
        weight === 0 ? [] : [{ label, gram, use: Math.abs(weight) * Math.sqrt((columns[gram] as Int32Array).length) }],
      ),
    )
    .sort((a, b) => b.use - a.use || a.label - b.label || a.gram - b.gram)
    .slice(0, settings.mostWeights);
  const weights = labels.map(({ signs, costs }, label) => {
    const kept = useful
      .filter((one) => one.label === label)
      .map(({ gram }) => gram)
      .sort((a, b) => a - b);
    const solved = solve(
      kept.map((gram) => columns[gram] as Int32Array),
      signs,
      costs,
      { ...settings, l1: settings.l1 / 4 },
    );
    return {
      bias: solved[kept.length] as number,
      grams: kept.map((gram, index) => ({ gram: grams[gram] as string, weight: solved[index] as number })),
    };
  });
  return tableOf(task, weights, settings.scale);
}

/** Returns for each sample whether it has the label, and what an error at it costs. */
function problemOf(label: string, samples: readonly Sample[], { missCosts, falseCosts }: Settings) {
  const costOf = (sample: Sample) =>
    sample.share * (sample.label === label ? (missCosts[label] ?? 1) : (falseCosts[label] ?? 1));
  return {
    signs: Int8Array.from(samples, (sample) => (sample.label === label ? 1 : -1)),
    costs: Float64Array.from(samples, costOf),
  };
}

interface LabelWeights {
  readonly bias: number;
  readonly grams: readonly { readonly gram: string; readonly weight: number }[];
}

/** Rounds the weights and lays them out for readers: label → weight → n-grams. */
function tableOf(task: Task, weights: readonly LabelWeights[], scale: number): WordModel {
  const round = (weight: number) => Math.round(weight * scale);
  const table = weights.map(({ grams }) => {
    const lists = new Map<number, string[]>();
    for (const { gram, weight } of grams)
      if (round(weight) !== 0) lists.set(round(weight), [...(lists.get(round(weight)) ?? []), gram]);
    return Object.fromEntries([...lists].sort((a, b) => b[0] - a[0]).map(([weight, list]) => [weight, list.join(' ')]));
  });
  const used = new Set(table.flatMap((lists) => Object.values(lists).flatMap((list) => [...list])));
  const pairs = [...fold[0]].map((from, index) => [from, fold[1][index] as string] as const);
  const kept = pairs.filter(([, to]) => used.has(to));
  const byLabel = <T>(list: readonly T[]) =>
    Object.fromEntries(labelsOf[task].map((label, index) => [label, list[index] as T]));
  return {
    fold: [kept.map(([from]) => from).join(''), kept.map(([, to]) => to).join('')],
    bias: byLabel(weights.map(({ bias }) => round(bias))),
    weights: byLabel(table),
  };
}
