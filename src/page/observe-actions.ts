/** Burden acts: what the control said that was trustedly pressed. docs/measurement.md, "Burden acts". */
import { actOf, type actWords } from '../core/words.ts';
import { wordsOn } from './controls.ts';
import type { PageRoom } from './room.ts';

/** A second press this soon is the same act. */
const againMs = 1000;

export function observeActions(room: PageRoom, acts: typeof actWords): void {
  let lastWords = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  room.on(['click'], (event, at) => {
    const control = wordsOn(event);
    const form = control && actOf(control.words, acts);
    if (!control || form === null) return;
    const again = control.words === lastWords && at - lastAt < againMs;
    lastWords = control.words;
    lastAt = at;
    if (!again) room.report({ kind: 'act', at: room.epoch(at), form, count: 1, ms: 0 });
  });
}
