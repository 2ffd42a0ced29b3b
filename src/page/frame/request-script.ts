/** Calls another script of ours into this frame once it is needed. docs/decisions/0405-scripts-on-demand.md */
import type { CalledRoom, PageRoom } from './frame-context.ts';

const mostTries = 3;
const mostKept = 500;

export interface Script {
  /** What the script finds. */
  readonly room: CalledRoom;
  isCalled(): boolean;
  /** Asks for it, once. */
  call(): void;
}

/**
 * `kept`: what is kept for it until it has come; it needs some tens of milliseconds, or a worker's start. `ask` fails
 * where a frame can't be reached, and that is counted.
 */
export function callScript(
  base: PageRoom,
  isOpen: () => boolean,
  kept: readonly string[],
  ask: () => Promise<unknown>,
): Script {
  const room: CalledRoom = { ...base, isOpen, begun: base.now(), early: [] };
  let tries = 0;
  let isCalled = false;
  return {
    room,
    isCalled: () => isCalled,
    call() {
      if (isCalled || base.signal.aborted) return;
      isCalled = true;
      // From the event on that it is called for.
      if (tries === 0) {
        const end = base.on(kept, (event) => {
          if (room.early === null) end();
          else if (room.early.length < mostKept) room.early.push(event);
        });
      }
      ask().catch(() => {
        isCalled = ++tries >= mostTries;
        if (!isCalled) return;
        room.early = null;
        room.report({ kind: 'dropped', at: room.epoch(room.now()), reason: 'unreachable-frame', count: 1 });
      });
    },
  };
}
