/** Builds the file src/data/word-models.json from the tables in src/data/words. */
import { buildModel } from './build-model.ts';
import { readTable, tasks, wordsFolder } from './tables.ts';

/** Returns the content of the file. The same tables always give the same bytes. */
export const buildModels = (folder = wordsFolder): string =>
  `${JSON.stringify(Object.fromEntries(tasks.map((task) => [task, buildModel(task, readTable(task, folder))])), null, 1)}\n`;
