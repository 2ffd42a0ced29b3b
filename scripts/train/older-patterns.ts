/** The word patterns of an older commit as a method, so that figures of before and after stand side by side. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Method } from './methods.ts';

const root = join(import.meta.dirname, '../..');

interface OlderWords {
  readonly formWords: { readonly secret: string };
  compileCommitWords(words: unknown): {
    classOf(text: string): string | null;
    toastSays(text: string): string | null;
  };
  fieldKindOf(kinds: unknown, plain: string): string | null;
  normalizeText(text: string): string;
  readonly fieldKindWords: Readonly<Record<string, string>>;
}

/** Reads the sources of a commit from the history. The last commit with patterns of words is 4f33e96. */
export async function patternsOf(commit: string): Promise<Method> {
  const folder = join(root, 'out/older-patterns', commit);
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('tar', ['-x', '-C', folder], {
      input: execFileSync('git', ['archive', commit, 'src', 'package.json'], { cwd: root, maxBuffer: 1e9 }),
    });
  } catch (error) {
    throw new Error(`Cannot read the patterns of ${commit}: ${(error as Error).message}`);
  }
  const load = (file: string) => import(pathToFileURL(join(folder, 'src', file)).href);
  const words: OlderWords = {
    ...(await load('core/forms/commit-words.ts')),
    ...(await load('core/forms/form-words.ts')),
    ...(await load('core/forms/field-kinds.ts')),
    ...(await load('data/index.ts')),
  };
  const { classOf, toastSays } = words.compileCommitWords(words.formWords);
  const kinds = Object.entries(words.fieldKindWords);
  const controls: Readonly<Record<string, string>> = { template: 'download', export: 'download', quit: 'cancel' };
  const labelOf = {
    controls(text: string) {
      const found = classOf(text) ?? 'other';
      return controls[found] ?? found;
    },
    messages(text: string) {
      const says = toastSays(text);
      return says === 'toast-ok' ? 'success' : says === 'toast-failed' ? 'failure' : 'neutral';
    },
    fields(text: string) {
      const plain = words.normalizeText(text);
      return RegExp(words.formWords.secret).test(plain) ? 'secret' : (words.fieldKindOf(kinds, plain) ?? 'other');
    },
  };
  return (task) => (text) => ({ label: labelOf[task](text), margin: 0 });
}
