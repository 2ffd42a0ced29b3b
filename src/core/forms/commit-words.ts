/** Classifies the controls of a page and its messages by the words on them. docs/measurement/forms.md, "Submission" */
import type { CommitClass } from '../events.ts';
import { matchesPattern } from './field-kinds.ts';
import type { FormWords } from './form-words.ts';

/** A classifier for controls and messages. */
export interface CommitWords {
  /**
   * Returns the class of a control, or null when the control does not affect a form. Returns null for a text of over 16
   * characters.
   */
  classOf(words: string): CommitClass | 'template' | 'export' | 'quit' | null;
  /** Returns whether a message on the page shows success or failure of a commit; null when it shows neither. */
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
