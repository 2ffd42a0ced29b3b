// @vitest-environment happy-dom
/** Tests when a page asks the worker whether its window has the focus, and what it makes of the answers. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { compileLexicon, hintsOf } from '../../src/core/acts/compile-lexicon.ts';
import type { PageEvent } from '../../src/core/events.ts';
import { secrecyMarks } from '../../src/core/sites/secrecy-marks.ts';
import { actRules, lexicon } from '../../src/data/index.ts';

interface Message {
  readonly name: string;
  readonly args: readonly unknown[];
}

let hasFocus = true;
let questions = 0;
/** The worker's answer to `page.focus`; undefined when the worker has stopped. */
let answer: { readonly ok: boolean } | undefined;
/** Holds the answers back while it is pending. */
let delayed: Promise<void> | undefined;
let sent: PageEvent[] = [];

beforeAll(async () => {
  // Without `AbortSignal.timeout`, as in Chromium before version 103, the page uses timers, which this test controls.
  vi.stubGlobal('AbortSignal', {});
  vi.useFakeTimers({ now: Date.parse('2026-03-06T12:00:00Z') });
  document.hasFocus = () => hasFocus;
  const opened = { system: 'aabbccddeeff', tab: 't1', own: true, inBackground: false, since: null };
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'ledger',
      sendMessage: async ({ name, args }: Message) => {
        if (name === 'log.append') sent.push(...(args[0] as PageEvent[]));
        if (name !== 'page.focus') return { ok: name === 'page.open' ? opened : null };
        questions++;
        const answered = answer;
        await delayed;
        return answered;
      },
    },
    storage: {
      local: {
        get: async () => ({ recording: 1, hints: hintsOf(compileLexicon(lexicon, actRules)), secrecy: secrecyMarks }),
        set: async () => {},
        onChanged: { addListener() {}, removeListener() {} },
      },
    },
  });
  await import('../../src/page/main.iife.ts');
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** Dispatches an event as the browser does. */
const dispatch = (event: Event) => {
  Object.defineProperty(event, 'isTrusted', { value: true });
  window.dispatchEvent(event);
};
async function setFocus(value: boolean): Promise<void> {
  hasFocus = value;
  dispatch(new Event(value ? 'focus' : 'blur'));
  await pass(0);
}
let mouse = 100;
const moveMouse = () => dispatch(new MouseEvent('mousemove', { screenX: mouse++, screenY: 100 }));

/** The presence that the page has reported since the start of the test, in seconds. */
const presence = () =>
  sent.reduce((sum, e) => (e.kind === 'span' && e.of === 'presence' ? sum + e.end - e.start : sum), 0) / 1000;

beforeEach(async () => {
  answer = { ok: false };
  await setFocus(false);
  await pass(61_000);
  await setFocus(true);
  questions = 0;
  sent = [];
  await pass(10_000);
});

it('asks nothing while the page has the focus', async () => {
  moveMouse();
  await pass(20_000);
  expect(questions).toBe(0);
});

it('asks once when another window gets the focus, and not again until something happens', async () => {
  await setFocus(false);
  await pass(120_000);
  expect(questions).toBe(1);
  expect(presence()).toBeCloseTo(10, 1);
  // The mouse moves over the page; its window does not have the focus.
  for (let n = 0; n < 50; n++) {
    moveMouse();
    await pass(20);
  }
  expect(questions).toBeLessThanOrEqual(4);
  expect(presence()).toBeCloseTo(10, 1);
});

it('stays in front while the answer is yes, and has the input of this time', async () => {
  answer = { ok: true };
  await setFocus(false);
  await pass(10_000);
  moveMouse();
  moveMouse();
  await pass(5_000);
  expect(questions).toBeGreaterThanOrEqual(28);
  answer = { ok: false };
  await pass(2_000);
  expect(presence()).toBeGreaterThan(24);
  expect(presence()).toBeLessThanOrEqual(25.1);
  expect(sent.filter((e) => e.kind === 'span' && e.of === 'input')).toHaveLength(1);
});

it('ends presence at the loss of the focus when the worker does not answer', async () => {
  answer = undefined;
  await setFocus(false);
  await pass(10_000);
  expect(presence()).toBeCloseTo(10, 1);
});

it('ends presence at the latest confirmation when the worker stops answering', async () => {
  answer = { ok: true };
  await setFocus(false);
  await pass(5_000);
  answer = undefined;
  await pass(20_000);
  await setFocus(true);
  await pass(500);
  expect(presence()).toBeGreaterThan(14);
  expect(presence()).toBeLessThanOrEqual(15.1);
});

it('is in front again when the mouse moves and the window has the focus', async () => {
  await setFocus(false);
  await pass(30_000);
  answer = { ok: true };
  moveMouse();
  moveMouse();
  await pass(8_000);
  await setFocus(true);
  await pass(2_000);
  await setFocus(false);
  answer = { ok: false };
  await pass(2_000);
  expect(presence()).toBeGreaterThan(19.4);
  expect(presence()).toBeLessThanOrEqual(20.1);
});

it('ignores an answer that comes after the page was left', async () => {
  let release = () => {};
  delayed = new Promise((resolve) => (release = resolve));
  answer = { ok: true };
  await setFocus(false);
  dispatch(new Event('pagehide'));
  release();
  delayed = undefined;
  await pass(5_000);
  hasFocus = true;
  dispatch(new Event('pageshow'));
  await pass(2_000);
  dispatch(new Event('pagehide'));
  await pass(0);
  expect(presence()).toBeCloseTo(12, 0);
  expect(sent.filter((e) => e.kind === 'dropped')).toEqual([]);
});
