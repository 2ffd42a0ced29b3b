/** Decides when a frame needs the form observer (forms.iife.ts): as soon as the frame has something to fill. */

import { rootOf, targetOf } from '../frame/event-target.ts';
import type { RequestedScript } from '../frame/frame-context.ts';
import { delay } from '../frame/timers.ts';

/** The types of events that are kept for the form observer until it has loaded. */
export const bufferedForForms = ['beforeinput', 'input', 'paste', 'click', 'keydown'];

/** Selects fields and frames. A frame may be an editor that the page writes itself. */
const fillable = 'input,textarea,select,iframe,[contenteditable]';
/** After this time a click has opened its dialog, and the person has not yet reached the first field. */
const dialogMs = 400;

/**
 * Requests the observer at once if the frame contains a field or another frame; otherwise as soon as one of these
 * appears.
 */
export function requestForms({ ctx, isLoading, load }: RequestedScript): void {
  const check = (event?: Event) => {
    if (isLoading()) return;
    const target = event && targetOf(event);
    // A field may be in a shadow root, which no selector searches.
    if (ctx.document.querySelector(fillable) || (target && rootOf(target))) load();
  };
  const end = ctx.on(['pointerdown', 'keydown', 'focusin'], (event) => {
    if (ctx.early === null) return end();
    check(event);
    if (event.type === 'pointerdown') delay(dialogMs, check);
  });
  check();
}
