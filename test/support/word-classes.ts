/** Computes the word classes of burden acts that a page sends for some texts. */
import { compileActWords, normalizeLabel } from '../../src/core/acts/act-words.ts';
import { compileLexicon } from '../../src/core/acts/compile-lexicon.ts';
import { actRules, lexicon } from '../../src/data/index.ts';

const { classesOf, friendsIn, dialogSays } = compileActWords(compileLexicon(lexicon, actRules));

/** Returns the word classes of the texts. The prefix `dialog` marks the text of a dialog. */
export const wordClassesOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => {
    const [, dialog] = /^dialog(.*)/s.exec(text) ?? [];
    const plain = normalizeLabel(dialog ?? text);
    return [...(dialog === undefined ? classesOf(plain) : dialogSays(plain)), ...friendsIn(plain)];
  });
