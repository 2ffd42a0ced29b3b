import { describe, expect, it } from 'vitest';
import type { PageEvent, PageMs } from '../../../src/core/events.ts';
import { openFrameContext } from '../../../src/page/frame/open-frame-context.ts';
import { observeAttention } from '../../../src/page/observe-attention.ts';

const h = 3_600_000;
/** Half past nine on 2026-11-25 in Beijing. */
const morning = Date.UTC(2026, 10, 25, 1, 30);

/** A page in front whose clocks are set by hand, in a ctx that sends to a list. */
function page({ isPressed = false } = {}) {
  let mono = 0;
  let wall = morning;
  const listeners = new Map<string, (event: unknown) => void>();
  const target = { addEventListener: (type: string, listen: (e: unknown) => void) => listeners.set(type, listen) };
  const document = {
    ...target,
    visibilityState: 'visible',
    hasFocus: () => true,
    querySelectorAll: () => [],
    defaultView: { ...target, removeEventListener() {}, navigator: { userActivation: { isActive: isPressed } } },
  };
  const window = { ...target, document, performance: { now: () => mono } };
  const sent: PageEvent[] = [];
  const stop = new AbortController();
  (globalThis as { MutationObserver?: unknown }).MutationObserver ??= class {
    observe() {}
    disconnect() {}
  };
  const ctx = openFrameContext({
    window: window as unknown as Window,
    signal: stop.signal,
    wall: () => wall,
    send: (events) => sent.push(...events),
  });
  const watch = observeAttention(ctx, {
    since: 0 as PageMs,
    inBackground: () => false,
    onBeat() {},
    onLeave() {},
  });
  const press = () => listeners.get('keydown')?.({ type: 'keydown', isTrusted: true, timeStamp: mono });
  return {
    sent,
    /** Works on, a key every second. */
    work(ms: number) {
      for (const end = mono + ms; mono < end; ) {
        mono += 1000;
        wall += 1000;
        press();
      }
    },
    set: (ms: number) => {
      wall += ms;
    },
    sleep: (ms: number) => {
      mono += ms;
      wall += ms;
    },
    close() {
      watch.close();
      ctx.flush();
      stop.abort();
    },
  };
}
const spans = (sent: readonly PageEvent[]) =>
  sent.flatMap((e) => (e.kind === 'span' && e.of === 'presence' ? [[e.start - morning, e.end - morning]] : []));
const reasons = (sent: readonly PageEvent[]) => sent.flatMap((e) => (e.kind === 'dropped' ? [e.reason] : []));

describe('a clock that is set', () => {
  it.each([
    ['forward', h],
    ['back', -h],
  ])('%s by an hour: no span reaches over it, and it is counted', (_name, by) => {
    const one = page();
    one.work(60_000);
    one.set(by);
    one.work(60_000);
    one.close();
    // The second between the last proof and the first look at the new clock belongs to neither.
    expect(spans(one.sent)).toEqual([
      [0, 60_000],
      [by + 61_000, by + 120_000],
    ]);
    expect(reasons(one.sent)).toEqual(['clock-moved']);
  });

  it('by less than two seconds, as a time server does, changes nothing', () => {
    const one = page();
    one.work(30_000);
    one.set(1500);
    one.work(30_000);
    one.close();
    expect(spans(one.sent)).toEqual([[0, 60_000]]);
    expect(reasons(one.sent)).toEqual([]);
  });

  it('a sleep of two hours is not time, and it is counted', () => {
    const one = page();
    one.work(60_000);
    one.sleep(2 * h);
    one.work(60_000);
    one.close();
    expect(spans(one.sent).reduce((sum, [from = 0, to = 0]) => sum + to - from, 0)).toBeLessThanOrEqual(120_000);
    expect(reasons(one.sent)).toEqual(['suspended']);
  });
});

describe('what was pressed before anyone could hear it', () => {
  it.each([true, false])('%s', (isPressed) => {
    const one = page({ isPressed });
    one.sleep(30_000);
    one.close();
    const inputs = one.sent.filter((e) => e.kind === 'span' && e.of === 'input');
    expect(inputs).toHaveLength(isPressed ? 1 : 0);
  });
});
