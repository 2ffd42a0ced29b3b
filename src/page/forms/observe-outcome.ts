/**
 * What the page shows after a commit: messages, errors at fields, a form that goes or empties, requests that end.
 * Nothing of it runs unless a commit was pressed, then for 2.6 s, at most 10 s while nothing is known.
 */

import type { OutcomeSeen } from '../../core/events.ts';
import type { CommitWords } from '../../core/forms/commit-words.ts';
import type { FormWords } from '../../core/forms/form-words.ts';
import type { PageRoom } from '../frame/frame-context.ts';

type Sign = OutcomeSeen['sign'];

export interface Pressed {
  /** The dialog or form that was sent, or null for the whole frame. */
  readonly box: Element | null;
  /** The fields that held something. */
  readonly fields: readonly Element[];
  readonly scope: number | null;
  readonly words: FormWords;
  readonly toastSays: CommitWords['toastSays'];
}

export interface Watch {
  /** The browser itself refused the form. */
  fail(): void;
  /** Says what was seen by now, and stops. */
  end(): void;
}

const shortMs = 2_600;
const longMs = 10_000;
/** A page can add nodes faster than anyone reads: what is beyond this isn't looked at. */
const mostNodes = 400;

/** What a field holds: `value` of a native one, else its text. */
export const heldBy = (e: Element): string => (e as HTMLInputElement).value ?? e.textContent ?? '';

export function watchOutcome(room: PageRoom, { box, fields, scope, words, toastSays }: Pressed): Watch {
  const { document } = room;
  const { isShown } = room.sight;
  const view = document.defaultView as Window & typeof globalThis;
  const started = room.now();
  const said = new Set<Sign>();
  const say = (sign: Sign) => {
    if (said.has(sign)) return;
    said.add(sign);
    room.report({ kind: 'outcome', at: room.epoch(room.now()), sign, scope });
  };

  let looked = 0;
  const read = (e: Element | null) => {
    if (e === null || looked++ > mostNodes) return;
    // A refreshed list may well hold 失败 in a row: only small things that stand alone are messages.
    if (e.childElementCount > 8 || e.closest('table,ul,ol,select,[role=listbox],[role=menu],[contenteditable=true]'))
      return;
    const text = e.textContent ?? '';
    const says = text.length > 1 && text.length < 121 && toastSays(text.trim());
    if (!says) return;
    // Libraries put a message in place first and show it then.
    if (isShown(e)) say(says);
    else view.setTimeout(() => isShown(e) && !room.signal.aborted && say(says), 400);
  };
  const mutations = new view.MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') read(record.target.parentElement);
      for (const node of record.addedNodes) {
        if (node.nodeType === 3) read(record.target as Element);
        else if (node.nodeType === 1) {
          read(node as Element);
          for (const inner of (node as Element).querySelectorAll(words.messages)) read(inner);
        }
        // At once: a page that adds nodes without end pays for every record.
        if (looked > mostNodes) return mutations.disconnect();
      }
    }
  });
  // A dialog's form may live in a frame of its own.
  const inner = [...(box?.querySelectorAll('iframe') ?? [])].flatMap((f) => f.contentDocument ?? []);
  const roots = [document, ...inner];
  try {
    // Frames of one system put their messages into the top page. To observe one twice is to observe it once.
    roots.push((view.top as Window).document);
  } catch {
    // Another origin's page is none of ours.
  }
  for (const root of roots) mutations.observe(root, { childList: true, subtree: true, characterData: true });

  // A list that refreshes itself isn't the answer to a commit.
  const pathOf = ({ name }: PerformanceEntry) => name.split('?')[0];
  const polled = view.performance.getEntriesByType('resource').map(pathOf);
  const requests = new view.PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      const status = (entry as { responseStatus?: number }).responseStatus ?? 0;
      if (!/^(xml|fet|bea|ifr)/.test(entry.initiatorType)) continue;
      if (entry.startTime < started - 80 || entry.startTime > started + 2_500 || status === 0) continue;
      if (polled.filter((path) => path === pathOf(entry)).length > 3) continue;
      say(status < 400 ? 'request-ok' : 'request-failed');
    }
  });
  requests.observe({ type: 'resource', buffered: true });

  const look = () => {
    const held = fields.filter((f) => f.isConnected);
    const gone = box !== null ? !isShown(box) : held.length === 0;
    if (fields.length > 0 && gone) say('form-gone');
    else if (held.length > 0 && held.every((f) => heldBy(f).trim() === '')) say('fields-reset');
    if (!said.has('form-gone') && !said.has('fields-reset') && !said.has('toast-ok'))
      for (const place of [box ?? document, ...inner])
        for (const e of place.querySelectorAll(words.errors)) if (isShown(e)) return say('toast-failed');
  };
  const end = () => {
    room.signal.removeEventListener('abort', end);
    view.clearTimeout(timer);
    mutations.disconnect();
    requests.disconnect();
    if (room.signal.aborted) return;
    look();
    say('quiet');
    room.flush();
  };
  const short = () => {
    look();
    if (said.size > 0) end();
    else timer = view.setTimeout(end, longMs - shortMs);
  };
  let timer = view.setTimeout(short, shortMs);
  room.signal.addEventListener('abort', end);
  return { end, fail: () => say('toast-failed') };
}
