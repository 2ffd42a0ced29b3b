/** The methods that `npm run words` compares. Each learns from rows and returns a classifier. */
import { compileWordModel, type Verdict } from '../../src/core/forms/word-model.ts';
import { buildModel, gramsOf, normalizeForTraining, samplesOf, settingsOf } from './build-model.ts';
import { labelsOf, type Row, type Task } from './tables.ts';

export type Classify = (text: string) => Verdict;
export type Method = (task: Task, rows: readonly Row[]) => Classify;

const bySum = (sums: readonly (readonly [string, number])[]): Verdict => {
  const [first, second] = [...sums].sort((a, b) => b[1] - a[1]) as [[string, number], [string, number]];
  return { label: first[0], margin: first[1] - second[1] };
};

/** Naive Bayes over the same n-grams: each n-gram adds the logarithm of its frequency in the texts of a label. */
const naiveBayes: Method = (task, rows) => {
  const samples = samplesOf(rows);
  const labels: readonly string[] = labelsOf[task];
  const counts = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const { plain, label, cost } of samples) {
    totals.set(label, (totals.get(label) ?? 0) + cost);
    for (const gram of gramsOf(plain)) {
      const ofGram = counts.get(gram) ?? new Map<string, number>();
      counts.set(gram, ofGram.set(label, (ofGram.get(label) ?? 0) + cost));
    }
  }
  const smoothing = 0.1;
  return (text) => {
    const grams = [...gramsOf(normalizeForTraining(text))].flatMap((gram) => counts.get(gram) ?? []);
    return bySum(
      labels.map((label) => {
        const total = totals.get(label) ?? 0;
        const start = Math.log((total + smoothing) / (samples.length + 1));
        return [
          label,
          grams.reduce((sum, ofGram) => sum + Math.log(((ofGram.get(label) ?? 0) + smoothing) / (total + 1)), start),
        ];
      }),
    );
  };
};

/** FNV-1a over UTF-16 units. */
const hash = (text: string) => {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return state >>> 0;
};
/** The same learner, with the n-grams hashed into cells. A cell is one character of the private use area. */
const hashed =
  (cells: number): Method =>
  (task, rows) => {
    const cellsOf = (plain: string) =>
      new Set([...gramsOf(plain)].map((gram) => String.fromCharCode(0xe000 + (hash(gram) % cells))));
    const model = buildModel(task, rows, { ...settingsOf[task], mostWeights: 1e9 }, cellsOf);
    const classify = compileWordModel(model);
    return (text) => classify([...cellsOf(normalizeForTraining(text))].join(''));
  };

export const methods: Readonly<Record<string, Method>> = {
  'n-grams': (task, rows) => compileWordModel(buildModel(task, rows)),
  'naive Bayes': naiveBayes,
  '1,024 cells': hashed(1024),
};
