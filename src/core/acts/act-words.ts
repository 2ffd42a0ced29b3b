/**
 * Finds the words of burden acts on a page. The page sends only the classes of the words that it found on a control and
 * near the control. The worker judges these classes (judge-act.ts). docs/rules.md, "From words to counts"
 *
 * The code in the folder acts/ recognises burden acts. It turns words into classes, turns classes into verdicts, and
 * relates burden forms to the clauses of the rules.
 */
import { normalizeText } from '../forms/field-labels.ts';

/** The words of burden acts as the worker stores them for pages (compile-lexicon.ts). Lists are joined by `|`. */
export interface ActWords {
  /** Class (`button check-in`, `medium ranking`, `answer` …) → words of the class, normalised. */
  readonly classes: Readonly<Record<string, string>>;
  /**
   * Place → parts that may stand before and after a word, in any number. A word whose place is not listed here must be
   * the whole text.
   */
  readonly around: Readonly<Record<string, readonly [before: string, after: string]>>;
  /**
   * Burden form → "friends": nearby words that give the words of this form another meaning, so that these words don't
   * count.
   */
  readonly friends: Readonly<Record<string, string>>;
  /**
   * Burden form → suffixes. A friend that is directly followed by one of these suffixes does not change the meaning.
   */
  readonly friendsOf: Readonly<Record<string, string>>;
  /**
   * Patterns of the texts of dialogs. `prompts`: the dialog asks whether the person is present. `logout`: the dialog
   * only ends a session.
   */
  readonly prompts: string;
  readonly logout: string;
  /** Words, joined by `|`. Every word of a heading or a deadline contains one of them. */
  readonly shown: string;
  /** Pattern of a date, with or without year and hour. Its groups are year, month, day, hour, minute. */
  readonly date: string;
  /** Selector of headings and labels outside menus. */
  readonly near: string;
  /** Selector of headings of sections. */
  readonly heads: string;
  /** Selector of all elements that may have a label. */
  readonly wide: string;
  /** Selector of dialogs. */
  readonly dialogs: string;
}

/** Words by which a page decides whether it needs `ActWords` at all. They have no white space and are joined by `|`. */
export interface ActHints {
  /**
   * A page can have a burden act only if its text contains one of these words, or one of its controls has a word of
   * `controls`.
   */
  readonly page: string;
  /** Words that count only on a control. They are too common to be searched for in the text of the page. */
  readonly controls: string;
}

/**
 * Normalises a text and removes remarks in brackets and trailing numbers: 点赞 (12) → 点赞. Texts joined by \0 stay
 * separate.
 */
export const normalizeLabel = (text: string): string =>
  normalizeText(text.replace(/[([（【][^\n\0]*?[)\]）】]|\d+\s*(?=\0|$)/g, ''));

/** Classifies texts of a page. All texts must be normalised (`normalizeLabel`). */
export interface ActWordTables {
  /** Returns the classes of the text of a control, heading or label, sorted. */
  classesOf(plain: string): string[];
  /**
   * Returns `friend <form>` for each of `forms` (default: all forms) whose words have another meaning near this text.
   */
  friendsIn(plain: string, forms?: readonly string[]): string[];
  /** Returns `prompt` if the text of a dialog matches `prompts`, and `logout` if it matches `logout`. */
  dialogSays(plain: string): string[];
}

/**
 * Place whose words count only after another part → the place that they have after such a part. A word of `stem` needs
 * an occasion before it. A word of `medium` needs a unit before it.
 */
const needsPrefix: Readonly<Record<string, string>> = { medium: 'heading', stem: 'label' };

/** Whether a text is a sequence of some of these parts. */
const consistsOf = (text: string, parts: readonly string[]): boolean =>
  text === '' ||
  parts.some((part) => part !== '' && text.startsWith(part) && consistsOf(text.slice(part.length), parts));

/**
 * Builds a table of all words. Every part of a short text is looked up in this table. Regular expressions would take
 * ten times as long, because a page would have to compile half of the expressions to look up a single word.
 */
export function compileActWords(words: ActWords): ActWordTables {
  const classes = new Map<string, string[]>();
  for (const [id, list] of Object.entries(words.classes))
    for (const word of list.split('|')) {
      const ids = classes.get(word);
      if (ids) ids.push(id);
      else classes.set(word, [id]);
    }
  return {
    classesOf(plain) {
      const { length } = plain;
      const found = new Set(classes.get(plain)?.filter((id) => /^(medium|due|answer)/.test(id)));
      // Only short texts are searched: up to 12 characters of any script, or up to 30 Latin letters and digits.
      if (length <= 12 || /^[a-z0-9]{1,30}$/.test(plain))
        for (let i = 0; i < length; i++)
          for (let j = i + 1; j <= length; j++)
            for (const id of classes.get(plain.slice(i, j)) ?? []) {
              const [place, form] = id.split(' ') as [string, string];
              const prefixed = needsPrefix[place];
              const around = words.around[prefixed ?? place]?.map((list) => list.split('|'));
              if (
                around &&
                (i > 0 || !prefixed) &&
                consistsOf(plain.slice(0, i), around[0] as string[]) &&
                consistsOf(plain.slice(j), around[1] as string[])
              )
                found.add(`${prefixed ?? place} ${form}`);
            }
      return [...found].sort();
    },
    friendsIn: (plain, forms = Object.keys(words.friends)) =>
      forms.flatMap((form) => {
        const suffixes = words.friendsOf[form]?.split('|') ?? [];
        const isFriend = (word: string) => {
          for (let index = plain.indexOf(word); index >= 0; index = plain.indexOf(word, index + 1))
            if (!suffixes.some((suffix) => plain.startsWith(suffix, index + word.length))) return true;
          return false;
        };
        return words.friends[form]?.split('|').some(isFriend) ? [`friend ${form}`] : [];
      }),
    dialogSays: (plain) =>
      (['prompts', 'logout'] as const).flatMap((pattern) =>
        plain !== '' && RegExp(words[pattern]).test(plain) ? [pattern === 'prompts' ? 'prompt' : pattern] : [],
      ),
  };
}
