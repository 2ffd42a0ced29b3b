import { expect, it, vi } from 'vitest';
import { openFrameContext } from '../../../src/page/frame/open-frame-context.ts';

it('stops listening to a type of event for a while after a flood of untrusted events of this type', async () => {
  const listeners = new Map<string, (event: object) => void>();
  const target = {
    addEventListener: (type: string, listen: (e: object) => void) => listeners.set(type, listen),
    removeEventListener: (type: string) => listeners.delete(type),
  };
  const window = { ...target, document: { ...target }, performance: { now: () => 0 } };
  (globalThis as { MutationObserver?: unknown }).MutationObserver ??= class {
    observe() {}
    disconnect() {}
  };
  const { signal } = new AbortController();
  const ctx = openFrameContext({ window: window as unknown as Window, signal, wall: () => 0, send() {} });
  let handled = 0;
  ctx.on(['input', 'keydown'], () => handled++);
  const fire = (type: string, isTrusted: boolean, timeStamp: number) =>
    listeners.get(type)?.({ type, isTrusted, timeStamp });

  // The same number of events over 20 seconds is not a flood.
  for (let i = 0; i < 2_000; i++) fire('input', false, i * 10);
  fire('input', true, 20_000);
  expect(handled).toBe(1);

  for (let i = 0; i < 2_000; i++) fire('input', false, 30_000);
  expect([...listeners.keys()]).toEqual(['keydown']);
  fire('keydown', true, 30_000);
  expect(handled).toBe(2);
  await vi.waitUntil(() => listeners.has('input'), { timeout: 10_000 });
  fire('input', true, 31_000);
  expect(handled).toBe(3);
});
