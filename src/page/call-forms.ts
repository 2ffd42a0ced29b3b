/** Calls the form observer (forms.iife.ts) once a frame has something to fill. docs/decisions/0405-forms-on-demand.md */
import { rootOf, targetOf } from './controls.ts';
import { later } from './later.ts';
import type { PageRoom } from './room.ts';

/** Fields, and frames, which may be editors that the page writes itself. */
const fillable = 'input,textarea,select,iframe,[contenteditable]';
/** A dialog that a press opens is there by then, and nobody is in its first field yet. */
const openMs = 400;
const mostTries = 3;
/** What is kept until the observer has come; it needs some tens of milliseconds, or a worker's start. */
const kept = ['beforeinput', 'input', 'paste', 'click', 'keydown'];
const mostKept = 500;

/** `call` asks the worker; it fails where a frame can't be reached, and that is counted. */
export function callForms(room: PageRoom, call: () => Promise<unknown>): void {
  let tries = 0;
  let isCalled = false;
  const look = (event?: Event) => {
    if (isCalled || room.signal.aborted) return;
    const target = event && targetOf(event);
    // A field may be in a root that no selector sees.
    if (!document.querySelector(fillable) && !(target && rootOf(target))) return;
    isCalled = true;
    call().catch(() => {
      isCalled = ++tries >= mostTries;
      if (!isCalled) return;
      room.early = null;
      room.report({ kind: 'dropped', at: room.epoch(room.now()), reason: 'unreachable-frame', count: 1 });
    });
  };
  const { document } = room;
  room.on(['pointerdown', 'keydown', 'focusin'], (event) => {
    if (isCalled) return;
    look(event);
    if (event.type === 'pointerdown') later(openMs, look);
  });
  room.on(kept, (event) => {
    if (isCalled && room.early && room.early.length < mostKept) room.early.push(event);
  });
  look();
}
