/** How a script that was called comes into the room that main.iife.ts left for it. */
import type { PageMs } from '../../core/events.ts';
import type { CalledRoom, PageRoom, World } from './frame-context.ts';

const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
const world = globalThis as World;

/** `keys`: what the worker laid ready for it (background/main.ts). What happened since it was called is taken up. */
export function takeUp<Ready>(
  name: 'forms' | 'acts',
  keys: readonly (string & keyof Ready)[],
  observe: (room: CalledRoom, ready: Ready) => void,
): void {
  const room = world.ledgerRooms?.[name];
  // Once for every room: asked twice, the second time finds none.
  delete world.ledgerRooms?.[name];
  if (room)
    api.storage.local.get([...keys]).then((ready) => {
      const { early } = room;
      room.early = null;
      if (room.signal.aborted) return;
      const mine: [string, (event: Event, at: PageMs) => void][] = [];
      const on: PageRoom['on'] = (types, handler) => {
        for (const type of types) mine.push([type, handler as (event: Event, at: PageMs) => void]);
        return room.on(types, handler);
      };
      observe({ ...room, on }, ready as Ready);
      for (const event of early ?? [])
        for (const [type, handle] of mine) if (type === event.type) handle(event, event.timeStamp as PageMs);
    });
}
