/** Records one frame: runs the observers, delivers their events to the worker, and writes checkpoints. */
import type { ActHints } from '../core/acts/act-words.ts';
import type { PageEvent, PageMs } from '../core/events.ts';
import type { SecrecyMarks } from '../core/sites/secrecy-marks.ts';
import type { PageMessages } from '../messages.ts';
import { bufferedForActs, requestActs } from './acts/when-acts-needed.ts';
import { bufferedForForms, requestForms } from './forms/when-forms-needed.ts';
import { api, callApi, isConnected, sendMessage, startRecording, world } from './frame/extension.ts';
import type { ScriptMessage, World } from './frame/frame-context.ts';
import { isInnerFrame } from './frame/inner-frames.ts';
import { openFrameContext } from './frame/open-frame-context.ts';
import { requestScript } from './frame/request-script.ts';
import { delay } from './frame/timers.ts';
import { observeAttention } from './observe-attention.ts';
import { hasSecrecyMark } from './secrecy-check.ts';

/** The most events that wait while the worker cannot be reached. Further events are dropped. */
const maxWaiting = 500;
/** The origin of the top page. Frames in Firefox cannot read this origin, so in Firefox the worker looks it up. */
const topOrigin = self === top ? location.origin : [...(location.ancestorOrigins ?? [])].at(-1);
/** A page in front writes a checkpoint at the first heartbeat after this time, so at least every five seconds. */
const checkpointMs = 4_700;

/** The keys in `storage.local` that the worker writes for pages (src/background/pages/recording-flag.ts). */
export interface Stored {
  /** A number that changes whenever pages must ask again whether they may record; missing while nothing is recorded. */
  recording: number;
  hints: ActHints;
  secrecy: SecrecyMarks;
}

type OpenedPage = NonNullable<ReturnType<PageMessages['page.open']>>;

/**
 * Starts recording. `since` is the time from which the page counts as in front. Spans must survive the unload of the
 * page, a restart of the worker and a crash of the browser. Therefore the order of the steps below matters.
 */
export function recordFrame({ hints, secrecy }: Stored, since: PageMs): void {
  const controller = startRecording();
  const { signal } = controller;
  const key = `open:${Math.random()}`;
  let opened: OpenedPage | null = null;
  let wasChecked = false;
  let isUnloading = false;
  let waiting: PageEvent[] = [];
  // Spans that were sent and not yet confirmed. They are kept because the worker may stop while it handles them.
  let sent: PageEvent[] = [];
  let lastCheckpoint = '';
  let isBeforeUnload = false;
  // Only one frame of a page writes presence spans into its checkpoint.
  const isOurs = (event: PageEvent) => event.kind === 'span' && (opened?.own || event.of !== 'presence');

  const storeCheckpoint = (spans: readonly PageEvent[]) => {
    const record = JSON.stringify(spans);
    if (!opened || !spans[0] || record === lastCheckpoint) return;
    lastCheckpoint = record;
    const { system, tab } = opened;
    callApi(() => api.storage.local.set({ [key]: { system, tab, spans } })).catch(isConnected);
  };
  // Unconfirmed closed spans are included, because this checkpoint replaces the previous one, which contained them.
  const writeCheckpoint = () => {
    if (wasChecked) storeCheckpoint([...sent, ...waiting, ...attention.spans()].filter(isOurs).slice(-99));
  };

  const deliver = () => {
    // Nothing leaves the page before its headings were checked (docs/privacy-model.md, P8). The worker's answer to
    // `page.open` is not needed: the worker knows the sender of a message, and a page that is left at once may never
    // get the answer.
    if (!wasChecked) return;
    const events = waiting;
    waiting = [];
    if (!events[0]) return;
    sent.push(...events.filter(isOurs));
    // If the worker stops while it handles the last message of the page, this checkpoint keeps the spans until the
    // worker has restarted.
    if (isUnloading) storeCheckpoint(sent);
    // The worker removes the checkpoint when it handles this message, because the page may be gone before the answer
    // arrives.
    const closed = lastCheckpoint && (isBeforeUnload || !attention.spans()[0]) ? key : '';
    sendMessage('log.append', events, closed, topOrigin)
      .then(() => {
        sent = sent.filter((event) => !events.includes(event));
        // The removed checkpoint may have contained spans that were opened meanwhile.
        if (closed) writeCheckpoint();
      })
      // The next message starts the worker again. It recognizes events that it has already stored.
      .catch(() => {
        sent = sent.filter((event) => !events.includes(event));
        if (!isConnected() || waiting.length > maxWaiting) return;
        waiting.unshift(...events);
        delay(500, deliver);
      });
  };

  const ctx = openFrameContext({
    window,
    signal,
    wall: Date.now,
    send(events) {
      waiting.push(...events);
      deliver();
    },
  });
  // The time until the first checkpoint counts from the start of recording, even if the worker takes long to answer.
  let checkpointDue = ctx.now() + checkpointMs;

  // Registered before the attention observer, which closes and sends its spans on the same event. Unconfirmed spans are
  // sent again (the worker stores each span only once), because the page cannot retry later.
  ctx.on(['pagehide', 'pageshow'], ({ type }) => {
    isUnloading = type === 'pagehide';
    if (!isUnloading) return;
    waiting.unshift(...sent);
    sent = [];
    deliver();
  });

  const attention = observeAttention(ctx, {
    since,
    inBackground: () => opened?.inBackground,
    // The time of a page belongs to its top frame, so only this frame asks.
    askFocus: (onAnswer) => self === top && sendMessage<boolean>('page.focus').then(onAnswer).catch(isConnected),
    onBeat() {
      const now = ctx.now();
      if (now < checkpointDue || !opened || !wasChecked) return;
      checkpointDue = now + (opened.own ? checkpointMs : 30_000);
      deliver();
      writeCheckpoint();
    },
    // After this event it may be too late to send spans. Firefox drops messages from a tab that is being closed,
    // because it no longer knows the sender. In Chromium the worker ends with the browser. The page may also stay open,
    // so no span is closed here. Sending the same spans again does not change the ledger.
    onLeave() {
      // A browser that is being closed may not deliver messages. Then the worker reads the checkpoint at the next
      // start.
      writeCheckpoint();
      // Only Firefox has this property. Checking the extension's address instead would take longer.
      if (!('mozInnerScreenX' in self)) return;
      isBeforeUnload = true;
      attention.spans().forEach(ctx.report);
      ctx.flush();
      isBeforeUnload = false;
    },
  });
  signal.addEventListener('abort', attention.close);

  /** Checks for secrecy marks (docs/privacy-model.md, P8). On a page that has one, waiting events are never sent. */
  const mayRecord = () => {
    const isMarked = hasSecrecyMark(secrecy);
    if (isMarked) {
      wasChecked = false;
      // The worker deletes what this page has already sent.
      sendMessage('page.secret', ctx.epoch(0 as PageMs), key).catch(isConnected);
      controller.abort();
    }
    return !isMarked;
  };

  const prepareScript = (name: ScriptMessage, buffered: readonly string[]) =>
    requestScript(ctx, mayRecord, sendMessage, name, buffered);
  const contexts: World['ledgerContexts'] = {};
  world.ledgerContexts = contexts;
  // The act observer is prepared before the document is complete, because a person may press a control that is already
  // shown.
  let scanForActs: (() => void) | undefined;
  if (!isInnerFrame(window)) {
    const acts = prepareScript('page.acts', bufferedForActs);
    contexts.acts = acts.ctx;
    scanForActs = requestActs(acts, hints);
  }
  const onDocumentReady = () => {
    if (!mayRecord()) return;
    wasChecked = true;
    // The parent page observes forms and acts in frames that it writes itself.
    if (!isInnerFrame(window)) {
      const forms = prepareScript('page.forms', bufferedForForms);
      contexts.forms = forms.ctx;
      requestForms(forms);
      scanForActs?.();
    }
    deliver();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', onDocumentReady, { signal });
  else onDocumentReady();

  /**
   * Asks the worker whether this page is recorded and under which system and tab. Repeats the question until the worker
   * answers.
   */
  const openPage = (): unknown =>
    signal.aborted ||
    sendMessage<OpenedPage | null>('page.open')
      .then((answer) => {
        if (signal.aborted) return;
        if (answer === null) return controller.abort();
        opened = answer;
        const current = attention.spans()[0];
        if (opened.since && current?.of === 'presence') ctx.report({ ...current, start: opened.since });
        deliver();
      })
      .catch(() => isConnected() && delay(500, openPage));
  openPage();
}
