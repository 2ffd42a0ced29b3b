/** Reads the labelled tables of src/data/words: text, label, where the text stands, source system. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import rawFieldKinds from '../../src/data/field-kinds.json' with { type: 'json' };

const messageLabels = ['neutral', 'progress', 'question', 'validation', 'failure', 'success'];
const controlLabels = [
  'other',
  'nav',
  'act',
  'open',
  'cancel',
  'print',
  'download',
  'upload',
  'search',
  'reset',
  'delete',
  'next',
  'login',
  'draft',
  'confirm',
  'commit',
];

/** The labels of each task, the most cautious first: on equal sums the first one wins. */
export const labelsOf = {
  controls: controlLabels,
  messages: messageLabels,
  fields: ['secret', 'other', ...Object.keys(rawFieldKinds)],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Task = keyof typeof labelsOf;
export const tasks = Object.keys(labelsOf) as Task[];

/** One line of a table. */
export interface Row {
  readonly text: string;
  readonly label: string;
  /** `button`, `menu`, `tab`, `toast`, … */
  readonly where: string;
  /** `own` for rows that were written for this table. */
  readonly system: string;
}

export const wordsFolder = join(import.meta.dirname, '../../src/data/words');

/** Parses a table. Throws with the line number when a line is not valid. */
export function parseTable(task: Task, content: string): Row[] {
  const labels: readonly string[] = labelsOf[task];
  const [head, ...lines] = content.split('\n');
  const fail = (line: number, reason: string): never => {
    throw new Error(`Cannot read ${task}.tsv, line ${line}: ${reason}`);
  };
  if (head !== 'text\tlabel\twhere\tsystem') fail(1, 'the header is not text, label, where, system');
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    const cells = line.split('\t');
    if (cells.length !== 4) fail(index + 2, `${cells.length} cells instead of 4`);
    const [text, label, where, system] = cells as [string, string, string, string];
    if (!labels.includes(label)) fail(index + 2, `${label} is not a label of ${task}`);
    return [{ text, label, where, system }];
  });
}

/** Reads the table of a task. */
export function readTable(task: Task, folder = wordsFolder): Row[] {
  const path = join(folder, `${task}.tsv`);
  return existsSync(path) ? parseTable(task, readFileSync(path, 'utf8')) : [];
}
