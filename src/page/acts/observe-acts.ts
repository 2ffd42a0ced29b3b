/**
 * Words of burden acts: on the control that was trustedly pressed, at files and images that were given, in headings
 * shown, at deadlines. A page says which classes of words it met and forgets the words: none leaves it, none is kept. docs/measurement.md, "Burden acts"; docs/rules.md.
 */
import { type ActWords, type ActWordTables, compileActWords, normalizeLabel } from '../../core/acts/act-words.ts';
import type { PageMs, WordSort } from '../../core/events.ts';
import { normalizeText } from '../../core/forms/field-kinds.ts';
import { parentOf } from '../frame/event-target.ts';
import type { CalledRoom } from '../frame/frame-context.ts';
import { headOver, nearest, textOf } from './nearby-text.ts';
import { drawnMs, lettersOf, looksMs } from './when-acts-needed.ts';

/** The same control again this soon: one act. */
const sameControlMs = 60_000;
/** Pages can be without end: what is beyond this isn't looked at. */
const mostElements = 3_000;
const mostDues = 50;
/** Longer texts are no headings. */
const longest = 60;
const longestDialog = 300;

const isShownClass = (id: string) => /^(heading|medium|due)/.test(id);
const labelIn = (text: string) => text.split(/[:：]/, 1)[0] as string;

/** Whether an element bears one of these words, as the start of a short text. */
const bears = (hints: readonly string[]) => {
  const firsts = RegExp(`[${hints.map((word) => word[0]).join('')}]`, 'i');
  return (e: Element) => {
    const text = textOf(e);
    if (text.length > longest || !firsts.test(text)) return false;
    const plain = normalizeLabel(labelIn(text));
    return hints.some((word) => plain.includes(word));
  };
};

export function observeActs(room: CalledRoom, words: ActWords): void {
  const { document } = room;
  const { later, soon, wordsOn, filesIn, isShown } = room.sight;
  const seen = new WeakSet<Element>();
  const pressed = new WeakMap<Element, { readonly words: string; readonly at: PageMs }>();
  // Made when a page first needs them: of all words for a press, of a third of them for what is shown.
  let made: ActWordTables | undefined;
  let madeOfShown: ActWordTables | undefined;
  const tables = () => {
    made ??= compileActWords(words);
    return made;
  };
  const tablesOfShown = () => {
    const classes = Object.entries(words.classes).filter(([id]) => isShownClass(id));
    madeOfShown ??= compileActWords({ ...words, classes: Object.fromEntries(classes) });
    return madeOfShown;
  };
  const tell = (
    sort: WordSort,
    on: readonly string[],
    near: readonly string[],
    count: number,
    due: readonly string[],
    at = room.now(),
  ) => room.report({ kind: 'words', sort, at: room.epoch(at), on, near, count, due });
  const around = (e: Element, kin = nearest(e, words.near)) =>
    [...kin, headOver(e, words.heads), ...document.querySelectorAll('title,h1,h2,[class*=banner]')]
      .map(textOf)
      .filter((text) => text.length < longest);

  room.on(['click', 'change', 'paste'], (event, at) => {
    scanSoon();
    const isClick = event.type === 'click';
    const control = isClick ? wordsOn(event) : null;
    const files = filesIn(event);
    const element = control?.element ?? (!isClick && files?.path.find((e) => e.isConnected));
    if (!element) return;
    // Message boxes use their button again, with other words.
    const said = normalizeLabel(control?.words ?? '');
    const { classesOf, friendsIn, dialogSays } = tables();
    const on = classesOf(said);
    const before = pressed.get(element);
    if (control && (!on[0] || (before?.words === said && at - before.at < sameControlMs))) return;
    pressed.set(element, { words: said, at });
    scan();
    const box = element.parentElement;
    const kin = nearest(element, words.near);
    // A box with a heading of its own is all that belongs to it: around it are its neighbours.
    const beside = [element.previousElementSibling, box, kin[0] && box?.contains(kin[0]) ? null : box?.parentElement];
    const near = [
      ...beside.map(textOf).filter((text) => text.length < longest && text !== control?.words.trim()),
      ...around(element, kin),
    ];
    const dialog = dialogOf(element);
    tell(
      event.type as WordSort,
      [...on, ...friendsIn(said)],
      [
        ...near.flatMap((text) => classesOf(normalizeLabel(text))),
        ...friendsIn(normalizeLabel([...near, dialog].join('\0'))),
        ...dialogSays(normalizeLabel(dialog)),
      ],
      // Files given; on a press, whether the page has a chooser of its own.
      files?.count ?? document.querySelectorAll('[type=file]').length,
      [],
      at,
    );
  });

  /** What the dialog says that an element stands in: its parts have names like it, so the outermost that is short. */
  const dialogOf = (e: Element) => {
    let said = '';
    for (let box = e.closest(words.dialogs); box; box = parentOf(box)?.closest(words.dialogs) ?? null) {
      const text = textOf(box);
      if (said && text.length > longestDialog) break;
      said = text.slice(0, longestDialog);
    }
    return said;
  };

  let looked = '';
  let labels: readonly Element[] = [];
  const scan = () => {
    if (room.signal.aborted || document.visibilityState !== 'visible') return;
    const text = document.title + textOf(document.body);
    // The same words as before: of those that were found, some may be shown now.
    if (text !== looked || labels.some((e) => !e.isConnected)) {
      if (!room.isOpen()) return;
      looked = text;
      const all = lettersOf(text);
      // Plain search for what may be there: to take every text apart takes longer.
      const hints = words.shown.split('|').filter((word) => all.includes(word));
      labels = hints[0] ? [...document.querySelectorAll(words.wide)].slice(0, mostElements).filter(bears(hints)) : [];
    }
    if (!labels[0]) return;
    const { classesOf, friendsIn } = tablesOfShown();
    // What stands near a label means something else only where the page holds such a word.
    let page = '';
    for (const e of labels) {
      if (seen.has(e)) continue;
      const text = textOf(e);
      const label = labelIn(text);
      const plain = normalizeLabel(label);
      const on = classesOf(plain);
      if (!on[0] || !isShown(e)) continue;
      seen.add(e);
      page ||= normalizeText(looked);
      const forms = on.map((id) => id.split(' ')[1] as string);
      const box = e.parentElement;
      const column = ((e as HTMLTableCellElement).cellIndex ?? -1) + 1;
      const after = [
        text.slice(label.length + 1) || textOf(box).split(text)[1] || '',
        ...(column ? nearest(e, `td:nth-child(${column})`) : []).map(textOf),
      ];
      tell(
        'shown',
        [
          ...on,
          ...friendsIn(plain, forms),
          e.matches(words.near) ? 'title' : 'text',
          /\d/.test(`${after}${textOf(box?.parentElement)}`) ? 'number' : 'none',
        ],
        friendsIn(page, forms)[0] ? friendsIn(normalizeLabel(around(e).join('\0')), forms) : [],
        1,
        after.flatMap((t) => RegExp(words.date).exec(t.slice(0, 40))?.slice(1).join() ?? []).slice(0, mostDues),
      );
    }
  };
  const scanSoon = soon(drawnMs, scan);
  for (const ms of looksMs) if (room.begun + ms > room.now()) later(room.begun + ms - room.now(), scan);
  // Called by what the page shows by now, or by a press.
  if (room.begun + (looksMs[0] as number) < room.now()) scan();
}
