import { describe, expect, it } from 'vitest';
import type { PageEvent, PageMs } from '../../../src/core/events.ts';
import { openFrameContext } from '../../../src/page/frame/open-frame-context.ts';
import { observeAttention } from '../../../src/page/observe-attention.ts';

const hourMs = 3_600_000;
/** Half past nine on 2026-11-25 in Beijing. */
const morning = Date.UTC(2026, 10, 25, 1, 30);

/** Simulates a page in front, whose clocks the test sets. `sent` collects its events. */
function openPage({ isPressed = false } = {}) {
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
    askFocus() {},
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
    /** Sets the wall clock forward, or back if `ms` is negative. */
    setClock: (ms: number) => {
      wall += ms;
    },
    /** Lets time pass without input or updates. */
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

describe('the wall clock and sleep of the machine', () => {
  it.each([
    ['forward', hourMs],
    ['back', -hourMs],
  ])('a clock that is set %s by an hour ends the span, and the change is counted', (_name, by) => {
    const tab = openPage();
    tab.work(60_000);
    tab.setClock(by);
    tab.work(60_000);
    tab.close();
    // The second between the last proof of presence and the first update under the new clock belongs to no span.
    expect(spans(tab.sent)).toEqual([
      [0, 60_000],
      [by + 61_000, by + 120_000],
    ]);
    expect(reasons(tab.sent)).toEqual(['clock-moved']);
  });

  it('a clock change of less than two seconds, as by a time server, is ignored', () => {
    const tab = openPage();
    tab.work(30_000);
    tab.setClock(1500);
    tab.work(30_000);
    tab.close();
    expect(spans(tab.sent)).toEqual([[0, 60_000]]);
    expect(reasons(tab.sent)).toEqual([]);
  });

  it('a sleep of two hours belongs to no span, and is counted', () => {
    const tab = openPage();
    tab.work(60_000);
    tab.sleep(2 * hourMs);
    tab.work(60_000);
    tab.close();
    expect(spans(tab.sent).reduce((sum, [from = 0, to = 0]) => sum + to - from, 0)).toBeLessThanOrEqual(120_000);
    expect(reasons(tab.sent)).toEqual(['suspended']);
  });
});

describe('input before the script was loaded', () => {
  it.each([
    [true, 1],
    [false, 0],
  ])('is inferred from the user activation of the page (%s): %i span', (isPressed, expectedSpans) => {
    const tab = openPage({ isPressed });
    tab.sleep(30_000);
    tab.close();
    const inputs = tab.sent.filter((e) => e.kind === 'span' && e.of === 'input');
    expect(inputs).toHaveLength(expectedSpans);
  });
});
