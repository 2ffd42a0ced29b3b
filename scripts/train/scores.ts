/** Counts how often labels were right: precision and recall of sets of labels, and the targets of each task. */
import { isSecretByPattern } from './secret-pattern.ts';
import type { Row, Task } from './tables.ts';

/** A row of a test set with what the classifier said. */
export interface Prediction {
  readonly row: Row;
  readonly label: string;
  readonly margin: number;
  /** Whether a text that is equal after normalisation was in the training set. */
  readonly isSeen: boolean;
}

export interface Score {
  /** Of the rows that have one of the labels, the share that got one. */
  readonly recall: number;
  /** Of the rows that got one of the labels, the share that has one. */
  readonly precision: number;
  readonly rows: number;
}

export function scoreOf(predictions: readonly Prediction[], labels: readonly string[]): Score {
  const has = predictions.filter(({ row }) => labels.includes(row.label));
  const got = predictions.filter(({ label }) => labels.includes(label));
  const both = has.filter(({ label }) => labels.includes(label)).length;
  return { recall: both / has.length, precision: both / got.length, rows: has.length };
}

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly rows: number;
  /** A share that must be reached, or a share that must not be exceeded. */
  readonly least?: number;
  readonly most?: number;
}

/** Places whose words name where to go or what stands below; they are no controls that send a form. */
const isPlace = ({ where }: Row) => ['menu', 'tab', 'heading', 'column'].includes(where);
const isButton = ({ where }: Row) => ['button', 'dialog-button', 'toolbar'].includes(where);

/** The figures that the words are judged by. */
export const figuresOf: Readonly<Record<Task, (predictions: readonly Prediction[]) => Figure[]>> = {
  messages(all) {
    const refusals = scoreOf(all, ['failure', 'validation']);
    const successes = scoreOf(all, ['success']);
    const questions = all.filter(({ row }) => row.label === 'question');
    const refused = all.filter(({ row }) => row.label === 'failure' || row.label === 'validation');
    const asSuccess = (some: readonly Prediction[]) =>
      some.filter(({ label }) => label === 'success').length / some.length;
    return [
      { name: 'refusals, recall', value: refusals.recall, rows: refusals.rows, least: 0.93 },
      { name: 'refusals, precision', value: refusals.precision, rows: refusals.rows, least: 0.95 },
      { name: 'successes, recall', value: successes.recall, rows: successes.rows, least: 0.92 },
      { name: 'successes, precision', value: successes.precision, rows: successes.rows, least: 0.95 },
      { name: 'questions taken for success', value: asSuccess(questions), rows: questions.length, most: 0 },
      { name: 'refusals taken for success', value: asSuccess(refused), rows: refused.length },
    ];
  },
  controls(all) {
    const buttons = all.filter(({ row }) => isButton(row));
    const places = all.filter(({ row }) => isPlace(row));
    const commits = scoreOf(buttons, ['commit']);
    const taken = places.filter(({ label }) => label === 'commit' || label === 'confirm').length;
    return [
      { name: 'commit buttons, recall', value: commits.recall, rows: commits.rows, least: 0.85 },
      { name: 'commit buttons, precision', value: commits.precision, rows: commits.rows, least: 0.75 },
      {
        name: 'menus, tabs, headings, columns taken for commit',
        value: taken / places.length,
        rows: places.length,
        most: 0.01,
      },
      { name: 'label right', value: shareRight(all), rows: all.length },
    ];
  },
  fields(all) {
    const withPattern = all.map((one) => (isSecretByPattern(one.row.text) ? { ...one, label: 'secret' } : one));
    return [all, withPattern].flatMap((some, index) => {
      const suffix = index === 0 ? '' : ', with the pattern';
      const secrets = scoreOf(some, ['secret']);
      const others = some.filter(({ row }) => row.label !== 'secret');
      const falseSecrets = others.filter(({ label }) => label === 'secret').length;
      return [
        { name: `field kinds right${suffix}`, value: shareRight(some), rows: some.length, least: 0.9 },
        { name: `secrets, recall${suffix}`, value: secrets.recall, rows: secrets.rows, least: 1 },
        { name: `other fields taken for secret${suffix}`, value: falseSecrets / others.length, rows: others.length },
      ];
    });
  },
};

export const shareRight = (all: readonly Prediction[]): number =>
  all.filter(({ row, label }) => row.label === label).length / all.length;
