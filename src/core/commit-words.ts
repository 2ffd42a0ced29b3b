/** What a control does, and what a message says, by the words on it. docs/measurement.md, "Submission". */
import type { CommitClass } from './events.ts';
import type { FormWords } from './form-words.ts';

export interface CommitWords {
  /** The class of a control, or null when it isn't one that settles a form. Long texts are no controls. */
  classOf(words: string): CommitClass | 'template' | 'export' | 'quit' | null;
  /** What a message on the page says of a commit. */
  toastSays(words: string): 'toast-ok' | 'toast-failed' | null;
}

export function openCommitWords({ commits, plainlyWell, fails, succeeds, unsure }: FormWords): CommitWords {
  const rules = commits.map(([sort, pattern]) => [sort, RegExp(pattern)] as const);
  const says = [plainlyWell, unsure, fails, succeeds].map((pattern) => RegExp(pattern));
  return {
    classOf(words) {
      const plain = words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
      if (plain.length > 16) return null;
      return rules.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
    },
    toastSays(words) {
      const [isWell, isUnsure, isTrouble, isGood] = says.map((pattern) => pattern.test(words.toLowerCase()));
      if (isWell && !isUnsure) return 'toast-ok';
      return isTrouble ? 'toast-failed' : isGood && !isUnsure ? 'toast-ok' : null;
    },
  };
}
