/**
 * `npm run classify -- controls|messages|fields FILE`: reads one text a line and prints `text<TAB>label<TAB>margin`, with
 * the classifier and the table that the extension ships.
 */
import { readFileSync } from 'node:fs';
import { compileWordModel } from '../../src/core/forms/word-model.ts';
import { wordModels } from '../../src/data/index.ts';
import { isSecretByPattern } from './secret-pattern.ts';
import { type Task, tasks } from './tables.ts';

const usage = `usage: npm run classify -- ${tasks.join('|')} FILE`;

/** Returns one line for each text. Throws when the task or the file is wrong. */
export function classifyFile([task, file, ...rest]: readonly string[]): string[] {
  if (task === undefined || file === undefined || rest.length > 0)
    throw new Error(`Cannot classify: expected a task and a file; ${usage}`);
  if (!tasks.includes(task as Task)) throw new Error(`Cannot classify: ${task} is not a task; ${usage}`);
  const classify = compileWordModel(wordModels[task as Task]);
  return readLines(file).map((text) => {
    const { label, margin } = classify(text);
    // As in a page, a field is secret too when the pattern of secret words finds it.
    if (task === 'fields' && label !== 'secret' && isSecretByPattern(text)) return `${text}\tsecret\t0`;
    return `${text}\t${label}\t${margin}`;
  });
}

function readLines(file: string): string[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'it does not exist' : code === 'EISDIR' ? 'it is a folder' : String(error);
    throw new Error(`Cannot read ${file}: ${reason}`);
  }
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

if (process.argv[1] === import.meta.filename)
  try {
    for (const line of classifyFile(process.argv.slice(2))) console.log(line);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
