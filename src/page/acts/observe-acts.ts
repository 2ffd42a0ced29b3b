/**
 * This folder recognizes burden acts by words: on a control that a person presses, near files that a person chooses, in
 * headings and at deadlines. A page sends only the classes of the words that it found. The words themselves are never
 * sent or stored. docs/measurement.md, "Burden acts"; docs/rules.md.
 */
import { type ActWords, type ActWordTables, compileActWords, normalizeLabel } from '../../core/acts/act-words.ts';
import type { PageMs, WordSort } from '../../core/events.ts';
import { normalizeText } from '../../core/forms/field-labels.ts';
import { parentOf } from '../frame/event-target.ts';
import type { ScriptContext } from '../frame/frame-context.ts';
import { headingBefore, nearestMatches, textOf } from './nearby-text.ts';
import { renderMs, scanDelaysMs, searchableText } from './when-acts-needed.ts';

/** Two presses of the same control within this time are one act. */
const sameControlMs = 60_000;
/** The most elements that one scan examines, because pages can be very long. */
const maxElements = 3_000;
/** The most deadlines that are sent for one label. */
const maxDues = 50;
/** Texts with more characters than this are not headings. */
const maxHeading = 60;
/** The most characters of a dialog's text that are searched. */
const maxDialog = 300;

const isShownClass = (id: string) => /^(heading|medium|due)/.test(id);
/** Returns the label at the start of a text: the text before the first colon. */
const labelIn = (text: string) => text.split(/[:：]/, 1)[0] as string;

/** Returns a function that tells whether the label of an element contains one of the words in `hints`. */
const hasLabelWith = (hints: readonly string[]) => {
  const firsts = RegExp(`[${hints.map((word) => word[0]).join('')}]`, 'i');
  return (e: Element) => {
    const text = textOf(e);
    if (text.length > maxHeading || !firsts.test(text)) return false;
    const plain = normalizeLabel(labelIn(text));
    return hints.some((word) => plain.includes(word));
  };
};

/** Observes the burden acts of one frame. `words` are the words that the worker has stored for pages. */
export function observeActs(ctx: ScriptContext, words: ActWords): void {
  const { document } = ctx;
  const { delay, coalesce, controlOf, filesOf, isShown } = ctx.dom;
  const seen = new WeakSet<Element>();
  const pressed = new WeakMap<Element, { readonly words: string; readonly at: PageMs }>();
  // The tables are compiled when they are first needed: all words for a press, a third of them for texts that are
  // shown.
  let compiled: ActWordTables | undefined;
  let compiledForShown: ActWordTables | undefined;
  const tables = () => {
    compiled ??= compileActWords(words);
    return compiled;
  };
  const tablesForShown = () => {
    const classes = Object.entries(words.classes).filter(([id]) => isShownClass(id));
    compiledForShown ??= compileActWords({ ...words, classes: Object.fromEntries(classes) });
    return compiledForShown;
  };
  const reportWords = (
    sort: WordSort,
    on: readonly string[],
    near: readonly string[],
    count: number,
    due: readonly string[],
    at = ctx.now(),
  ) => ctx.report({ kind: 'words', sort, at: ctx.epoch(at), on, near, count, due });
  /** Returns the texts of the headings above an element and of the labels near it. */
  const textsAround = (e: Element, near = nearestMatches(e, words.near)) =>
    [...near, headingBefore(e, words.heads), ...document.querySelectorAll('title,h1,h2,[class*=banner]')]
      .map(textOf)
      .filter((text) => text.length < maxHeading);

  ctx.on(['click', 'change', 'paste'], (event, at) => {
    scanSoon();
    const isClick = event.type === 'click';
    const control = isClick ? controlOf(event) : null;
    const files = filesOf(event);
    const element = control?.element ?? (!isClick && files?.path.find((e) => e.isConnected));
    if (!element) return;
    // The text is compared too, because message boxes reuse the same button with another text.
    const label = normalizeLabel(control?.words ?? '');
    const { classesOf, friendsIn, dialogSays } = tables();
    const on = classesOf(label);
    const before = pressed.get(element);
    if (control && (!on[0] || (before?.words === label && at - before.at < sameControlMs))) return;
    pressed.set(element, { words: label, at });
    scan();
    const box = element.parentElement;
    const labels = nearestMatches(element, words.near);
    // If the box contains a label, the text outside the box belongs to other controls.
    const beside = [
      element.previousElementSibling,
      box,
      labels[0] && box?.contains(labels[0]) ? null : box?.parentElement,
    ];
    const near = [
      ...beside.map(textOf).filter((text) => text.length < maxHeading && text !== control?.words.trim()),
      ...textsAround(element, labels),
    ];
    const dialog = dialogOf(element);
    reportWords(
      event.type as WordSort,
      [...on, ...friendsIn(label)],
      [
        ...near.flatMap((text) => classesOf(normalizeLabel(text))),
        ...friendsIn(normalizeLabel([...near, dialog].join('\0'))),
        ...dialogSays(normalizeLabel(dialog)),
      ],
      // The number of files; for a press, the number of file choosers on the page.
      files?.count ?? document.querySelectorAll('[type=file]').length,
      [],
      at,
    );
  });

  /**
   * Returns the text of the dialog around an element, or ''. Parts of a dialog match the selector too, so this takes
   * the outermost match that has a short text.
   */
  const dialogOf = (e: Element) => {
    let dialogText = '';
    for (let box = e.closest(words.dialogs); box; box = parentOf(box)?.closest(words.dialogs) ?? null) {
      const text = textOf(box);
      if (dialogText && text.length > maxDialog) break;
      dialogText = text.slice(0, maxDialog);
    }
    return dialogText;
  };

  let scanned = '';
  let labels: readonly Element[] = [];
  const scan = () => {
    if (ctx.signal.aborted || document.visibilityState !== 'visible') return;
    const text = document.title + textOf(document.body);
    // If the text is unchanged, only check which of the labels that were found before are shown now.
    if (text !== scanned || labels.some((e) => !e.isConnected)) {
      if (!ctx.mayRecord()) return;
      scanned = text;
      const all = searchableText(text);
      // A plain search of the whole text comes first, because it is faster than examining every element.
      const hints = words.shown.split('|').filter((word) => all.includes(word));
      labels = hints[0]
        ? [...document.querySelectorAll(words.wide)].slice(0, maxElements).filter(hasLabelWith(hints))
        : [];
    }
    if (!labels[0]) return;
    const { classesOf, friendsIn } = tablesForShown();
    // The normalized text of the page, computed when the first label is found. The texts near a label are examined only
    // if the page contains a word that belongs to the form of the label.
    let page = '';
    for (const e of labels) {
      if (seen.has(e)) continue;
      const text = textOf(e);
      const label = labelIn(text);
      const plain = normalizeLabel(label);
      const on = classesOf(plain);
      if (!on[0] || !isShown(e)) continue;
      seen.add(e);
      page ||= normalizeText(scanned);
      const forms = on.map((id) => id.split(' ')[1] as string);
      const box = e.parentElement;
      const column = ((e as HTMLTableCellElement).cellIndex ?? -1) + 1;
      const after = [
        text.slice(label.length + 1) || textOf(box).split(text)[1] || '',
        ...(column ? nearestMatches(e, `td:nth-child(${column})`) : []).map(textOf),
      ];
      reportWords(
        'shown',
        [
          ...on,
          ...friendsIn(plain, forms),
          e.matches(words.near) ? 'title' : 'text',
          /\d/.test(`${after}${textOf(box?.parentElement)}`) ? 'number' : 'none',
        ],
        friendsIn(page, forms)[0] ? friendsIn(normalizeLabel(textsAround(e).join('\0')), forms) : [],
        1,
        after.flatMap((t) => RegExp(words.date).exec(t.slice(0, 40))?.slice(1).join() ?? []).slice(0, maxDues),
      );
    }
  };
  const scanSoon = coalesce(renderMs, scan);
  for (const ms of scanDelaysMs) if (ctx.begun + ms > ctx.now()) delay(ctx.begun + ms - ctx.now(), scan);
  // If this script loads after the time of the first scan, it scans now.
  if (ctx.begun + (scanDelaysMs[0] as number) < ctx.now()) scan();
}
