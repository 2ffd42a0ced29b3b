// @vitest-environment happy-dom
/**
 * Tests the checkpoints that a page writes while the worker is slow or stopped, so that spans survive a crash of the
 * browser.
 */
import { afterEach, expect, it, vi } from 'vitest';
import { compileLexicon, hintsOf } from '../../src/core/acts/compile-lexicon.ts';
import type { SpanSeen } from '../../src/core/events.ts';
import { secrecyMarks } from '../../src/core/sites/secrecy-marks.ts';
import { actRules, lexicon } from '../../src/data/index.ts';

interface Message {
  readonly name: string;
  readonly args: readonly unknown[];
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('keeps closed spans in the checkpoint until the worker confirms them, and then keeps newer open spans', async () => {
  // Without `AbortSignal.timeout`, as in Chromium before version 103, the page uses timers, which this test controls.
  vi.stubGlobal('AbortSignal', {});
  vi.useFakeTimers({ now: Date.parse('2026-03-06T12:00:00Z') });
  const written = new Map<string, readonly SpanSeen[]>();
  let isInFront = true;
  document.hasFocus = () => isInFront;
  /** The worker's answer to `log.append`. */
  let answer: () => Promise<unknown> = async () => ({ ok: null });
  const opened = { system: 'aabbccddeeff', tab: 't1', own: true, inBackground: false, since: null };
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'ledger',
      getURL: () => 'chrome-extension://ledger/',
      sendMessage: async ({ name, args }: Message) => {
        if (name === 'page.focus') return { ok: false };
        if (name !== 'log.append') return { ok: opened };
        const answered = await answer();
        // The worker does the same with the message (src/background/pages/receive-events.ts).
        if (answered !== undefined && args[1]) written.delete(args[1] as string);
        return answered;
      },
    },
    storage: {
      local: {
        get: async () => ({ recording: 1, hints: hintsOf(compileLexicon(lexicon, actRules)), secrecy: secrecyMarks }),
        set: async (items: Record<string, { spans: readonly SpanSeen[] }>) => {
          for (const [key, { spans }] of Object.entries(items)) written.set(key, spans);
        },
        onChanged: { addListener() {}, removeListener() {} },
      },
    },
  });
  await import('../../src/page/main.iife.ts');
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const presence = () => [...written.values()].flat().filter(({ of }) => of === 'presence');
  const first = Date.now();
  await pass(12_000);
  expect(presence()).toMatchObject([{ start: expect.closeTo(first, -3) }]);

  // The worker does not answer. The page loses the focus and regains it.
  answer = async () => undefined;
  isInFront = false;
  await pass(3_000);
  isInFront = true;
  const second = Date.now();
  await pass(6_000);
  expect(presence()).toHaveLength(2);
  expect(presence()[0]?.end).toBeGreaterThan(first + 11_000);
  expect(presence()[1]?.start).toBeGreaterThanOrEqual(second);

  // The worker answers again, but confirms the next closed span late. Meanwhile the page regains the focus.
  answer = async () => ({ ok: null });
  await pass(6_000);
  let confirm: (answer: unknown) => void = () => {};
  answer = () => new Promise((done) => (confirm = done));
  isInFront = false;
  await pass(3_000);
  isInFront = true;
  await pass(2_000);
  confirm({ ok: null });
  await pass(0);
  expect(presence().at(-1)?.end).toBeGreaterThan(Date.now() - 1_000);
});
