/**
 * Words of burden acts: on the control that was trustedly pressed, at files and images that were given, in headings
 * shown, at deadlines; short replies by length and Enter only. A page says which classes of words it met and forgets
 * the words: none leaves it, none is kept. docs/measurement.md, "Burden acts"; docs/rules.md.
 */
import { type ActWords, plainWords } from '../core/act-words.ts';
import type { PageMs, WordSort } from '../core/events.ts';
import { targetOf, wordsOn } from './controls.ts';
import { later } from './later.ts';
import { headOver, nearest, textOf } from './near-words.ts';
import { isShown } from './observe-outcome.ts';
import type { PageRoom } from './room.ts';

/** The same control again this soon: one act. */
const sameControlMs = 60_000;
/** A short reply: 收到, 好的, 已办理. */
const longestReply = 4;
/** Pages can be without end: what is beyond this isn't looked at. */
const mostElements = 3_000;
const mostDues = 50;
const mostLetters = 100_000;
/** Longer texts are no headings. */
const longest = 60;
const longestDialog = 300;

/** `isOpen` is asked with each look at the page: one that turns out to be secret is left. */
export function observeActs(room: PageRoom, words: ActWords, isOpen: () => boolean): void {
  const { document } = room;
  const seen = new WeakSet<Element>();
  const pressed = new WeakMap<Element, { readonly words: string; readonly at: PageMs }>();
  // Made when a page first needs them: most never do.
  const made: Record<string, RegExp> = {};
  const has = (pattern: string, text: string) => {
    made[pattern] ??= RegExp(pattern);
    return made[pattern].exec(text);
  };
  const idsOf = (texts: readonly string[]) =>
    texts.flatMap((text) => {
      const plain = plainWords(text);
      return Object.keys(words.patterns).filter((id) => plain && has(words.patterns[id] as string, plain));
    });
  const tell = (
    sort: WordSort,
    on: readonly string[],
    near: readonly string[],
    count: number,
    due: readonly string[],
  ) => room.report({ kind: 'words', sort, at: room.epoch(room.now()), on, near: idsOf(near), count, due });
  const around = (e: Element) =>
    [...nearest(e, words.near), headOver(e, words.heads), ...document.querySelectorAll('title,h1,h2,[class*=banner]')]
      .map(textOf)
      .filter((text) => text.length < longest);

  room.on<ClipboardEvent>(['click', 'change', 'paste'], (event, at) => {
    scanSoon();
    const isClick = event.type === 'click';
    const control = isClick ? wordsOn(event) : null;
    const files = (event.clipboardData ?? (event.target as HTMLInputElement)).files;
    const element = control?.element ?? (!isClick && files?.[0] && targetOf(event));
    if (!element) return;
    const on = idsOf(control ? [control.words] : []);
    // Message boxes use their button again, with other words.
    const said = plainWords(control?.words ?? '');
    const before = pressed.get(element);
    if (control && (!on[0] || (before?.words === said && at - before.at < sameControlMs))) return;
    pressed.set(element, { words: said, at });
    scan();
    const box = element.parentElement;
    const [kin] = nearest(element, words.near);
    // A box with a heading of its own is all that belongs to it: around it are its neighbours.
    const beside = [element.previousElementSibling, box, kin && box?.contains(kin) ? null : box?.parentElement];
    tell(
      event.type as WordSort,
      on,
      [
        ...beside.map(textOf).filter((text) => text.length < longest && text !== control?.words.trim()),
        ...around(element),
        `dialog${dialogOf(element)}`,
      ],
      // Files given; on a press, whether the page has a chooser of its own.
      (files ?? document.querySelectorAll('[type=file]')).length,
      [],
    );
  });

  room.on<KeyboardEvent>(['keydown'], (event) => {
    const box = targetOf(event)?.closest('textarea,[contenteditable=true]');
    // Its words are never read, only how many characters there are.
    const length = () => (box as HTMLTextAreaElement).textLength ?? box?.textContent?.length;
    if (box && event.key === 'Enter' && !event.shiftKey && !event.isComposing && length() && length() <= longestReply)
      // Sent when the box is empty a moment later.
      later(300, () => length() || tell('reply', [], [], 1, []));
  });

  /** What the dialog says that an element stands in: its parts have names like it, so the outermost that is short. */
  const dialogOf = (e: Element) => {
    let said = '';
    for (let box = e.closest(words.dialogs); box; box = box.parentElement?.closest(words.dialogs) ?? null) {
      const text = textOf(box);
      if (said && text.length > longestDialog) break;
      said = text.slice(0, longestDialog);
    }
    return said;
  };

  // What a press brings is drawn a moment later. One look waits at a time; presses meanwhile are worth one more.
  let isScanDue = false;
  let isMoreDue = false;
  const scanSoon = () => {
    isMoreDue = isScanDue;
    if (isScanDue) return;
    isScanDue = true;
    later(900, () => {
      isScanDue = false;
      scan();
      if (isMoreDue) scanSoon();
    });
  };
  const scan = () => {
    if (room.signal.aborted || document.visibilityState !== 'visible' || !isOpen()) return;
    const all = textOf(document.body).slice(0, mostLetters).replace(/\s/g, '').toLowerCase();
    // Plain search: to compile all the words takes longer than a page of usual size.
    const hints = words.hints.filter((word) => all.includes(word));
    if (!hints[0]) return;
    for (const e of [...document.querySelectorAll(words.wide)].slice(0, mostElements)) {
      const text = textOf(e);
      const [label] = text.split(/[:：]/) as [string];
      if (text.length > longest || seen.has(e)) continue;
      const plain = plainWords(label);
      if (!hints.some((word) => plain.includes(word)) || !has(words.gate, plain) || !isShown(e)) continue;
      seen.add(e);
      const box = e.parentElement;
      const column = ((e as HTMLTableCellElement).cellIndex ?? -1) + 1;
      const after = [
        text.slice(label.length + 1) || textOf(box).split(text)[1] || '',
        ...nearest(e, `td:nth-child(${column})`).map(textOf),
      ];
      tell(
        'shown',
        [
          ...idsOf([label]),
          e.matches(words.near) ? 'title' : 'text',
          /\d/.test(`${after}${textOf(box?.parentElement)}`) ? 'number' : 'none',
        ],
        around(e),
        1,
        after.flatMap((t) => has(words.date, t.slice(0, 40))?.slice(1).join() ?? []).slice(0, mostDues),
      );
    }
  };
  later(1_000, scan);
  later(4_000, scan);
}
