/** The classes of words that a page would tell of texts; one that begins with `dialog` stands in a dialog. */
import { compileActWords, normalizeLabel } from '../../src/core/acts/act-words.ts';
import { compileLexicon } from '../../src/core/acts/compile-lexicon.ts';
import { actRules, lexicon } from '../../src/data/index.ts';

const { classesOf, friendsIn, dialogSays } = compileActWords(compileLexicon(lexicon, actRules));

export const wordsMet = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => {
    const [, dialog] = /^dialog(.*)/s.exec(text) ?? [];
    const plain = normalizeLabel(dialog ?? text);
    return [...(dialog === undefined ? classesOf(plain) : dialogSays(plain)), ...friendsIn(plain)];
  });
