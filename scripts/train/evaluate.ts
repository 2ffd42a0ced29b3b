/**
 * `npm run words`: measures the classifiers on systems that are left out of the training. docs/measurement/words.md
 * Options: `--task controls|messages|fields`, `--method NAME`, `--before COMMIT` (the patterns of an older commit, from
 * the history), `--errors` (lists the errors of the folds; those of held-back systems stay unread).
 */
import { parseArgs } from 'node:util';
import traditional from '../../src/data/words/traditional.json' with { type: 'json' };
import { normalizeForTraining } from './build-model.ts';
import { type Classify, type Method, methods } from './methods.ts';
import { patternsOf } from './older-patterns.ts';
import { type Figure, figuresOf, type Prediction, scoreOf } from './scores.ts';
import { type Split, splitFolds, splitHeldBack, splitOwn } from './split.ts';
import { labelsOf, readTable, type Task, tasks } from './tables.ts';

const { values: options } = parseArgs({
  options: {
    task: { type: 'string' },
    method: { type: 'string' },
    before: { type: 'string' },
    errors: { type: 'boolean' },
  },
});

function predict(task: Task, method: Method, { train, test }: Split): Prediction[] {
  const classify: Classify = method(task, train);
  const seen = new Set(train.map(({ text }) => normalizeForTraining(text)));
  return test.map((row) => ({ row, ...classify(row.text), isSeen: seen.has(normalizeForTraining(row.text)) }));
}

/** The language of a text: traditional characters, only Latin letters, or the rest. */
function languageOf(text: string): string {
  if (!/[\u3400-\u9fff]/.test(text)) return 'en';
  return [...text].some((character) => traditional.traditional.includes(character)) ? 'zh-TW' : 'zh-CN';
}

const percent = (share: number) => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`);
const isMet = ({ value, least = 0, most = 1 }: Figure) => value >= least && value <= most;
const targetOf = ({ least, most }: Figure) =>
  least !== undefined ? `≥ ${percent(least)}` : most !== undefined ? `≤ ${percent(most)}` : '';

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  console.log();
}

function printFigures(task: Task, sets: Readonly<Record<string, readonly Prediction[]>>): void {
  const names = Object.keys(sets).filter((name) => (sets[name] as readonly Prediction[]).length > 0);
  const figures = names.map((name) => figuresOf[task](sets[name] as readonly Prediction[]));
  printTable(
    ['figure', 'target', ...names],
    (figures[0] ?? []).map((first, index) => [
      first.name,
      targetOf(first),
      ...figures.map((set) => {
        const figure = set[index] as Figure;
        return `${percent(figure.value)} of ${figure.rows}${Number.isNaN(figure.value) || isMet(figure) ? '' : ' ✗'}`;
      }),
    ]),
  );
}

function evaluate(task: Task, name: string, method: Method): void {
  const rows = readTable(task);
  console.log(`## ${task}, ${name}\n`);
  const folds = splitFolds(rows).flatMap((split) => predict(task, method, split));
  const held = predict(task, method, splitHeldBack(rows));
  const own = predict(task, method, splitOwn(rows));
  const unseen = (predictions: readonly Prediction[]) => predictions.filter(({ isSeen }) => !isSeen);
  printFigures(task, {
    'systems left out': folds,
    'of them texts not in training': unseen(folds),
    'systems held back': held,
    'of these texts not in training': unseen(held),
    'own, held back': own,
  });
  printTable(
    ['label', 'rows', 'recall', 'precision', 'rows held back', 'recall', 'precision'],
    labelsOf[task].map((label) => {
      const [inFolds, inHeld] = [scoreOf(folds, [label]), scoreOf(held, [label])];
      return [
        label,
        ...[inFolds, inHeld].flatMap((score) => [`${score.rows}`, percent(score.recall), percent(score.precision)]),
      ];
    }),
  );
  const inLanguage = (language: string) => [...folds, ...held].filter(({ row }) => languageOf(row.text) === language);
  printFigures(task, Object.fromEntries(['zh-CN', 'zh-TW', 'en'].map((language) => [language, inLanguage(language)])));
  if (options.errors === true)
    for (const { row, label, margin } of folds)
      if (row.label !== label)
        console.log(['error', row.text, row.label, label, margin, row.where, row.system].join('\t'));
}

for (const task of tasks) {
  if (options.task !== undefined && options.task !== task) continue;
  for (const [name, method] of Object.entries(methods))
    if (name === (options.method ?? 'n-grams') || options.method === 'all') evaluate(task, name, method);
  if (options.before !== undefined) evaluate(task, `patterns of ${options.before}`, await patternsOf(options.before));
}
