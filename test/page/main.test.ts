// @vitest-environment happy-dom
/** What a page writes down while the worker is slow or dead: a browser that dies then finds it there. */
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

it('what was closed stays written down until it is answered, and what was opened meanwhile is written again', async () => {
  // As before Chromium 103: then the page waits by timers, which can be moved here.
  vi.stubGlobal('AbortSignal', {});
  vi.useFakeTimers({ now: Date.parse('2026-03-06T12:00:00Z') });
  const written = new Map<string, readonly SpanSeen[]>();
  let isInFront = true;
  document.hasFocus = () => isInFront;
  /** How the worker answers what was appended. */
  let answer: () => Promise<unknown> = async () => ({ ok: null });
  const opened = { system: 'aabbccddeeff', tab: 't1', own: true, inBackground: false, since: null };
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'ledger',
      getURL: () => 'chrome-extension://ledger/',
      sendMessage: async ({ name, args }: Message) => {
        if (name !== 'log.append') return { ok: opened };
        const answered = await answer();
        // As the worker does with the message (background/main.ts).
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

  // The worker hears nothing; the page loses the focus and gets it back.
  answer = async () => undefined;
  isInFront = false;
  await pass(3_000);
  isInFront = true;
  const second = Date.now();
  await pass(6_000);
  expect(presence()).toHaveLength(2);
  expect(presence()[0]?.end).toBeGreaterThan(first + 11_000);
  expect(presence()[1]?.start).toBeGreaterThanOrEqual(second);

  // It comes back, and is slow over the last words of another leave; meanwhile the page is in front again.
  answer = async () => ({ ok: null });
  await pass(6_000);
  let hear: (said: unknown) => void = () => {};
  answer = () => new Promise((done) => (hear = done));
  isInFront = false;
  await pass(3_000);
  isInFront = true;
  await pass(2_000);
  hear({ ok: null });
  await pass(0);
  expect(presence().at(-1)?.end).toBeGreaterThan(Date.now() - 1_000);
});
