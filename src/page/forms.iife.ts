/**
 * The form observer, in a frame that has fields. It is more than half of our code, so a frame without fields never
 * pays for it: src/page/call-forms.ts asks the worker, which runs this file beside main.iife.ts, in the same world.
 */
import type { PageMs } from '../core/events.ts';
import type { Vocabulary } from '../core/field-kinds.ts';
import type { FormWords } from '../core/form-words.ts';
import { observeForms } from './observe-forms.ts';
import type { PageRoom } from './room.ts';

const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
const world = globalThis as { ledgerRoom?: PageRoom | undefined };

/** Laid ready by the worker (background/main.ts). */
interface Ready {
  words?: Vocabulary;
  forms?: FormWords;
}

const room = world.ledgerRoom;
// Once for every room: asked twice, the second time finds none.
world.ledgerRoom = undefined;
if (room)
  api.storage.local.get<Ready>(['words', 'forms']).then(({ words = [], forms }) => {
    const { early } = room;
    room.early = null;
    if (!forms || room.signal.aborted) return;
    const mine: [string, (event: never, at: PageMs) => void][] = [];
    const on: PageRoom['on'] = (types, handler) => {
      room.on(types, handler);
      for (const type of types) mine.push([type, handler]);
    };
    observeForms({ ...room, on }, forms, words);
    for (const event of early ?? [])
      for (const [type, handle] of mine) if (type === event.type) handle(event as never, event.timeStamp as PageMs);
  });
