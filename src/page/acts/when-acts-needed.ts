/**
 * Decides when a frame needs the observer of burden acts (acts.iife.ts): when the page contains a word of a burden act,
 * when a person presses a control with such a word, or when a person chooses or pastes files.
 */
import type { ActHints } from '../../core/acts/act-words.ts';
import { normalizeText } from '../../core/forms/field-labels.ts';
import { controlOf, filesOf } from '../frame/event-target.ts';
import type { RequestedScript } from '../frame/frame-context.ts';
import { coalesce, delay } from '../frame/timers.ts';
import { textOf } from './nearby-text.ts';

/** The types of events that are kept for the observer until it has loaded. */
export const bufferedForActs = ['click', 'change', 'paste'];
/** The times after which the text of a page is scanned. There are two, because many pages draw their content late. */
export const scanDelaysMs = [1_000, 4_000];
/** The most text of a page that is scanned, in characters. */
const maxCharacters = 100_000;
/** After this time a page has drawn the changes that a press causes. */
export const renderMs = 900;

/** Returns the start of a page's text, normalized for the first search for words. */
export const searchableText = (text: string): string => normalizeText(text.slice(0, maxCharacters));

/**
 * Requests the observer when it is needed. Returns a function that makes the first scan. Call this function as soon as
 * the document has loaded, directly after the check for secrecy marks.
 */
export function requestActs({ ctx, isLoading, load }: RequestedScript, hints: ActHints): () => void {
  const { document } = ctx;
  const words = hints.page.split('|');
  let scanned: string | undefined;
  const includesAny = (text: string, list: readonly string[]) => list.some((word) => text.includes(word));
  const scan = (mayRecord: () => boolean) => {
    if (isLoading() || ctx.signal.aborted || document.visibilityState !== 'visible') return;
    const text = document.title + textOf(document.body);
    // An unchanged text has neither new words nor a new secrecy mark.
    if (text === scanned || !mayRecord()) return;
    scanned = text;
    if (includesAny(searchableText(text), words)) load();
  };
  const scanAgain = () => scan(ctx.mayRecord);
  const scanSoon = coalesce(renderMs, scanAgain);
  const end = ctx.on(['pointerdown', ...bufferedForActs], (event) => {
    if (ctx.early === null) return end();
    // Memoizes the control and the files, so that the observer finds them even if the page changes them at once.
    const control = controlOf(event);
    const files = filesOf(event);
    if (isLoading()) return;
    if (event.type !== 'pointerdown') scanSoon();
    const label = searchableText(control?.words ?? '');
    if (files || (label && (includesAny(label, words) || includesAny(label, hints.controls.split('|'))))) load();
  });
  for (const ms of scanDelaysMs) delay(ms, scanAgain);
  return () => scan(() => true);
}
