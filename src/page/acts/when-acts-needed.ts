/**
 * When a frame needs the observer of burden acts (acts.iife.ts): once the page holds a word of one, a control that bears
 * one is pressed, or files are given.
 */
import type { ActHints } from '../../core/acts/act-words.ts';
import { normalizeText } from '../../core/forms/field-kinds.ts';
import { filesIn, wordsOn } from '../frame/event-target.ts';
import type { Script } from '../frame/request-script.ts';
import { later, soon } from '../frame/timers.ts';
import { textOf } from './nearby-text.ts';

/** What the observer is to hear of from the time before it came. */
export const keptForActs = ['click', 'change', 'paste'];
/** What a page shows is read once it stood for a while, and once more. Pages can be without end. */
export const looksMs = [1_000, 4_000];
export const mostLetters = 100_000;
/** What a press brings is drawn a moment later. */
export const drawnMs = 900;

/** The text of a page as words are first looked for. */
export const lettersOf = (text: string): string => normalizeText(text.slice(0, mostLetters));

/** Gives the first look, for when the document stands and has just been looked at for secrecy marks. */
export function callActs({ room, isCalled, call }: Script, hints: ActHints): () => void {
  const { document } = room;
  const words = hints.page.split('|');
  let looked: string | undefined;
  const holds = (text: string, list: readonly string[]) => list.some((word) => text.includes(word));
  const look = (isOpen: () => boolean) => {
    if (isCalled() || room.signal.aborted || document.visibilityState !== 'visible') return;
    const text = document.title + textOf(document.body);
    // Where nothing else is written there is nothing new, and no secrecy mark either.
    if (text === looked || !isOpen()) return;
    looked = text;
    if (holds(lettersOf(text), words)) call();
  };
  const lookAgain = () => look(room.isOpen);
  const lookSoon = soon(drawnMs, lookAgain);
  const end = room.on(['pointerdown', ...keptForActs], (event) => {
    if (room.early === null) return end();
    // Known to the observer when it comes, whatever the page has made of them by then.
    const control = wordsOn(event);
    const files = filesIn(event);
    if (isCalled()) return;
    if (event.type !== 'pointerdown') lookSoon();
    const said = lettersOf(control?.words ?? '');
    if (files || (said && (holds(said, words) || holds(said, hints.controls.split('|'))))) call();
  });
  for (const ms of looksMs) later(ms, lookAgain);
  return () => look(() => true);
}
