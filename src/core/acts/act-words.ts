import { normalizeText } from '../forms/field-kinds.ts';

/**
 * Words of burden acts, as the worker lays them ready for pages (core/acts/compile-lexicon.ts makes them). A page only says which
 * classes of words it met, on the control and near it; what that comes to is decided by the worker
 * (core/acts/judge-act.ts). Lists of words are joined by `|`. docs/rules.md, "How words are compared".
 */
export interface ActWords {
  /** Class (`button check-in`, `medium ranking`, `answer` …) → its words, plain. */
  readonly classes: Readonly<Record<string, string>>;
  /** Place → what may stand before a word and after it, any number of times. Words of other places stand alone. */
  readonly around: Readonly<Record<string, readonly [before: string, after: string]>>;
  /** Form → words near by that mean something else. */
  readonly friends: Readonly<Record<string, string>>;
  /** Form → what makes such a word say nothing when it follows at once. */
  readonly friendsOf: Readonly<Record<string, string>>;
  /** Patterns of what a dialog says that asks whether one is there, and of one that only ends a session. */
  readonly prompts: string;
  readonly logout: string;
  /** Words of which each that a page may show holds one. */
  readonly shown: string;
  /** A date, with or without a year and an hour: groups year, month, day, hour, minute. */
  readonly date: string;
  /** Selectors: headings and labels that are no menus; headings of sections; whatever may bear a label; dialogs. */
  readonly near: string;
  readonly heads: string;
  readonly wide: string;
  readonly dialogs: string;
}

/** Words by which a page knows whether it needs the others at all, without white space. */
export interface ActHints {
  /** One that holds none of these shows no burden form, and has no act that they don't lead to. */
  readonly page: string;
  /** On a control; they may stand for anything, so a page that merely holds them is none of interest. */
  readonly controls: string;
}

/** Plain text without bracketed remarks and trailing numbers: 点赞 (12) is 点赞. Texts that \0 joins stay apart. */
export const normalizeLabel = (text: string): string =>
  normalizeText(text.replace(/[([（【][^\n\0]*?[)\]）】]|\d+\s*(?=\0|$)/g, ''));

export interface ActWordTables {
  /** The classes of a text on a control, of a heading or a label. */
  classesOf(plain: string): string[];
  /** Of these forms, or all, those that a text near by means to be something else. */
  friendsIn(plain: string, forms?: readonly string[]): string[];
  /** What the text of a dialog is. */
  dialogSays(plain: string): string[];
}

/** Words that are only of their class beside something: a weak heading under its unit, a picture with its occasion. */
const inCompany: Readonly<Record<string, string>> = { medium: 'heading', stem: 'label' };

const fits = (text: string, parts: readonly string[]): boolean =>
  text === '' || parts.some((part) => part !== '' && text.startsWith(part) && fits(text.slice(part.length), parts));

/**
 * Tables for the look-up of every part of a short text. As patterns, half of them would have to be compiled for one
 * word, at ten times the price.
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
      // Chinese words have at most 12 characters; English ones take some two and a half times that.
      if (length <= 12 || /^[a-z0-9]{1,30}$/.test(plain))
        for (let i = 0; i < length; i++)
          for (let j = i + 1; j <= length; j++)
            for (const id of classes.get(plain.slice(i, j)) ?? []) {
              const [place, form] = id.split(' ') as [string, string];
              const company = inCompany[place];
              const around = words.around[company ?? place]?.map((list) => list.split('|'));
              if (
                around &&
                (i > 0 || !company) &&
                fits(plain.slice(0, i), around[0] as string[]) &&
                fits(plain.slice(j), around[1] as string[])
              )
                found.add(`${company ?? place} ${form}`);
            }
      return [...found].sort();
    },
    friendsIn: (plain, forms = Object.keys(words.friends)) =>
      forms.flatMap((form) => {
        const who = words.friendsOf[form]?.split('|') ?? [];
        const means = (word: string) => {
          for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1))
            if (!who.some((w) => plain.startsWith(w, at + word.length))) return true;
          return false;
        };
        return words.friends[form]?.split('|').some(means) ? [`friend ${form}`] : [];
      }),
    dialogSays: (plain) =>
      (['prompts', 'logout'] as const).flatMap((what) =>
        plain !== '' && RegExp(words[what]).test(plain) ? [what === 'prompts' ? 'prompt' : what] : [],
      ),
  };
}
