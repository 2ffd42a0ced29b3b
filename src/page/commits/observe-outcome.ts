/**
 * Observes the signs of an outcome after a commit: messages, errors at fields, a form that disappears or is emptied,
 * and requests that end. It watches closely for 2.6 s, or for 10 s if no sign decides before. After that it only waits,
 * for at most two minutes, for a request of the commit to end or for the person to answer a question of the page.
 */

import type { OutcomeSeen } from '../../core/events.ts';
import { outwards } from '../forms/boxes.ts';
import { fieldValue } from '../forms/field-element.ts';
import type { FormsContext } from '../forms/forms-context.ts';

type Sign = OutcomeSeen['sign'];

/** The commit whose outcome is watched. */
export interface WatchedCommit {
  /** The dialog or form that was sent, or null for the whole frame. */
  readonly box: Element | null;
  /** The fields that had been filled. */
  readonly fields: readonly Element[];
  readonly scope: number | null;
  /** The dialog that asked about the commit. Its own words are no outcome. */
  readonly asking: Element | null;
}

/** Controls a running watch. */
export interface OutcomeWatch {
  /** Sends a failure sign: the browser itself rejected the form. */
  fail(): void;
  /** Notes that the browser itself sends the form. The next page may take long to arrive. */
  post(): void;
  /** Sends the signs that are due when the page is unloaded. The unload is a sign of this commit if it still waits. */
  leave(): void;
  /** Checks the form a last time, sends the signs and stops. */
  end(): void;
}

const shortMs = 2_600;
const longMs = 10_000;
const lastMs = 120_000;
/** A timer that is later than this was held up by a dialog of the browser, such as `confirm`. */
const heldUpMs = 1_000;
/** The most nodes that are examined, because a page can add nodes without end. */
const maxNodes = 400;
/** A message has at most this many characters. */
const maxCharacters = 120;
/** So many ancestors of a text may say what type of message it is. */
const maxLevels = 4;
/** A message of success with a smaller margin needs the type of a success. */
const sureMargin = 3;
/** The labels of controls whose success is not the success of a form. */
const otherActions = /^(sea|up|dow|pri|log|del|act|res)/;

/** Starts to watch for the outcome of a commit. */
export function watchOutcome(ctx: FormsContext, { box, fields, scope, asking }: WatchedCommit): OutcomeWatch {
  const { document, words, classifiers } = ctx;
  const { isShown } = ctx.dom;
  const view = document.defaultView as Window & typeof globalThis;
  let started = ctx.now();
  const reported = new Set<Sign>();
  /** `close`: all signs are watched. `wait`: only requests are. `ended`: the watch is over. */
  let phase: 'close' | 'wait' | 'ended' = 'close';
  let isAsked = false;
  let isPosted = false;
  const reportSign = (sign: Sign) => {
    if (reported.has(sign)) return;
    reported.add(sign);
    ctx.report({ kind: 'outcome', at: ctx.epoch(ctx.now()), sign, scope });
  };

  /** Returns the sign that a text gives, or null. `isMessage`: the element is made to show messages. */
  const signOf = (e: Element, text: string): Sign | null => {
    const { label, margin } = classifiers.messages(text);
    const around = [...outwards(e)].slice(0, maxLevels);
    const isMessage = around.some((up) => up.matches(words.messages) || getComputedStyle(up).position === 'fixed');
    if (label === 'progress' || (label === 'neutral' && !isMessage)) return null;
    const dialog = ctx.dialogOf(e);
    // A dialog without fields that offers two answers asks, whatever its words are.
    const shownIn = (selector: string) => [...(dialog?.querySelectorAll(selector) ?? [])].filter(isShown);
    const answers = shownIn(words.buttons).filter((c) => (c.textContent as string).trim().length > 1);
    const isQuestion = answers.length > 1 && !shownIn(words.inputs)[0];
    if (label === 'question' || (isQuestion && !box?.contains(e))) {
      isAsked = true;
      return null;
    }
    const classes = [...around, ...e.querySelectorAll('*')].map((c) => c.getAttribute('class')).join(' ');
    const isBad = RegExp(words.badClass).test(classes);
    const isWell = RegExp(words.wellClass).test(classes);
    if (/^(fa|va)/.test(label)) return isWell ? 'toast-other' : 'toast-failed';
    if (label === 'neutral') return isBad ? 'toast-failed' : isWell ? 'toast-ok' : 'toast-other';
    // Unsure words of a message without a type prove nothing.
    return isBad || (!isWell && margin < sureMargin) || otherActions.test(classifiers.controls(text.slice(0, 4)).label)
      ? 'toast-other'
      : 'toast-ok';
  };

  let examined = 0;
  const readMessage = (e: Element | null) => {
    if (e === null || asking?.contains(e) || examined++ > maxNodes) return;
    // A refreshed list may contain 失败 in a row, and a button redraws itself while it waits. Only a small element outside
    // of lists, tables and buttons is a message.
    if (
      e.childElementCount > 8 ||
      e.closest('table,ul,ol,select,button,[role=button],[role=listbox],[role=menu],[contenteditable=true]')
    )
      return;
    const text = (e.textContent as string).trim();
    if (text.length < 2 || text.length > maxCharacters) return;
    const read = () => {
      const sign = isShown(e) && !ctx.signal.aborted && phase !== 'ended' && signOf(e, text);
      if (sign) reportSign(sign);
    };
    // Some libraries insert a message first and show it a moment later.
    if (isShown(e)) read();
    else view.setTimeout(read, 400);
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
  const watchClosely = (ms: number) => {
    phase = 'close';
    examined = 0;
    for (const root of roots) mutations.observe(root, { childList: true, subtree: true, characterData: true });
    schedule(ms, onShort);
  };

  // Requests that the page repeats, such as the refresh of a list, are not answers to the commit.
  const pathOf = ({ name }: PerformanceEntry) => name.split('?')[0];
  const polled = view.performance.getEntriesByType('resource').map(pathOf);
  const readRequests = (entries: readonly PerformanceEntry[]) => {
    for (const entry of entries as readonly PerformanceResourceTiming[]) {
      const status = (entry as { responseStatus?: number }).responseStatus ?? 0;
      if (!/^(xml|fet|bea|ifr)/.test(entry.initiatorType)) continue;
      if (entry.startTime < started - 80 || entry.startTime > started + 2_500 || status === 0) continue;
      if (polled.filter((path) => path === pathOf(entry)).length > 3) continue;
      reportSign(status < 400 ? 'request-ok' : 'request-failed');
      if (phase !== 'wait') continue;
      // The page shows its answer now.
      watchClosely(shortMs);
      for (const e of document.querySelectorAll(words.messages)) readMessage(e);
    }
  };
  const requests = new view.PerformanceObserver((list) => readRequests(list.getEntries()));
  requests.observe({ type: 'resource', buffered: true });

  /** Returns the innermost elements of the box that show a text. A page may show an error that it had hidden. */
  const shownTexts = () =>
    [...(box?.querySelectorAll('*') ?? [])].filter((e) => !e.childElementCount && e.textContent && isShown(e));
  const shownBefore = new Set(shownTexts());
  const checkForm = () => {
    for (const e of shownTexts()) if (!shownBefore.has(e)) readMessage(e);
    const connected = fields.filter((f) => f.isConnected);
    const isGone = box !== null ? !isShown(box) : connected.length === 0;
    if (fields.length > 0 && isGone) reportSign('form-gone');
    else if (connected.length > 0 && connected.every((f) => fieldValue(f).trim() === '')) reportSign('fields-reset');
    if (!reported.has('form-gone') && !reported.has('fields-reset') && !reported.has('toast-ok'))
      for (const place of [box ?? document, ...inner])
        for (const e of place.querySelectorAll(words.errors)) if (isShown(e)) return reportSign('field-error');
  };
  const end = () => {
    if (phase === 'ended') return;
    readRequests(requests.takeRecords());
    phase = 'ended';
    ctx.signal.removeEventListener('abort', end);
    view.removeEventListener('beforeunload', leave);
    view.clearTimeout(timer);
    mutations.disconnect();
    requests.disconnect();
    if (ctx.signal.aborted) return;
    checkForm();
    reportSign('quiet');
    ctx.flush();
  };
  const leave = () => {
    readRequests(requests.takeRecords());
    // A window that another page opened closes itself after it has saved.
    if (phase === 'close' && view.opener) reportSign('form-gone');
    if (phase === 'close' || isAsked || isPosted) reportSign('navigated');
    else end();
    ctx.flush();
  };
  // Chromium drops what a page sends on `pagehide` when the page closes its own window.
  if (view.opener) view.addEventListener('beforeunload', leave, { signal: ctx.signal });
  let timer = 0;
  const schedule = (ms: number, callback: () => void) => {
    view.clearTimeout(timer);
    const due = ctx.now() + ms;
    timer = view.setTimeout(() => {
      if (ctx.now() - due < heldUpMs) return callback();
      // The page was blocked, so the commit goes on only now.
      started = ctx.now();
      schedule(shortMs, callback);
    }, ms);
  };
  const isDecided = () => [...reported].some((sign) => sign !== 'request-ok' && sign !== 'posted');
  const onShort = () => {
    checkForm();
    if (isDecided()) end();
    else schedule(longMs - shortMs, onLong);
  };
  const onLong = () => {
    if (reported.size > 0 && !isAsked && !isPosted) return end();
    phase = 'wait';
    mutations.disconnect();
    schedule(lastMs, end);
  };
  watchClosely(shortMs);
  ctx.signal.addEventListener('abort', end);
  return {
    end,
    fail: () => reportSign('field-error'),
    post() {
      isPosted = true;
      reportSign('posted');
    },
    leave,
  };
}
