/** When a frame needs the form observer (forms.iife.ts): once it has something to fill. */

import { rootOf, targetOf } from '../frame/event-target.ts';
import type { Script } from '../frame/request-script.ts';
import { later } from '../frame/timers.ts';

/** What the form observer is to hear of from the time before it came. */
export const keptForForms = ['beforeinput', 'input', 'paste', 'click', 'keydown'];

/** Fields, and frames, which may be editors that the page writes itself. */
const fillable = 'input,textarea,select,iframe,[contenteditable]';
/** A dialog that a press opens is there by then, and nobody is in its first field yet. */
const openMs = 400;

export function callForms({ room, isCalled, call }: Script): void {
  const look = (event?: Event) => {
    if (isCalled()) return;
    const target = event && targetOf(event);
    // A field may be in a root that no selector sees.
    if (room.document.querySelector(fillable) || (target && rootOf(target))) call();
  };
  const end = room.on(['pointerdown', 'keydown', 'focusin'], (event) => {
    if (room.early === null) return end();
    look(event);
    if (event.type === 'pointerdown') later(openMs, look);
  });
  look();
}
