/**
 * Compiles the words that pages look for. The sources are the lexicon (src/data/lexicon.json: terms of the burden forms
 * in three languages, with the place and the precision of each term) and the rules for using the lexicon
 * (src/data/act-rules.json). docs/rules.md, "From words to counts"
 */
import { type ActHints, type ActWords, normalizeLabel } from './act-words.ts';
import { rulesOf } from './form-rules.ts';

interface Term {
  readonly 'zh-CN': string;
  readonly 'zh-TW': string;
  readonly en: string;
  readonly where: readonly string[];
  readonly precision: string;
}

/** The parts of src/data/lexicon.json that are used here. */
export interface Lexicon {
  readonly categories: Readonly<Record<string, { readonly terms: readonly Term[] }>>;
}

/**
 * Where a word must be found, and what else is needed for the word to count.
 *
 * On a control:
 *  - `button` counts alone.
 *  - `weak` needs a heading of the same form nearby.
 *  - `report` counts when the submission that follows it is sent.
 *  - `direct` is a report that the press of the control sends.
 *
 * On the page:
 *  - `heading` counts alone.
 *  - `medium` needs a unit before it, or a `heading` of the same form on the page.
 *  - `label` belongs to a file or an image.
 *  - `stem` is a label that needs an occasion before it.
 *  - `due` belongs to a deadline.
 */
type Place = 'button' | 'weak' | 'report' | 'direct' | 'heading' | 'medium' | 'label' | 'stem' | 'due';
/** Key → words joined by `|`. */
type Table = Readonly<Record<string, string>>;

/** The rules in src/data/act-rules.json. */
export interface ActRules extends Omit<ActWords, 'classes' | 'around' | 'shown'> {
  /** Terms of the lexicon that are too common to count. */
  readonly skip: readonly string[];
  /** Further words that portals use. Place → burden form → words joined by `|`. */
  readonly places: Readonly<Partial<Record<Place, Table>>>;
  /** Burden form → words of labels that need an occasion before them. */
  readonly stems: Table;
  /** Parts that may stand before (`fillers`) and after (`endings`) the word of a control. */
  readonly fillers: string;
  readonly endings: string;
  /** Parts that may stand before (`units`) and after (`tails`) the word of a heading. */
  readonly units: string;
  readonly tails: string;
  /** Parts that may stand before the word of a label. */
  readonly occasions: string;
  /** Words of the controls that answer a presence prompt. */
  readonly answers: string;
  /** Selector of menus. Menu items are not headings. */
  readonly menus: string;
}

/** Compiles the words that the worker stores for pages. The keys of `classes` are `place form`. */
export function compileLexicon(lexicon: Lexicon, rules: ActRules): ActWords {
  const words = collect(lexicon, rules);
  const { fillers, endings, units, tails, occasions, answers } = rules;
  const { friends, friendsOf, prompts, logout, date, near, heads, menus, wide, dialogs } = rules;
  const classes: Record<string, string> = { answer: answers };
  for (const [id, list] of words) classes[id] = [...list].join('|');
  const shown = shortest(classes, (id) => /^(heading|medium|due) /.test(id));
  const control = [fillers, endings] as const;
  const around = {
    button: control,
    weak: control,
    report: control,
    direct: control,
    heading: [units, tails],
    label: [occasions, ''],
  } as const;
  const outsideMenus = (selector: string) => `:is(${selector}):not(:is(${menus}),:is(${menus}) *)`;
  const selectors = { near: outsideMenus(near), heads: outsideMenus(heads), wide, dialogs };
  return { classes, around, friends, friendsOf, prompts, logout, shown, date, ...selectors };
}

/**
 * Whether the words of a class are too common to be searched for in a page's text. The weak words of `multi-reporting`
 * are searched for although they are weak, because a report needs no other word on the page.
 */
const isWeak = (id: string) => /^(weak (?!multi-reporting)|answer|button engagement-quota)/.test(id);

/** Returns the words by which a page decides whether it needs the compiled words. */
export function hintsOf({ classes }: ActWords): ActHints {
  return { page: shortest(classes, (id) => !isWeak(id)), controls: shortest(classes, isWeak) };
}

/**
 * Returns the shortest words of some classes. Every word of these classes contains one of the returned words. 打卡截图
 * contains 打卡, so only 打卡 is returned.
 */
function shortest(classes: Table, isWanted: (id: string) => boolean): string {
  const words = [...new Set(Object.entries(classes).flatMap(([id, list]) => (isWanted(id) ? list.split('|') : [])))];
  return words.filter((word) => !words.some((other) => other !== word && word.includes(other))).join('|');
}

/** Returns a map from `place form` to the words of this place and form, normalised. */
function collect(lexicon: Lexicon, rules: ActRules): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  const add = (place: Place, form: string, list: readonly string[]) => {
    const set = words.get(`${place} ${form}`) ?? new Set();
    words.set(`${place} ${form}`, set);
    for (const word of list) set.add(normalizeLabel(word));
  };
  for (const [form, { terms }] of Object.entries(lexicon.categories)) {
    const { words: counted, isReport, isDeadline, isUpload } = rulesOf(form);
    if (counted === 'none') continue;
    for (const { where, precision, ...term } of terms) {
      if (precision === 'low' || rules.skip.includes(term['zh-CN'])) continue;
      const all = [term['zh-CN'], term['zh-TW'], term.en].filter((word) => !rules.skip.includes(word));
      if (where.includes('button')) add(isReport ? 'report' : 'button', form, all);
      if (counted === 'controls') continue;
      if (isDeadline && where.includes('label')) add('due', form, all);
      else if (where.some((place) => place === 'heading' || place === 'column' || place === 'label'))
        add(precision === 'high' ? 'heading' : 'medium', form, all);
      if (isUpload && where.includes('label')) add('label', form, all);
    }
  }
  for (const [place, table] of [...Object.entries(rules.places), ['stem', rules.stems] as const])
    for (const [form, list] of Object.entries(table)) add(place as Place, form, list.split('|'));
  return words;
}
