import { describe, expect, it } from 'vitest';
import type { PageEvent } from '../../../src/core/events.ts';
import { openRoom } from '../../../src/page/frame/open-frame-context.ts';
import { callScript } from '../../../src/page/frame/request-script.ts';

/** A frame whose window is a list of listeners. */
function frame(ask: () => Promise<unknown>) {
  const listeners = new Map<string, (event: unknown) => void>();
  const target = { addEventListener: (type: string, listen: (e: unknown) => void) => listeners.set(type, listen) };
  const window = { ...target, document: { ...target }, performance: { now: () => 0 } };
  (globalThis as { MutationObserver?: unknown }).MutationObserver ??= class {
    observe() {}
    disconnect() {}
  };
  const sent: PageEvent[] = [];
  const room = openRoom({
    window: window as unknown as Window,
    signal: new AbortController().signal,
    wall: () => 0,
    send: (events) => sent.push(...events),
  });
  const script = callScript(room, () => true, ['keydown'], ask);
  const press = (key: string) => listeners.get('keydown')?.({ type: 'keydown', key, isTrusted: true, timeStamp: 0 });
  const kept = () => script.room.early?.map((event) => (event as KeyboardEvent).key);
  return { room, script, press, kept, sent };
}
const settle = () => new Promise((done) => setTimeout(done));

describe('a script that is called', () => {
  it('finds the event that it was called for and those after it, none from before', () => {
    const { room, script, press, kept } = frame(async () => null);
    room.on<KeyboardEvent>(['keydown'], ({ key }) => {
      if (key === 'b') script.call();
    });
    for (const key of ['a', 'b', 'c']) press(key);
    expect(kept()).toEqual(['b', 'c']);
  });

  it('is asked for once, and again when that failed, three times in all; then it is counted as out of reach', async () => {
    let asked = 0;
    const { script, sent, room } = frame(async () => {
      asked++;
      throw new Error('no such frame');
    });
    script.call();
    script.call();
    expect(asked).toBe(1);
    for (let i = 0; i < 5; i++) {
      await settle();
      script.call();
    }
    expect(asked).toBe(3);
    room.flush();
    expect(sent).toEqual([{ kind: 'dropped', at: 0, reason: 'unreachable-frame', count: 1 }]);
    expect(script.room.early).toBe(null);
  });

  it('keeps nothing any more once it is here', () => {
    const { script, press, kept } = frame(async () => null);
    script.call();
    press('a');
    expect(kept()).toEqual(['a']);
    script.room.early = null;
    press('b');
    expect(kept()).toBeUndefined();
  });
});
