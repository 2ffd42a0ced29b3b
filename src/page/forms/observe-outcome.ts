/**
 * Observes the signs of an outcome after a commit: messages, errors at fields, a form that disappears or is emptied,
 * and requests that end. It runs only after a commit. It stops after 2.6 s or, if no sign was seen by then, after at
 * most 10 s.
 */

import type { OutcomeSeen } from '../../core/events.ts';
import type { CommitWords } from '../../core/forms/commit-words.ts';
import type { FormWords } from '../../core/forms/form-words.ts';
import type { FrameContext } from '../frame/frame-context.ts';
import { fieldValue } from './field-element.ts';

type Sign = OutcomeSeen['sign'];

/** The commit whose outcome is watched. */
export interface WatchedCommit {
  /** The dialog or form that was sent, or null for the whole frame. */
  readonly box: Element | null;
  /** The fields that had been filled. */
  readonly fields: readonly Element[];
  readonly scope: number | null;
  readonly words: FormWords;
  readonly toastSays: CommitWords['toastSays'];
}

/** Controls a running watch. */
export interface OutcomeWatch {
  /** Sends a failure sign: the browser itself rejected the form. */
  fail(): void;
  /** Checks the form a last time, sends the signs and stops. */
  end(): void;
}

const shortMs = 2_600;
const longMs = 10_000;
/** The most nodes that are examined, because a page can add nodes without end. */
const maxNodes = 400;

/** Starts to watch for the outcome of a commit. */
export function watchOutcome(ctx: FrameContext, { box, fields, scope, words, toastSays }: WatchedCommit): OutcomeWatch {
  const { document } = ctx;
  const { isShown } = ctx.dom;
  const view = document.defaultView as Window & typeof globalThis;
  const started = ctx.now();
  const reported = new Set<Sign>();
  const reportSign = (sign: Sign) => {
    if (reported.has(sign)) return;
    reported.add(sign);
    ctx.report({ kind: 'outcome', at: ctx.epoch(ctx.now()), sign, scope });
  };

  let examined = 0;
  const readMessage = (e: Element | null) => {
    if (e === null || examined++ > maxNodes) return;
    // A refreshed list may contain 失败 in a row. Only a small element outside of lists and tables is a message.
    if (e.childElementCount > 8 || e.closest('table,ul,ol,select,[role=listbox],[role=menu],[contenteditable=true]'))
      return;
    const text = e.textContent ?? '';
    const sign = text.length > 1 && text.length < 121 && toastSays(text.trim());
    if (!sign) return;
    // Some libraries insert a message first and show it a moment later.
    if (isShown(e)) reportSign(sign);
    else view.setTimeout(() => isShown(e) && !ctx.signal.aborted && reportSign(sign), 400);
  };
  const mutations = new view.MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') readMessage(record.target.parentElement);
      for (const node of record.addedNodes) {
        if (node.nodeType === 3) readMessage(record.target as Element);
        else if (node.nodeType === 1) {
          readMessage(node as Element);
          for (const inner of (node as Element).querySelectorAll(words.messages)) readMessage(inner);
        }
        // Stops at once, because on a page that adds nodes without end every further record costs time.
        if (examined > maxNodes) return mutations.disconnect();
      }
    }
  });
  // The form of a dialog may be in a frame inside the dialog.
  const inner = [...(box?.querySelectorAll('iframe') ?? [])].flatMap((f) => f.contentDocument ?? []);
  const roots = [document, ...inner];
  try {
    // Systems with frames show their messages in the top page. Observing a document twice has no further effect.
    roots.push((view.top as Window).document);
  } catch {
    // The top page is of another origin, so it is another system.
  }
  for (const root of roots) mutations.observe(root, { childList: true, subtree: true, characterData: true });

  // Requests that the page repeats, such as the refresh of a list, are not answers to the commit.
  const pathOf = ({ name }: PerformanceEntry) => name.split('?')[0];
  const polled = view.performance.getEntriesByType('resource').map(pathOf);
  const requests = new view.PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      const status = (entry as { responseStatus?: number }).responseStatus ?? 0;
      if (!/^(xml|fet|bea|ifr)/.test(entry.initiatorType)) continue;
      if (entry.startTime < started - 80 || entry.startTime > started + 2_500 || status === 0) continue;
      if (polled.filter((path) => path === pathOf(entry)).length > 3) continue;
      reportSign(status < 400 ? 'request-ok' : 'request-failed');
    }
  });
  requests.observe({ type: 'resource', buffered: true });

  const checkForm = () => {
    const connected = fields.filter((f) => f.isConnected);
    const isGone = box !== null ? !isShown(box) : connected.length === 0;
    if (fields.length > 0 && isGone) reportSign('form-gone');
    else if (connected.length > 0 && connected.every((f) => fieldValue(f).trim() === '')) reportSign('fields-reset');
    if (!reported.has('form-gone') && !reported.has('fields-reset') && !reported.has('toast-ok'))
      for (const place of [box ?? document, ...inner])
        for (const e of place.querySelectorAll(words.errors)) if (isShown(e)) return reportSign('toast-failed');
  };
  const end = () => {
    ctx.signal.removeEventListener('abort', end);
    view.clearTimeout(timer);
    mutations.disconnect();
    requests.disconnect();
    if (ctx.signal.aborted) return;
    checkForm();
    reportSign('quiet');
    ctx.flush();
  };
  const endIfReported = () => {
    checkForm();
    if (reported.size > 0) end();
    else timer = view.setTimeout(end, longMs - shortMs);
  };
  let timer = view.setTimeout(endIfReported, shortMs);
  ctx.signal.addEventListener('abort', end);
  return { end, fail: () => reportSign('toast-failed') };
}
