/** The worker. Listeners are registered at once, nothing is kept in variables but what can be read again. */
import { deleteDB } from 'idb';
import browser from 'webextension-polyfill';
import { compileLexicon, hintsOf } from '../core/acts/compile-lexicon.ts';
import { quoteValue } from '../core/checks.ts';
import { applyCuts } from '../core/days/cuts.ts';
import type { Day, EpochMs, LogEvent, SystemKey } from '../core/events.ts';
import { formWords } from '../core/forms/form-words.ts';
import { pickLanguage } from '../core/pick-language.ts';
import { parsePolicy } from '../core/policy.ts';
import { hasConsent, isRecording, type Settings } from '../core/settings.ts';
import { excludedBelow, indexCatalogue } from '../core/sites/catalogue.ts';
import { secrecyMarks } from '../core/sites/secrecy-marks.ts';
import { applyChoices } from '../core/sites/site-choices.ts';
import { maxGapMs } from '../core/time/attention.ts';
import { dayOf, nextDay, startOfDay } from '../core/time/local-time.ts';
import { nextQuiet, quietUntil } from '../core/time/quiet-hours.ts';
import { actRules, catalogueVersion, fieldKindWords, labelRules, lexicon, portals } from '../data/index.ts';
import type { Envelope, MessageName, State } from '../messages.ts';
import { type Database, databaseName, digestStore, openLedger } from './ledger/database.ts';
import { openDigests } from './ledger/digests.ts';
import { rollUpBefore, tidyDays } from './ledger/retention.ts';
import { append, type Clock } from './ledger/rows.ts';
import { sessionDigests } from './ledger/session-digests.ts';
import { sessionCount, sessionList } from './ledger/session-store.ts';
import { lost, troubleBox, troubleOf } from './ledger/storage-faults.ts';
import { readCuts } from './ledger/take-back.ts';
import { undoBox } from './ledger/undo-box.ts';
import { wipe, wipeLocal } from './ledger/wipe-database.ts';
import { type Answering, readBoth, readChoices, readSettings } from './ledger/worker-context.ts';
import { faultInArguments, isOwnMessage } from './owner/check-arguments.ts';
import { ownAnswers } from './owner/handlers.ts';
import { show, toolbarOf } from './owner/toolbar.ts';
import { checkpointKey, checkpointSpans, lastPresence, leftBehind } from './pages/checkpoints.ts';
import { type ActMemory, openActs } from './pages/pending-acts.ts';
import { hasWaiting, openPending, type PendingEffects } from './pages/pending-forms.ts';
import { hide, leave, open, type Receiving, receive, tabKey } from './pages/receive-events.ts';
import { senderOf } from './pages/sender-of.ts';

const clock: Clock = {
  now: () => Date.now() as EpochMs,
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  random: (bytes) =>
    [...crypto.getRandomValues(new Uint8Array(bytes))].map((b) => b.toString(16).padStart(2, '0')).join(''),
};
const standingOf = indexCatalogue(portals, labelRules);
/** Opened when it is first wanted, and again after a dead worker, a failure, or when the browser closed it. */
let opened: Promise<Database> | null = null;
const forget = () => {
  opened = null;
};
function database(): Promise<Database> {
  if (opened === null) {
    opened = openLedger({
      closed: forget,
      freed: (db) => {
        opened = Promise.resolve(db);
      },
    });
    // One that is blocked stays refused until it is free: another try would stand in line behind it, untold.
    opened.catch((trouble: Error) => {
      if (trouble.name !== 'BlockedError') forget();
    });
  }
  return opened;
}
const session = (browser.storage as unknown as { session: browser.Storage.StorageArea }).session;
const granted = (host: string) =>
  browser.permissions.contains({ origins: [`http://${host.replace(/:\d+$/, '')}/*`] }).catch(() => false);

const skipped = sessionList(session, 'skipped');
const trouble = troubleBox(session);
const box = undoBox(session, clock, (when) => browser.alarms.create('forget-undo', { when }));
const secretTabs = sessionList(session, 'secret');
const blocked = sessionCount(session, 'blocked');
const acts = openActs({
  load: async () => (await session.get('acts')).acts as ActMemory | undefined,
  save: (memory) => session.set({ acts: memory }),
});

/** One thing at a time: the order of rows is the order of messages. */
let chain: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const isFirst = isNew;
  isNew = false;
  // Before anything else whether an earlier life left off erasing, and whether the ledger is still there. What was left
  // undone otherwise after what woke this one, which may be a page's last words.
  if (isFirst)
    onItsOwn(async () => {
      const { erasing, recording } = await browser.storage.local.get(['erasing', 'recording']);
      if (erasing !== undefined) await eraseEverything();
      else if (recording !== undefined && (await (await database()).get('meta', 'settings')) === undefined)
        await loseLedger();
    });
  const turn = chain.then(work, work);
  chain = turn.catch(() => {}); // the caller has it; the next in line must not inherit it
  if (isFirst)
    onItsOwn(async () => {
      if (hasWaiting(await session.get(null))) await settlePending();
    });
  return turn;
}
let isNew = true;

/** Work that nobody waits for. What is wrong with the storage is told to the owner all the same. */
function onItsOwn(work: () => Promise<unknown>): void {
  void inTurn(work).catch(async (error: unknown) => {
    await trouble.note(error);
    if (troubleOf(error) === null) throw error;
  });
}

async function effects() {
  const db = await database();
  const digests = openDigests({
    store: digestStore(db),
    session: sessionDigests(session, crypto.subtle),
    subtle: crypto.subtle,
  });
  const kept: PendingEffects = {
    store: {
      read: (keys) => session.get(keys === null ? null : [...keys]),
      write: (change) => session.set(change),
      remove: (keys) => session.remove([...keys]),
    },
    digests,
    append: async (events, id) => append(db, await acts.confirm(events), clock, id),
    fresh: () => clock.random(8),
  };
  return { db, digests, pending: openPending(kept) };
}

async function settlePending(): Promise<void> {
  const { pending } = await effects();
  const open = await browser.tabs.query({});
  await pending.settle(clock.now(), new Set(open.map(({ id }) => tabKey(id ?? -1))));
}

async function receiving(): Promise<Receiving> {
  const parts = await effects();
  const { db } = parts;
  return {
    ...parts,
    ...(await readBoth(db)),
    skipped: await skipped.read(),
    acts,
    secretTabs,
    blocked,
    clock,
    standingOf,
    granted,
    cutOff,
  };
}

/** A page whose script an update cut off may go on where it stopped, once, within a minute. */
async function cutOff(tab: string): Promise<EpochMs | null> {
  const name = `cut ${tab}`;
  const end = (await session.get(name))[name] as EpochMs | undefined;
  if (end === undefined) return null;
  await session.remove(name);
  return clock.now() - end <= maxGapMs ? end : null;
}

async function tellPages(settings: Settings): Promise<void> {
  const { local } = browser.storage;
  const { recording = clock.now() } = (await local.get('recording')) as { recording?: number };
  if (hasConsent(settings)) await trouble.begun();
  const actWords = compileLexicon(lexicon, actRules);
  if (isRecording(settings, clock.now()))
    await local.set({
      recording,
      // As a list: in Chromium's storage the keys of an object are put in order.
      words: Object.entries(fieldKindWords),
      acts: actWords,
      hints: hintsOf(actWords),
      forms: formWords,
      secrecy: secrecyMarks,
    });
  else await local.remove('recording');
  if (typeof settings.pausedUntil === 'number') browser.alarms.create('resume', { when: settings.pausedUntil + 500 });
  const next = nextQuiet(settings.quiet, clock.now(), clock.timeZone());
  if (next !== null) browser.alarms.create('quiet', { when: next.start });
  else await browser.alarms.clear('quiet');
  if (settings.badge && !settings.discreet) browser.alarms.create('badge', { periodInMinutes: 1 });
  else await browser.alarms.clear('badge');
  await showState();
}

/** Pauses while the owner's quiet hours last; a pause that is on already stays as it is. */
async function beQuiet(): Promise<void> {
  const settings = await readSettings(await database());
  const until = quietUntil(settings.quiet, clock.now(), clock.timeZone());
  if (until === null || !isRecording(settings, clock.now())) return tellPages(settings);
  await ownAnswers(await answering())['settings.write']({ pausedUntil: until });
}

/** The toolbar: one look for all tabs, and that of a recorded page for the tab in front. */
async function showState(): Promise<void> {
  const db = await database();
  const settings = await readSettings(db);
  const base = {
    consented: hasConsent(settings),
    recording: isRecording(settings, clock.now()),
    discreet: settings.discreet,
    language: pickLanguage(settings.language, [browser.i18n.getUILanguage()]),
  };
  await show(browser.action, toolbarOf({ ...base, listed: false, todayMs: settings.badge ? 0 : null }));
  for (const tab of await browser.tabs.query({ active: true })) {
    // Only the addresses of granted hosts can be read here.
    if (tab.id === undefined || tab.url === undefined || !/^https?:/.test(tab.url)) continue;
    const { host } = new URL(tab.url);
    const { grant, off } = applyChoices(standingOf(host), host, await readChoices(db));
    const listed = grant !== 'never' && !off && (await granted(host)) && !(await skipped.read()).includes(host);
    let todayMs: number | null = null;
    if (settings.badge && listed && base.recording) {
      const answers = ownAnswers(await answering());
      todayMs = (await answers['day.read']((await answers['state.read']()).today)).attentionMs;
    } else if (settings.badge) todayMs = 0;
    await show(browser.action, toolbarOf({ ...base, listed, todayMs }), tab.id);
  }
}

/** Managed storage. Firefox throws where nobody manages anything. */
const readManaged = (): Promise<object> => browser.storage.managed.get(null).catch(() => ({}));

/** Keeps what the policy says where settings are read. */
async function followPolicy(): Promise<void> {
  await (await database()).put('meta', parsePolicy(await readManaged()), 'policy');
}

const checkpoints = async (): Promise<readonly LogEvent[]> =>
  applyCuts(checkpointSpans(await browser.storage.local.get(null)), await readCuts(await database()));

const hmac = { name: 'HMAC', hash: 'SHA-256' };

async function answering(): Promise<Answering> {
  return {
    db: await database(),
    clock,
    standingOf,
    granted,
    grantedAll: (origins) => browser.permissions.contains({ origins: [...origins] }).catch(() => false),
    followGrants,
    skipped,
    blocked,
    offered: sessionList(session, 'offered'),
    administered: async () =>
      ['admin', 'sideload'].includes((await browser.management.getSelf()).installType) ||
      Object.keys(await readManaged()).length > 0,
    settle: async () => {
      try {
        await recover(clock.now());
        await settlePending();
      } catch (error) {
        // What can't be stored now stays where it is; the owner may read what is stored all the same.
        await trouble.note(error);
        if (troubleOf(error) === null) throw error;
      }
    },
    forgetPending: async (since) => (await effects()).pending.forget(since),
    checkpoints,
    tellPages,
    forgetSession: async () => {
      await session.clear();
      await browser.storage.local.remove('recording');
      const db = await database();
      forget();
      await wipe(db);
      await wipeLocal(browser.storage.local);
    },
    checkCode: async (text) => {
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return [...new Uint8Array(hash, 0, 4)].map((b) => b.toString(16).padStart(2, '0')).join('');
    },
    undo: box,
    keyOfHost: async (host) => (await (await effects()).digests.lasting(`system ${host}`)) as SystemKey,
    importKey: (bytes) => crypto.subtle.importKey('raw', new Uint8Array(bytes), hmac, true, ['sign']),
    exportKey: async (key) => (key.extractable ? [...new Uint8Array(await crypto.subtle.exportKey('raw', key))] : null),
    trouble: trouble.read,
    bytesUsed: async () => (await navigator.storage.estimate()).usage ?? 0,
  };
}

/** What is asked here changes which pages may record. */
const changesSites: ReadonlySet<string> = new Set([
  'catalogue.group',
  'site.add',
  'site.remove',
  'site.skip',
  'system.write',
  'system.erase',
]);

/** What is asked here leaves days without a roll-up: they get one now, month by month, between other work. */
const changesDays: ReadonlySet<string> = new Set(['backup.restore', 'settings.write']);
async function rollUpFrom(day: Day): Promise<void> {
  const next = await rollUpBefore(await answering(), day);
  if (next !== null) onItsOwn(() => rollUpFrom(next));
}

/** Pages in front close what is open and ask anew whether they may record. */
async function pokePages(): Promise<void> {
  const { recording } = await browser.storage.local.get('recording');
  if (recording !== undefined) await browser.storage.local.set({ recording: clock.now() });
}

/** A page that is told of a withdrawal reports what it measured before, within this time. */
const graceMs = 3000;
async function grantedJustNow(host: string): Promise<boolean> {
  if (await granted(host)) return true;
  const { revoked } = (await session.get('revoked')) as { revoked?: number };
  return revoked !== undefined && clock.now() - revoked < graceMs;
}

const fromOwnPage = (sender: browser.Runtime.MessageSender) =>
  sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL(''));

/** What our own pages are told while the ledger can't be opened: that, and nothing that would need it. */
async function withoutLedger(message: Envelope, trouble: unknown): Promise<unknown> {
  const what = troubleOf(trouble);
  if (what === null) throw trouble;
  if (message.name !== 'state.read')
    throw new Error(`Cannot answer "${message.name}": the ledger can't be opened (${what})`);
  const { recording } = await browser.storage.local.get('recording');
  return {
    recording: false,
    consented: recording !== undefined,
    agreedTo: null,
    pausedUntil: null,
    administered: false,
    blockedPages: 0,
    firstDay: null,
    today: dayOf(clock.now(), clock.timeZone()),
    catalogueVersion,
    timer: null,
    sample: false,
    trouble: what,
    backupDue: false,
  } satisfies State;
}

/** The ledger is gone, and not by its owner: pages stop, and the owner is told at once and on every screen. */
async function loseLedger(): Promise<void> {
  await browser.storage.local.remove('recording');
  await trouble.note(lost);
  await browser.tabs.create({ url: browser.runtime.getURL('src/ui/consent/index.html') });
}

/** One action, whatever comes between: a worker or a browser that dies over it goes on where it starts again. */
async function eraseEverything(): Promise<void> {
  const { local } = browser.storage;
  await local.set({ erasing: true });
  try {
    // A ledger that can't be opened can be erased all the same.
    await database().catch((trouble: Error) => (trouble.name === 'BlockedError' ? undefined : deleteDB(databaseName)));
    await ownAnswers(await answering())['ledger.erase']();
  } catch (trouble) {
    // The owner is told, and may go on with the ledger instead.
    await local.remove('erasing');
    throw trouble;
  }
}

async function answer(message: Envelope, sender: browser.Runtime.MessageSender): Promise<unknown> {
  if (fromOwnPage(sender)) {
    const { name, args } = message;
    if (!isOwnMessage(name)) throw new Error(`Cannot answer ${quoteValue(name)}: no such message`);
    const fault = faultInArguments(name, args);
    if (fault !== null) throw new Error(`Cannot answer "${name}": ${fault}`);
    if (message.name === 'ledger.erase') return eraseEverything();
    let at: Answering;
    try {
      at = await answering();
    } catch (unopened) {
      return withoutLedger(message, unopened);
    }
    const handler = ownAnswers(at)[name] as (...args: readonly unknown[]) => Promise<unknown>;
    const given = await handler(...args);
    if (changesSites.has(name)) await pokePages();
    if (changesDays.has(name)) onItsOwn(() => rollUpFrom(dayOf(clock.now(), clock.timeZone())));
    return given;
  }
  const from = senderOf(sender, message.name === 'log.append' ? message.args[2] : undefined);
  const at = await receiving();
  if (message.name === 'page.open') return open(from, at);
  if (message.name === 'log.append') {
    await receive(message.args[0], from, { ...at, granted: grantedJustNow });
    const closed = checkpointKey(message.args[1]);
    if (closed !== null) await browser.storage.local.remove(closed);
    return;
  }
  if (message.name === 'page.secret') {
    await hide(message.args[0], from, at);
    const closed = checkpointKey(message.args[1]);
    if (closed !== null) await browser.storage.local.remove(closed);
    return;
  }
  throw new Error(`Cannot answer ${quoteValue(message.name)}: pages may not ask it`);
}

browser.runtime.onMessage.addListener((raw: unknown, sender: browser.Runtime.MessageSender) => {
  const message = raw as Envelope<MessageName> | null;
  if (
    typeof message !== 'object' ||
    message === null ||
    typeof message.name !== 'string' ||
    !Array.isArray(message.args)
  )
    return Promise.resolve({ error: 'Cannot answer: no message' });
  // Somebody may be in a field by now: this waits for nothing, and writes nothing.
  if (message.name === 'page.forms' || message.name === 'page.acts')
    return runScript(message.name.slice(5), sender).then(
      () => ({ ok: null }),
      (error: unknown) => ({ error: `Cannot answer "${message.name}": ${(error as Error).message}` }),
    );
  const answered = inTurn(async () => {
    try {
      const ok = await answer(message, sender);
      if (message.name === 'log.append') await trouble.written();
      return { ok: ok ?? null };
    } catch (error) {
      await trouble.note(error);
      // DOMException is an Error in every browser since our floors; what isn't one has no message to give.
      return { error: error instanceof Error ? error.message : String(error) };
    }
  });
  return answered;
});

/** Checkpoints whose page never said goodbye become rows: with `now` only those of pages long silent, else all. */
async function recover(now: EpochMs | null): Promise<void> {
  const { keys, spans } = leftBehind(await browser.storage.local.get(null), now);
  if (keys.length === 0) return;
  // Of the same checkpoints the same rows: a worker that dies before they are removed comes here again.
  const at = spans.reduce((last, { end }) => Math.max(last, end), 0) as EpochMs;
  const lost: LogEvent = { kind: 'dropped', at, reason: 'recovered', count: keys.length };
  if (spans.length > 0) await append(await database(), [...spans, lost], clock);
  await browser.storage.local.remove(keys);
}

/** Our content script as the manifest has it: one file, the same for sites that the owner adds. */
const manifestScript = () => {
  const { content_scripts: [script] = [] } = browser.runtime.getManifest();
  return script;
};

/** Another script of ours beside the content script, in the frame that asked for it. */
async function runScript(name: string, { tab, frameId = 0 }: browser.Runtime.MessageSender): Promise<void> {
  const files = (manifestScript()?.js ?? []).map((file) => file.replace('main', name));
  if (tab?.id !== undefined)
    await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files });
}

/** Sites of the owner's own choice run the same script; what the manifest covers is covered already. */
async function followGrants(): Promise<void> {
  const script = manifestScript();
  const declared = new Set(script?.matches ?? []);
  const { origins = [] } = await browser.permissions.getAll();
  const added = origins.filter((o) => !declared.has(o) && !/^(https?|\*):\/\/\*\/|<all_urls>/.test(o));
  const { scripting } = browser;
  const there = (await scripting.getRegisteredContentScripts({ ids: ['added'] })).length > 0;
  if (added.length === 0) return there ? scripting.unregisterContentScripts({ ids: ['added'] }) : undefined;
  const wanted = {
    id: 'added',
    matches: added,
    excludeMatches: [...(script?.exclude_matches ?? []), ...excludedBelow(added, labelRules)],
    js: [...(script?.js ?? [])],
    allFrames: true,
    runAt: 'document_start' as const,
  };
  await (there ? scripting.updateContentScripts([wanted]) : scripting.registerContentScripts([wanted]));
}

/** Pages that were open before we came: the script reads the flag itself and runs once per document. */
async function joinOpenPages(origins: readonly string[]): Promise<void> {
  const script = manifestScript();
  if (origins.length === 0) return;
  const isNever = (url = '') => /^https?:/.test(url) && standingOf(new URL(url).host).grant === 'never';
  for (const tab of await browser.tabs.query({ url: [...origins] }))
    if (tab.id !== undefined && !isNever(tab.url))
      await browser.scripting
        .executeScript({ target: { tabId: tab.id, allFrames: true }, files: [...(script?.js ?? [])] })
        .catch(() => {}); // a page that is going, or one the browser keeps to itself
}

browser.permissions.onAdded.addListener(({ origins = [] }) => {
  onItsOwn(async () => {
    await followGrants();
    await joinOpenPages(origins);
    await pokePages();
  });
});
browser.permissions.onRemoved.addListener(() => {
  // What was measured until now is still to come: the pages are told, and close what is open.
  const untilThen = session.set({ revoked: clock.now() }).then(pokePages);
  onItsOwn(async () => {
    await untilThen;
    await followGrants();
  });
});
browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('src/ui/consent/index.html') });
  onItsOwn(async () => {
    // An update orphaned every page's script: what they wrote down is all there will be.
    await session.set(lastPresence(await browser.storage.local.get(null)));
    await recover(null);
    await followPolicy();
    const settings = await readSettings(await database());
    await tellPages(settings);
    // What is recorded has changed: nothing is, until the owner has read how.
    if (reason === 'update' && settings.consent !== null && !hasConsent(settings))
      await browser.tabs.create({ url: browser.runtime.getURL('src/ui/consent/index.html') });
    await chores();
    await followGrants();
    if (reason === 'install' || reason === 'update') await joinOpenPages(manifestScript()?.matches ?? []);
  });
});
/** What has to be done once a day, and after every start. */
async function chores(): Promise<void> {
  browser.alarms.create('chores', {
    when: startOfDay(nextDay(dayOf(clock.now(), clock.timeZone())), clock.timeZone()) + 300_000,
  });
  await (await effects()).digests.expire(clock.now());
  await box.expire();
  await tidyDays(await answering());
}

browser.runtime.onStartup.addListener(() => {
  onItsOwn(async () => {
    await recover(null);
    await followPolicy();
    await noteIdle(clock.now(), await browser.idle.queryState(idleSeconds));
    await beQuiet();
    await chores();
  });
});
// Of this area alone: what pages write every five seconds must not wake the worker. Firefox reads it at its start.
browser.storage.managed.onChanged?.addListener(() => {
  onItsOwn(async () => {
    await followPolicy();
    await tellPages(await readSettings(await database()));
    await followGrants();
    await pokePages();
  });
});
browser.alarms.onAlarm.addListener(({ name }) => {
  onItsOwn(async () => {
    if (name === 'chores') return chores();
    if (name === 'forget-undo') return box.expire();
    if (name === 'badge') return showState();
    if (name === 'quiet') return beQuiet();
    return tellPages(await readSettings(await database()));
  });
});
browser.tabs.onActivated.addListener(() => onItsOwn(showState));
browser.tabs.onUpdated.addListener((_tab, { status }) => {
  if (status === 'complete') onItsOwn(showState);
});
browser.tabs.onRemoved.addListener((tab) => {
  onItsOwn(async () => leave(tab, clock.now(), await receiving()));
});
const idleSeconds = 300;
async function noteIdle(at: EpochMs, state: 'active' | 'idle' | 'locked'): Promise<void> {
  const db = await database();
  if (isRecording(await readSettings(db), at)) await append(db, [{ kind: 'idle', at, state }], clock);
}
browser.idle.setDetectionInterval(idleSeconds);
browser.idle.onStateChanged.addListener((state) => {
  const at = clock.now();
  onItsOwn(() => noteIdle(at, state));
});
