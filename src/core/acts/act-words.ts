/**
 * How a page finds the words of burden acts. The page reports only the classes of the words that it found on a control
 * and near it; the worker judges them (judge-act.ts). docs/rules.md, "From words to counts"
 *
 * The folder acts/ recognises burden acts. It turns words into classes and classes into verdicts, and relates burden
 * forms to the clauses of the rules.
 */
import { normalizeText } from '../forms/field-kinds.ts';

/** The words of burden acts as the worker stores them for pages (compile-lexicon.ts). Lists are joined by `|`. */
export interface ActWords {
  /** Class (`button check-in`, `medium ranking`, `answer` …) → its words, normalised. */
  readonly classes: Readonly<Record<string, string>>;
  /** Place → parts that may come before and after a word, in any number. Words of other places must stand alone. */
  readonly around: Readonly<Record<string, readonly [before: string, after: string]>>;
  /** Burden form → words nearby that give its words another meaning ("friends"), so that they don't count. */
  readonly friends: Readonly<Record<string, string>>;
  /** Burden form → suffixes. A friend that is directly followed by one of them does not change the meaning. */
  readonly friendsOf: Readonly<Record<string, string>>;
  /**
   * Pattern of a dialog that asks whether the person is present (`prompts`), and of one that only ends a session
   * (`logout`).
   */
  readonly prompts: string;
  readonly logout: string;
  /** Every word of a heading or a deadline contains one of these. */
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

/** Words that tell a page whether it needs `ActWords` at all. Without white space, joined by `|`. */
export interface ActHints {
  /** A page whose text contains none of these can have no burden act, unless a control has one of `controls`. */
  readonly page: string;
  /** Words that count on a control only. They are too common to be looked for in the text of the page. */
  readonly controls: string;
}

/** Normalised text without remarks in brackets and trailing numbers: 点赞 (12) → 点赞. Texts joined by \0 stay apart. */
export const normalizeLabel = (text: string): string =>
  normalizeText(text.replace(/[([（【][^\n\0]*?[)\]）】]|\d+\s*(?=\0|$)/g, ''));

/** Classifies texts of a page. All texts must be normalised (`normalizeLabel`). */
export interface ActWordTables {
  /** The classes of a control's, heading's or label's text, sorted. */
  classesOf(plain: string): string[];
  /** `friend <form>` for each of the forms (default: all) whose words get another meaning from this nearby text. */
  friendsIn(plain: string, forms?: readonly string[]): string[];
  /** `prompt` and `logout`, where the text of a dialog matches. */
  dialogSays(plain: string): string[];
}

/**
 * Places whose words count only with another part before them → the place that they then count for. A `stem` needs an
 * occasion before it, a `medium` a unit.
 */
const needsPrefix: Readonly<Record<string, string>> = { medium: 'heading', stem: 'label' };

/** Whether a text is a sequence of these parts. */
const consistsOf = (text: string, parts: readonly string[]): boolean =>
  text === '' ||
  parts.some((part) => part !== '' && text.startsWith(part) && consistsOf(text.slice(part.length), parts));

/**
 * Builds a table in which every part of a short text is looked up. Regular expressions would take ten times as long,
 * because a page would have to compile half of them for a single word.
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
      // The longest texts to search: 12 characters in Chinese, about 2.5 times as many in English.
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
