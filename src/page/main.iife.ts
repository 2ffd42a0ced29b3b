/**
 * One frame of a portal page. Does nothing but read one flag until the owner has agreed; hidden pages listen to
 * nothing but their own coming up.
 */
import type { ActHints } from '../core/acts/act-words.ts';
import type { PageEvent, PageMs } from '../core/events.ts';
import type { SecrecyMarks } from '../core/sites/secrecy-marks.ts';
import type { PageMessages } from '../messages.ts';
import { callActs, keptForActs } from './acts/when-acts-needed.ts';
import { callForms, keptForForms } from './forms/when-forms-needed.ts';
import type { World } from './frame/frame-context.ts';
import { isParents } from './frame/inner-frames.ts';
import { openRoom } from './frame/open-frame-context.ts';
import { callScript } from './frame/request-script.ts';
import { later } from './frame/timers.ts';
import { observeAttention } from './observe-attention.ts';

const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
const world = globalThis as World;
/** What can't be delivered is kept up to this many events. */
const keptEvents = 500;
/** Of the page around this frame; the browser may not say (Firefox), and then the worker knows. */
const topOrigin = self === top ? location.origin : [...(location.ancestorOrigins ?? [])].at(-1);
// Asking the extension's own address for it would cost half of what a page pays at its start.
const isFirefox = 'mozInnerScreenX' in self;
/** A page in front writes down what is open at the first beat after this time, so at least every five seconds. */
const recordMs = 4_700;

let running: AbortController | null = null;

/** The extension was updated or removed under us: stop, quietly, for the page's sake. */
function gone(): false {
  running?.abort();
  return false;
}
/** Calls the extension; once it is gone the names themselves are missing, and calls throw at once. */
const reach = <T>(call: () => Promise<T>): Promise<T> => new Promise((resolve) => resolve(call()));
/** Asks the worker. Of one that died before it heard, browsers say nothing: an answer has `ok`. */
const tell = <T>(name: string, ...args: unknown[]): Promise<T> =>
  reach(() => api.runtime.sendMessage({ name, args })).then((answer?: { ok?: T }) => {
    if (answer?.ok === undefined) throw answer;
    return answer.ok;
  });
/** Whether the extension is still there; if not, stops. */
const lives = () => Boolean(api.runtime?.id) || gone();

function isSecret({ where, words, mark }: SecrecyMarks): boolean {
  const heads = [...document.querySelectorAll(where)].map((e) => e.textContent as string);
  const all = heads.join('').replace(/\s/g, '');
  return words.split('|').some((word) => all.includes(word)) && heads.some((head) => RegExp(mark).test(head));
}

type Opened = NonNullable<ReturnType<PageMessages['page.open']>>;

function start({ hints, secrecy }: Ready, since: PageMs): void {
  const controller = new AbortController();
  const { signal } = controller;
  running = controller;
  const key = `open:${Math.random()}`;
  let opened: Opened | null = null;
  let isRead = false;
  let isGoing = false;
  let waiting: PageEvent[] = [];
  // Spans on their way to the worker, which may die over them.
  let sent: PageEvent[] = [];
  let written = '';
  let isParting = false;
  // Presence is written down by one frame of a page.
  const isOurs = (event: PageEvent) => opened?.own || event.kind !== 'span' || event.of !== 'presence';
  const write = (spans: readonly PageEvent[]) => {
    const record = JSON.stringify(spans);
    if (!opened || !spans[0] || record === written) return;
    written = record;
    const { system, tab } = opened;
    reach(() => api.storage.local.set({ [key]: { system, tab, spans } })).catch(lives);
  };
  const deliver = () => {
    // Nothing leaves the page before its headings were read (promise P8). Whose it is the worker knows by itself: a
    // page that is left at once need not have heard.
    if (!isRead) return;
    const events = waiting;
    waiting = [];
    if (!events[0]) return;
    sent.push(...events.filter((event) => event.kind === 'span' && isOurs(event)));
    // A worker that dies over the last message of a page finds it written down.
    if (isGoing) write(sent);
    // The worker takes the checkpoint away with the same message: this page may not live to hear the answer.
    const closed = written && (isParting || attention.open().length === 0) ? key : '';
    tell('log.append', events, closed, topOrigin)
      .then(() => {
        sent = sent.filter((event) => !events.includes(event));
        // What was opened meanwhile went with the checkpoint.
        if (closed) writeDown();
      })
      // It is started again by the next message; what it had taken in it knows.
      .catch(() => {
        sent = sent.filter((event) => !events.includes(event));
        if (!lives() || waiting.length > keptEvents) return;
        waiting.unshift(...events);
        later(500, deliver);
      });
  };
  const room = openRoom({
    window,
    signal,
    wall: Date.now,
    send(events) {
      waiting.push(...events);
      deliver();
    },
  });
  // From the start: while the worker is long in answering, time goes by all the same.
  let due = room.now() + recordMs;
  // Before attention hears of it and tells what it closes: spans that have no answer yet go again (they are taken once),
  // since nobody will be here to send them later.
  room.on(['pagehide', 'pageshow'], ({ type }) => {
    isGoing = type === 'pagehide';
    if (!isGoing) return;
    waiting.unshift(...sent);
    sent = [];
    deliver();
  });
  // What was closed and has no answer yet too: this record takes the place of the one that had it.
  const writeDown = () => {
    const spans = [...sent, ...waiting, ...attention.open()].filter(({ kind }) => kind === 'span');
    if (isRead) write(spans.slice(-99).filter(isOurs));
  };
  const sayAll = () => {
    isParting = true;
    for (const one of attention.open()) room.report(one);
    room.flush();
    isParting = false;
  };
  const attention = observeAttention(room, {
    since,
    inBackground: () => opened?.inBackground,
    beat() {
      const now = room.now();
      if (now < due || !opened || !isRead) return;
      due = now + (opened.own ? recordMs : 30_000);
      deliver();
      writeDown();
    },
    // What is said later may be too late: Firefox forgets the sender of what comes from a tab that is being taken down,
    // and with it the message; Chromium's worker is gone with its browser. The page may be asked and stay: nothing is
    // closed here, and what it reports again says nothing new.
    parting() {
      // A browser that is being quit may hear nothing any more, and read this when it starts again.
      writeDown();
      if (isFirefox) sayAll();
    },
  });
  signal.addEventListener('abort', attention.close);
  /** Looks for secrecy marks (promise P8); what is waiting on a page that bears one stays here. */
  const isOpen = () => {
    const isMarked = isSecret(secrecy);
    if (isMarked) {
      isRead = false;
      // What left before is taken back.
      tell('page.secret', room.epoch(0 as PageMs), key).catch(lives);
      controller.abort();
    }
    return !isMarked;
  };
  const scriptOf = (name: 'page.forms' | 'page.acts', kept: readonly string[]) =>
    callScript(room, isOpen, kept, () => tell(name));
  // Somebody may press what is there long before the document stands.
  let lookForActs: (() => void) | undefined;
  if (!isParents(window)) {
    const acts = scriptOf('page.acts', keptForActs);
    world.ledgerRooms = { acts: acts.room };
    lookForActs = callActs(acts, hints);
  }
  const read = () => {
    if (!isOpen()) return;
    isRead = true;
    // What the page writes into a frame of its own is watched from the page around it.
    if (!isParents(window)) {
      const forms = scriptOf('page.forms', keptForForms);
      world.ledgerRooms = { ...world.ledgerRooms, forms: forms.room };
      callForms(forms);
      lookForActs?.();
    }
    deliver();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', read, { signal });
  else read();
  const open = (): unknown =>
    signal.aborted ||
    tell<Opened | null>('page.open')
      .then((answer) => {
        if (signal.aborted) return;
        if (answer === null) return controller.abort();
        opened = answer;
        const now = attention.open()[0];
        if (opened.since && now?.of === 'presence') room.report({ ...now, start: opened.since });
        deliver();
      })
      .catch(() => lives() && later(500, open));
  open();
}

/** Laid ready by the worker (background/main.ts). */
interface Ready {
  /** Another number whenever pages are to ask anew whether they may record; none while nothing is recorded. */
  recording: number;
  hints: ActHints;
  secrecy: SecrecyMarks;
}

let known: number | undefined;
// A page that is navigated to is in front from its answer on; one that we come to later, from then on.
let isEarly = document.readyState === 'loading' && document.visibilityState === 'visible';

async function look(since?: PageMs): Promise<void> {
  const ready = await api.storage.local.get<Partial<Ready>>(['recording', 'hints', 'secrecy']);
  if (ready.recording !== known) {
    running?.abort();
    running = null;
  }
  known = ready.recording;
  if (known && running === null) {
    const [navigation] = isEarly ? (performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]) : [];
    start(ready as Ready, (navigation?.responseStart || since || performance.now()) as PageMs);
  }
  isEarly = false;
}

const changed = (changes: { [key: string]: unknown }) => {
  if ('recording' in changes) reach(look).catch(lives);
};
/** A page that comes up is in front from then on, however long the answer takes. */
function follow(event?: Event): void {
  reach(async () => {
    const { onChanged } = api.storage.local;
    if (document.visibilityState !== 'visible') return onChanged.removeListener(changed);
    onChanged.addListener(changed);
    await look(event?.timeStamp as PageMs);
  }).catch(lives);
}
// Injected into a page that was open already, or once more after an update: one that lives is enough.
if (!world.ledger?.runtime?.id) {
  world.ledger = api;
  document.addEventListener('visibilitychange', follow);
  follow();
}
