/**
 * The form observer, in a frame that has fields. It is more than half of our code, so a frame without fields never
 * pays for it: src/page/call-forms.ts asks the worker, which runs this file beside main.iife.ts, in the same world.
 */
import type { FormWords } from '../core/form-words.ts';
import { observeForms } from './observe-forms.ts';
import type { PageRoom } from './room.ts';

const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
const world = globalThis as { ledgerRoom?: PageRoom | undefined };

/** Laid ready by the worker (background/main.ts). */
interface Ready {
  words?: Record<string, string>;
  forms?: FormWords;
}

const room = world.ledgerRoom;
// Once for every room: asked twice, the second time finds none.
world.ledgerRoom = undefined;
if (room)
  api.storage.local.get<Ready>(['words', 'forms']).then(({ words = {}, forms }) => {
    if (forms && !room.signal.aborted) observeForms(room, forms, words);
  });
