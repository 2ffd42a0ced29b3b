import { describe, expect, it } from 'vitest';
import type { PageEvent } from '../../../src/core/events.ts';
import { openFrameContext } from '../../../src/page/frame/open-frame-context.ts';
import { requestScript } from '../../../src/page/frame/request-script.ts';

/** Opens the context of a frame with a fake window, and a script that can be requested with `send`. */
function openFrame(send: () => Promise<unknown>) {
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
  const script = requestScript(ctx, () => true, send, 'page.forms', ['keydown']);
  const press = (key: string) => listeners.get('keydown')?.({ type: 'keydown', key, isTrusted: true, timeStamp: 0 });
  const buffered = () => script.ctx.early?.map((event) => (event as KeyboardEvent).key);
  return { ctx, script, press, buffered, sent };
}
const settle = () => new Promise((done) => setTimeout(done));

describe('a requested script', () => {
  it('receives the event that caused the request and later events, but no earlier events', () => {
    const { ctx, script, press, buffered } = openFrame(async () => null);
    ctx.on<KeyboardEvent>(['keydown'], ({ key }) => {
      if (key === 'b') script.load();
    });
    for (const key of ['a', 'b', 'c']) press(key);
    expect(buffered()).toEqual(['b', 'c']);
  });

  it('is requested again only after a failure, and the third failure is counted as unreachable-frame', async () => {
    let requests = 0;
    const { script, sent, ctx } = openFrame(async () => {
      requests++;
      throw new Error('no such frame');
    });
    script.load();
    script.load();
    expect(requests).toBe(1);
    for (let i = 0; i < 5; i++) {
      await settle();
      script.load();
    }
    expect(requests).toBe(3);
    ctx.flush();
    expect(sent).toEqual([{ kind: 'dropped', at: 0, reason: 'unreachable-frame', count: 1 }]);
    expect(script.ctx.early).toBe(null);
  });

  it('has events buffered for it only until it has loaded', () => {
    const { script, press, buffered } = openFrame(async () => null);
    script.load();
    press('a');
    expect(buffered()).toEqual(['a']);
    script.ctx.early = null;
    press('b');
    expect(buffered()).toBeUndefined();
  });
});
