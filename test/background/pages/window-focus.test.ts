/** Tests the worker's answer to a page that asks whether its window has the focus. */
import { expect, it } from 'vitest';
import type { WorkerContext } from '../../../src/background/ledger/worker-context.ts';
import { hasWindowFocus } from '../../../src/background/pages/window-focus.ts';

interface Situation {
  readonly focused?: boolean;
  /** The window that was focused last; the page is in window 1. */
  readonly last?: number;
  readonly idle?: 'active' | 'idle' | 'locked';
  readonly tab?: { readonly id: number; readonly active: boolean; readonly windowId?: number };
  /** The open popups of the extension; undefined in a browser that cannot list them. */
  readonly popups?: readonly object[];
}

it.each<[string, boolean, Situation]>([
  ['the window has the focus', true, {}],
  ['another program has the focus', false, { focused: false }],
  ['another window has the focus', false, { last: 2 }],
  ['another tab of the window is active, as in a split view', false, { tab: { id: 1, active: false, windowId: 1 } }],
  ['the page is in no tab, as in a sidebar', false, { tab: undefined as never }],
  ['the computer is idle', false, { idle: 'idle' }],
  ['the screen is locked', false, { idle: 'locked' }],
  [
    'the popup of the extension has the focus, which is a window of its own in Chromium',
    true,
    { focused: false, popups: [{}] },
  ],
  ['no popup is open', false, { focused: false, popups: [] }],
  ['the popup of another window is open', false, { focused: false, last: 2, popups: [{}] }],
  ['the computer is idle below an open popup', false, { focused: false, idle: 'idle', popups: [{}] }],
])('when %s, the answer is %s', async (_name, expected, situation) => {
  const { focused = true, last = 1, idle = 'active', popups } = situation;
  const tab = 'tab' in situation ? situation.tab : { id: 1, active: true, windowId: 1 };
  const browser = {
    windows: { getLastFocused: async () => ({ id: last, focused }) },
    idle: { queryState: async (seconds: number) => (seconds === 300 ? idle : 'active') },
    runtime: popups === undefined ? {} : { getContexts: async () => popups },
  };
  expect(await hasWindowFocus({ browser } as unknown as WorkerContext, { tab } as never)).toBe(expected);
});
