/** What a control does, and what a message says, by the words on it. docs/measurement.md, "Submission". */
import type { CommitClass } from '../events.ts';
import { matchesPattern } from './field-kinds.ts';
import type { FormWords } from './form-words.ts';

export interface CommitWords {
  /** The class of a control, or null when it isn't one that settles a form. Long texts are no controls. */
  classOf(words: string): CommitClass | 'template' | 'export' | 'quit' | null;
  /** What a message on the page says of a commit. */
  toastSays(words: string): 'toast-ok' | 'toast-failed' | null;
}

export function compileCommitWords({ commits, plainlyWell, fails, succeeds, unsure }: FormWords): CommitWords {
  return {
    classOf(words) {
      const plain = words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
      if (plain.length > 16) return null;
      return commits.find(([, pattern]) => matchesPattern(plain, pattern))?.[0] ?? null;
    },
    toastSays(words) {
      const says = (pattern: string) => matchesPattern(words.toLowerCase(), pattern);
      const isSure = !says(unsure);
      if (isSure && says(plainlyWell)) return 'toast-ok';
      return says(fails) ? 'toast-failed' : isSure && says(succeeds) ? 'toast-ok' : null;
    },
  };
}
