/**
 * The lexicon (src/data/lexicon.json: the burden forms' terms in three scripts, with places and precision) and the
 * rules of its use (src/data/act-rules.json) → the words that pages are given. docs/rules.md, "From the lexicon to
 * what is counted".
 */
import { type ActHints, type ActWords, normalizeLabel } from './act-words.ts';

interface Term {
  readonly 'zh-CN': string;
  readonly 'zh-TW': string;
  readonly en: string;
  readonly where: readonly string[];
  readonly precision: string;
}

export interface Lexicon {
  readonly categories: Readonly<Record<string, { readonly terms: readonly Term[] }>>;
}

/**
 * Where words stand. On controls: `button` counts by itself, `weak` with a heading of the same form near, `report`
 * waits for its submission, `direct` is a report in one press. On the page: `heading` (precise), `medium` (needs
 * company), `label` of a file or an image, `stem` (a label with an occasion before it), `due` of a deadline.
 */
type Place = 'button' | 'weak' | 'report' | 'direct' | 'heading' | 'medium' | 'label' | 'stem' | 'due';
type Table = Readonly<Record<string, string>>;

export interface ActRules extends Omit<ActWords, 'classes' | 'around' | 'shown'> {
  /** Terms that stand for nothing by themselves. */
  readonly skip: readonly string[];
  /** Words as they stand on portals, besides the lexicon's: place → form → words joined by `|`. */
  readonly places: Readonly<Partial<Record<Place, Table>>>;
  readonly stems: Table;
  /** What may stand before and after a word: of a control, a heading, a label. */
  readonly fillers: string;
  readonly endings: string;
  readonly units: string;
  readonly tails: string;
  readonly occasions: string;
  /** What is pressed in presence prompts. */
  readonly answers: string;
  /** What is a menu: no heading. */
  readonly menus: string;
}

/** Forms that are measured by time and by where one works, not by words. */
const wordless = ['fragmentation', 'after-hours'];
/** Documents in circulation are the work itself: their verbs are noted, their headings say nothing. */
const pressedOnly = ['office-oa'];

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
  const noMenu = (selector: string) => `:is(${selector}):not(:is(${menus}),:is(${menus}) *)`;
  const selectors = { near: noMenu(near), heads: noMenu(heads), wide, dialogs };
  return { classes, around, friends, friendsOf, prompts, logout, shown, date, ...selectors };
}

/** What may stand for anything on a control. Where it sends a form, nothing else need be on the page. */
const isWeak = (id: string) => /^(weak (?!multi-reporting)|answer|button engagement-quota)/.test(id);

/** The words by which pages know that they need the lexicon. */
export function hintsOf({ classes }: ActWords): ActHints {
  return { page: shortest(classes, (id) => !isWeak(id)), controls: shortest(classes, isWeak) };
}

/** Words of which each word of some classes holds one: what holds 打卡截图 holds 打卡. */
function shortest(classes: Table, isWanted: (id: string) => boolean): string {
  const words = [...new Set(Object.entries(classes).flatMap(([id, list]) => (isWanted(id) ? list.split('|') : [])))];
  return words.filter((word) => !words.some((other) => other !== word && word.includes(other))).join('|');
}

/** `place form` → its words, plain. */
function collect(lexicon: Lexicon, rules: ActRules): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  const add = (place: Place, form: string, list: readonly string[]) => {
    const set = words.get(`${place} ${form}`) ?? new Set();
    words.set(`${place} ${form}`, set);
    for (const word of list) set.add(normalizeLabel(word));
  };
  for (const [form, { terms }] of Object.entries(lexicon.categories)) {
    if (wordless.includes(form)) continue;
    for (const { where, precision, ...term } of terms) {
      if (precision === 'low' || rules.skip.includes(term['zh-CN'])) continue;
      const all = [term['zh-CN'], term['zh-TW'], term.en].filter((word) => !rules.skip.includes(word));
      if (where.includes('button')) add(form === 'multi-reporting' ? 'report' : 'button', form, all);
      if (pressedOnly.includes(form)) continue;
      if (form === 'deadline-reply' && where.includes('label')) add('due', form, all);
      else if (where.some((place) => place === 'heading' || place === 'column' || place === 'label'))
        add(precision === 'high' ? 'heading' : 'medium', form, all);
      if ((form === 'photo-proof' || form === 'trace-keeping') && where.includes('label')) add('label', form, all);
    }
  }
  for (const [place, table] of [...Object.entries(rules.places), ['stem', rules.stems] as const])
    for (const [form, list] of Object.entries(table)) add(place as Place, form, list.split('|'));
  return words;
}
