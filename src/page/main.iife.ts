/**
 * One frame of a portal page. Does nothing but read one flag until the owner has agreed; hidden pages listen to
 * nothing but their own coming up.
 */
import type { PageEvent } from '../core/events.ts';
import type { FormWords } from '../core/form-words.ts';
import { isParents } from './inner-frames.ts';
import { observeActions } from './observe-actions.ts';
import { type Attention, observeAttention } from './observe-attention.ts';
import { observeForms } from './observe-forms.ts';
import { openRoom } from './open-room.ts';

const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
const checkpointMs = 5000;

let running: AbortController | null = null;

/** The extension was updated or removed under us: stop, quietly, for the page's sake. */
function gone(): void {
  running?.abort();
}

const hasSecrecyMark = (): boolean =>
  [...document.querySelectorAll('title,h1,h2,h3,[class*=title]')].some((e) =>
    /^([绝絕机機]密|秘密)(★.{0,8})?$/.test((e.textContent ?? '').trim()),
  );

function start({ words = {}, acts = {}, forms }: Ready): void {
  const controller = new AbortController();
  const { signal } = controller;
  running = controller;
  const key = `open:${Math.random()}`;
  let held: PageEvent[] | null = [];
  const deliver = (events: readonly PageEvent[], isLast = false) => {
    api.runtime.sendMessage({ name: 'log.append', args: [events] }).then(
      () => api.storage.local.remove(key),
      // A worker that died over it is started again by the next message; what it had taken in it knows.
      () => (isLast || !api.runtime?.id ? gone() : deliver(events, true)),
    );
  };
  const room = openRoom({
    window,
    signal,
    epochOffset: Date.now() - performance.now(),
    send(events) {
      if (held === null) deliver(events);
      else held.push(...events);
    },
  });
  // Nothing leaves the page before its headings were read: one with a secrecy mark is not recorded (promise P8).
  const read = () => {
    if (hasSecrecyMark()) return controller.abort();
    const events = held ?? [];
    held = null;
    if (events.length > 0) deliver(events);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', read, { signal });
  else read();
  // What the page writes into a frame of its own is watched from the page around it.
  if (!isParents(window)) {
    if (forms) observeForms(room, forms, words);
    observeActions(room, acts);
  }
  let attention: Attention | null = null;
  signal.addEventListener('abort', () => attention?.close());
  api.runtime.sendMessage({ name: 'page.open', args: [] }).then((answer: { ok?: { system: string } | null }) => {
    if (signal.aborted) return;
    const own = answer?.ok ?? null;
    attention = observeAttention(room, own !== null);
    if (own === null) return;
    const timer = setInterval(() => {
      const spans = attention?.open() ?? [];
      if (held === null && spans.some((s) => s.of === 'presence'))
        api.storage.local.set({ [key]: { system: own.system, spans } }).catch(gone);
    }, checkpointMs);
    signal.addEventListener('abort', () => clearInterval(timer));
  }, gone);
}

/** Laid ready by the worker (background/main.ts). */
interface Ready {
  recording?: boolean;
  words?: Record<string, string>;
  acts?: Record<string, string>;
  forms?: FormWords;
}

async function look(): Promise<void> {
  const ready = await api.storage.local.get<Ready>(['recording', 'words', 'acts', 'forms']);
  if (ready.recording === true && running === null) start(ready);
  if (ready.recording !== true) {
    running?.abort();
    running = null;
  }
}

const changed = (changes: { [key: string]: unknown }) => {
  if ('recording' in changes) look().catch(gone);
};
function follow(): void {
  if (document.visibilityState === 'visible') {
    api.storage.local.onChanged.addListener(changed);
    look().catch(gone);
  } else api.storage.local.onChanged.removeListener(changed);
}
// Injected into a page that was open already, or once more after an update: one that lives is enough.
const world = globalThis as { ledger?: typeof chrome };
if (!world.ledger?.runtime?.id) {
  world.ledger = api;
  document.addEventListener('visibilitychange', follow);
  follow();
}
