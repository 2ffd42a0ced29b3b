/** Builds the table of weights of one task from labelled rows. docs/measurement/words.md, "Method" */
import { normalizeWords, type WordModel } from '../../src/core/forms/word-model.ts';
import traditional from '../../src/data/words/traditional.json' with { type: 'json' };
import { columnsOf, type Penalties, solveJointly } from './solve-jointly.ts';
import { labelsOf, type Row, type Task } from './tables.ts';

export interface Settings extends Penalties {
  /** An n-gram takes part when it stands in at least this many texts, counted in each system. */
  readonly leastUses: number;
  /** Integer weight of the distance between "no" and "yes" of one label. */
  readonly scale: number;
  /** `LABEL>OTHER` → how many times as much it costs to take a text of the label for the other one; `*` for any. */
  readonly errorCosts: Readonly<Record<string, number>>;
  /** Label → what its bias is raised by: in doubt a label with a head start wins, one that starts behind does not. */
  readonly headStarts: Readonly<Record<string, number>>;
  /** So many weights are kept: those that change most sums most. */
  readonly mostWeights: number;
}

const usual = { l1: 2, l2: 0.3, sweeps: 40, leastUses: 3, scale: 10, headStarts: {} };
export const settingsOf: Readonly<Record<Task, Settings>> = {
  messages: {
    ...usual,
    mostWeights: 1600,
    errorCosts: { 'failure>success': 3, 'validation>success': 3, 'question>success': 10, 'neutral>success': 1.5 },
  },
  controls: {
    ...usual,
    l1: 3,
    sweeps: 80,
    leastUses: 2,
    mostWeights: 2650,
    errorCosts: { 'nav>commit': 4, 'nav>confirm': 4, 'commit>*': 1.5 },
    headStarts: { commit: -1 },
  },
  fields: { ...usual, l1: 3, sweeps: 80, mostWeights: 1950, errorCosts: { 'secret>*': 10 }, headStarts: { secret: 6 } },
};

const fold: WordModel['fold'] = [traditional.traditional, traditional.simplified];

/** Normalises a text with all traditional characters. A table contains only the ones that its n-grams need. */
export const normalizeForTraining = (text: string): string => normalizeWords(text, fold);

/** One different text with one of its labels. */
interface Sample {
  readonly plain: string;
  readonly label: string;
  /** In how many systems the text has this label. */
  readonly systems: number;
  /** The square root of the systems with this text, divided by the labels: how much the sample counts. */
  readonly cost: number;
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
    return [...byLabel].map(([label, { size }]) => ({
      plain,
      label,
      systems: size,
      cost: (size / total) * Math.sqrt(total),
    }));
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
  samples.forEach(({ systems }, row) => {
    for (const gram of features[row] ?? []) frequency.set(gram, (frequency.get(gram) ?? 0) + systems);
  });
  const grams = [...frequency].flatMap(([gram, count]) => (count >= settings.leastUses ? [gram] : [])).sort(byText);
  const indexOf = new Map(grams.map((gram, index) => [gram, index]));
  const columns = columnsOf(
    features.map((list) => list.flatMap((gram) => indexOf.get(gram) ?? [])),
    grams.length,
  );
  const labels: readonly string[] = labelsOf[task];
  const problem = { columns, labelCount: labels.length, ...costsOf(samples, labels, settings) };

  // First all n-grams compete, then the most useful weights are found again without the others.
  const first = solveJointly(problem, settings);
  const useful = [...first.subarray(0, grams.length * labels.length)]
    .flatMap((weight, index) => {
      const { length } = columns[Math.floor(index / labels.length)] as Int32Array;
      return weight === 0 ? [] : [{ index, use: Math.abs(weight) * Math.sqrt(length) }];
    })
    .sort((a, b) => b.use - a.use || a.index - b.index)
    .slice(0, settings.mostWeights);
  const isAllowed = new Uint8Array(first.length);
  for (const { index } of useful) isAllowed[index] = 1;
  const second = solveJointly(problem, { ...settings, l1: settings.l1 / 4 }, isAllowed);
  const weightOf = (gram: number, label: number) => second[gram * labels.length + label] as number;
  return tableOf(
    task,
    labels.map((_, label) => ({
      bias: weightOf(grams.length, label),
      grams: grams.flatMap((gram, index) =>
        weightOf(index, label) === 0 ? [] : [{ gram, weight: weightOf(index, label) }],
      ),
    })),
    settings,
  );
}

/** Returns the label of each sample, and what it costs to take it for each other label. */
function costsOf(samples: readonly Sample[], labels: readonly string[], { errorCosts }: Settings) {
  return {
    labelOf: Int32Array.from(samples, ({ label }) => labels.indexOf(label)),
    costs: Float64Array.from(
      samples.flatMap(({ label, cost }) =>
        labels.map(
          (other) =>
            cost * (errorCosts[`${label}>${other}`] ?? errorCosts[`${label}>*`] ?? errorCosts[`*>${other}`] ?? 1),
        ),
      ),
    ),
  };
}

interface LabelWeights {
  readonly bias: number;
  readonly grams: readonly { readonly gram: string; readonly weight: number }[];
}

/** Rounds the weights and lays them out for readers: label → weight → n-grams. */
function tableOf(task: Task, weights: readonly LabelWeights[], { scale, headStarts }: Settings): WordModel {
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
    bias: byLabel(weights.map(({ bias }, label) => round(bias) + (headStarts[labelsOf[task][label] as string] ?? 0))),
    weights: byLabel(table),
  };
}
