import { describe, expect, it } from 'vitest';
import type { PageEvent, PageMs } from '../../../src/core/events.ts';
import { openFrameContext } from '../../../src/page/frame/open-frame-context.ts';
import { observeAttention } from '../../../src/page/observe-attention.ts';

const hourMs = 3_600_000;
/** Half past nine on 2026-11-25 in Beijing. */
const morning = Date.UTC(2026, 10, 25, 1, 30);

/** A page in front with clocks that the test sets; events are collected in a list. */
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
    /** Presses a key every second. */
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

describe('when the wall clock is set or the machine sleeps', () => {
  it.each([
    ['forward', hourMs],
    ['back', -hourMs],
  ])('%s by an hour: ends the span and counts the change', (_name, by) => {
    const tab = page();
    tab.work(60_000);
    tab.set(by);
    tab.work(60_000);
    tab.close();
    // The second between the last proof of presence and the first update under the new clock belongs to no span.
    expect(spans(tab.sent)).toEqual([
      [0, 60_000],
      [by + 61_000, by + 120_000],
    ]);
    expect(reasons(tab.sent)).toEqual(['clock-moved']);
  });

  it('ignores a change of less than two seconds, as a time server makes', () => {
    const tab = page();
    tab.work(30_000);
    tab.set(1500);
    tab.work(30_000);
    tab.close();
    expect(spans(tab.sent)).toEqual([[0, 60_000]]);
    expect(reasons(tab.sent)).toEqual([]);
  });

  it('leaves out a sleep of two hours and counts it', () => {
    const tab = page();
    tab.work(60_000);
    tab.sleep(2 * hourMs);
    tab.work(60_000);
    tab.close();
    expect(spans(tab.sent).reduce((sum, [from = 0, to = 0]) => sum + to - from, 0)).toBeLessThanOrEqual(120_000);
    expect(reasons(tab.sent)).toEqual(['suspended']);
  });
});

describe('input before the script loaded', () => {
  it.each([true, false])('is counted if the page has user activation: %s', (isPressed) => {
    const tab = page({ isPressed });
    tab.sleep(30_000);
    tab.close();
    const inputs = tab.sent.filter((e) => e.kind === 'span' && e.of === 'input');
    expect(inputs).toHaveLength(isPressed ? 1 : 0);
  });
});
