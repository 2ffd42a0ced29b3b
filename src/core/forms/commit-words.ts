/** Classifies controls and messages of a page by their words. docs/measurement/forms.md, "Submission" */
import type { CommitClass } from '../events.ts';
import { matchesPattern } from './field-kinds.ts';
import type { FormWords } from './form-words.ts';

/** A classifier for controls and messages. */
export interface CommitWords {
  /** The class of a control, or null when it does not affect a form. A text over 16 characters counts as no control. */
  classOf(words: string): CommitClass | 'template' | 'export' | 'quit' | null;
  /** What a message reports about a commit: success, failure, or neither (null). */
  toastSays(words: string): 'toast-ok' | 'toast-failed' | null;
}

/** Builds the classifier from the words that the worker stored for pages. */
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
