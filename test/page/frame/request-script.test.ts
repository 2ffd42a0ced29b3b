import { describe, expect, it } from 'vitest';
import type { PageEvent } from '../../../src/core/events.ts';
import { openFrameContext } from '../../../src/page/frame/open-frame-context.ts';
import { requestScript } from '../../../src/page/frame/request-script.ts';

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
  const ctx = openFrameContext({
    window: window as unknown as Window,
    signal: new AbortController().signal,
    wall: () => 0,
    send: (events) => sent.push(...events),
  });
  const script = requestScript(ctx, () => true, ['keydown'], ask);
  const press = (key: string) => listeners.get('keydown')?.({ type: 'keydown', key, isTrusted: true, timeStamp: 0 });
  const kept = () => script.ctx.early?.map((event) => (event as KeyboardEvent).key);
  return { ctx, script, press, kept, sent };
}
const settle = () => new Promise((done) => setTimeout(done));

describe('a script that is called', () => {
  it('finds the event that it was called for and those after it, none from before', () => {
    const { ctx, script, press, kept } = frame(async () => null);
    ctx.on<KeyboardEvent>(['keydown'], ({ key }) => {
      if (key === 'b') script.load();
    });
    for (const key of ['a', 'b', 'c']) press(key);
    expect(kept()).toEqual(['b', 'c']);
  });

  it('is asked for once, and again when that failed, three times in all; then it is counted as out of reach', async () => {
    let asked = 0;
    const { script, sent, ctx } = frame(async () => {
      asked++;
      throw new Error('no such frame');
    });
    script.load();
    script.load();
    expect(asked).toBe(1);
    for (let i = 0; i < 5; i++) {
      await settle();
      script.load();
    }
    expect(asked).toBe(3);
    ctx.flush();
    expect(sent).toEqual([{ kind: 'dropped', at: 0, reason: 'unreachable-frame', count: 1 }]);
    expect(script.ctx.early).toBe(null);
  });

  it('keeps nothing any more once it is here', () => {
    const { script, press, kept } = frame(async () => null);
    script.load();
    press('a');
    expect(kept()).toEqual(['a']);
    script.ctx.early = null;
    press('b');
    expect(kept()).toBeUndefined();
  });
});
