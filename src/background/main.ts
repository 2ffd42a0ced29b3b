/** The worker. Listeners are registered at once, nothing is kept in variables but what can be read again. */
import browser from 'webextension-polyfill';
import { openCatalogue } from '../core/catalogue.ts';
import type { EpochMs, LogEvent } from '../core/events.ts';
import { formWords } from '../core/form-words.ts';
import { pickLanguage } from '../core/pick-language.ts';
import { isRecording, type Settings } from '../core/settings.ts';
import { choose } from '../core/sites.ts';
import { actWords } from '../core/words.ts';
import { fieldKindWords, labelRules, portals } from '../data/index.ts';
import type { Envelope, MessageName, OwnMessages } from '../messages.ts';
import { type Answering, readChoices, readSettings } from './answering.ts';
import { ownAnswers } from './answers.ts';
import { show, toolbarOf } from './badge.ts';
import { checkpointSpans } from './checkpoints.ts';
import { digestStore, openLedger } from './database.ts';
import { openDigests } from './digests.ts';
import { append, type Clock } from './log.ts';
import { openPending, type PendingEffects } from './pending.ts';
import { leave, open, type Receiving, receive, type Sender } from './receive.ts';
import { sessionDigests } from './session-digests.ts';
import { sessionList } from './session-list.ts';

const clock: Clock = {
  now: () => Date.now() as EpochMs,
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  random: (bytes) =>
    [...crypto.getRandomValues(new Uint8Array(bytes))].map((b) => b.toString(16).padStart(2, '0')).join(''),
};
const standingOf = openCatalogue(portals, labelRules);
// Opened once per life of the worker; a dead worker opens them again.
const database = openLedger();
const session = (browser.storage as unknown as { session: browser.Storage.StorageArea }).session;
const granted = (host: string) =>
  browser.permissions.contains({ origins: [`http://${host.replace(/:\d+$/, '')}/*`] }).catch(() => false);

const skipped = sessionList(session, 'skipped');

/** One thing at a time: the order of rows is the order of messages. */
let chain: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = chain.then(work, work);
  chain = turn.catch(() => {}); // the caller has it; the next in line must not inherit it
  return turn;
}

async function effects() {
  const db = await database;
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
    append: (events, id) => append(db, events, clock, id),
    fresh: () => clock.random(8),
  };
  return { db, digests, pending: openPending(kept) };
}

async function receiving(): Promise<Receiving> {
  const parts = await effects();
  const { db } = parts;
  const choices = await readChoices(db);
  return {
    ...parts,
    settings: await readSettings(db),
    choices,
    skipped: await skipped.read(),
    clock,
    standingOf,
    granted,
  };
}

async function tellPages(settings: Settings): Promise<void> {
  const on = isRecording(settings, clock.now());
  if (on) await browser.storage.local.set({ recording: true, words: fieldKindWords, acts: actWords, forms: formWords });
  else await browser.storage.local.remove('recording');
  if (typeof settings.pausedUntil === 'number') browser.alarms.create('resume', { when: settings.pausedUntil + 500 });
  if (settings.badge && !settings.discreet) browser.alarms.create('badge', { periodInMinutes: 1 });
  else await browser.alarms.clear('badge');
  await showState();
}

/** The toolbar: one look for all tabs, and that of a recorded page for the tab in front. */
async function showState(): Promise<void> {
  const db = await database;
  const settings = await readSettings(db);
  const base = {
    consented: settings.consent !== null,
    recording: isRecording(settings, clock.now()),
    discreet: settings.discreet,
    language: pickLanguage(settings.language, [browser.i18n.getUILanguage()]),
  };
  await show(browser.action, toolbarOf({ ...base, listed: false, todayMs: settings.badge ? 0 : null }));
  for (const tab of await browser.tabs.query({ active: true })) {
    // Only the addresses of granted hosts can be read here.
    if (tab.id === undefined || tab.url === undefined || !/^https?:/.test(tab.url)) continue;
    const { host } = new URL(tab.url);
    const { grant, off } = choose(standingOf(host), host, await readChoices(db));
    const listed = grant !== 'never' && !off && (await granted(host)) && !(await skipped.read()).includes(host);
    let todayMs: number | null = null;
    if (settings.badge && listed && base.recording) {
      const answers = ownAnswers(await answering());
      todayMs = (await answers['day.read']((await answers['state.read']()).today)).attentionMs;
    } else if (settings.badge) todayMs = 0;
    await show(browser.action, toolbarOf({ ...base, listed, todayMs }), tab.id);
  }
}

const checkpoints = async (): Promise<LogEvent[]> => checkpointSpans(await browser.storage.local.get(null));

async function answering(): Promise<Answering> {
  return {
    db: await database,
    clock,
    standingOf,
    granted,
    grantedAll: (origins) => browser.permissions.contains({ origins: [...origins] }).catch(() => false),
    followGrants,
    skipped,
    offered: sessionList(session, 'offered'),
    administered: async () => ['admin', 'sideload'].includes((await browser.management.getSelf()).installType),
    settle: async () => {
      await (await effects()).pending.settle(clock.now());
    },
    forgetPending: async (since) => (await effects()).pending.forget(since),
    checkpoints,
    tellPages,
    forgetSession: async () => {
      await session.clear();
      await browser.storage.local.clear();
    },
    checkCode: async (text) => {
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return [...new Uint8Array(hash, 0, 4)].map((b) => b.toString(16).padStart(2, '0')).join('');
    },
    bytesUsed: async () => (await navigator.storage.estimate()).usage ?? 0,
  };
}

const fromOwnPage = (sender: browser.Runtime.MessageSender) =>
  sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL(''));

async function answer(message: Envelope, sender: browser.Runtime.MessageSender): Promise<unknown> {
  if (fromOwnPage(sender)) {
    const handlers = ownAnswers(await answering());
    const handler = Object.hasOwn(handlers, message.name) ? handlers[message.name as keyof OwnMessages] : undefined;
    if (handler === undefined) throw new Error(`Cannot answer "${message.name}": no such message`);
    return (handler as (...args: unknown[]) => Promise<unknown>)(...message.args);
  }
  const from: Sender = {
    tab: sender.tab?.id ?? -1,
    frame: sender.frameId ?? 0,
    document: (sender as { documentId?: string }).documentId ?? String(sender.frameId ?? 0),
    origin: (sender as { origin?: string }).origin ?? sender.url ?? null,
    top: sender.tab?.url ?? (sender.frameId === 0 ? (sender.url ?? null) : null),
  };
  const at = await receiving();
  if (message.name === 'page.open') return open(from, at);
  if (message.name === 'log.append') return receive(message.args[0], from, at);
  throw new Error(`Cannot answer "${message.name}": pages may not ask it`);
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
  return inTurn(() => answer(message, sender)).then(
    (ok) => ({ ok: ok ?? null }),
    (trouble: unknown) => ({ error: trouble instanceof Error ? trouble.message : String(trouble) }),
  );
});

/** Checkpoints whose page never said goodbye become rows. */
async function recover(): Promise<void> {
  const stored = await browser.storage.local.get(null);
  const keys = Object.keys(stored).filter((key) => key.startsWith('open:'));
  if (keys.length === 0) return;
  const spans = checkpointSpans(stored);
  const lost: LogEvent = { kind: 'dropped', at: clock.now(), reason: 'recovered', count: keys.length };
  await append(await database, [...spans, lost], clock);
  await browser.storage.local.remove(keys);
}

/** Our content script as the manifest has it: one file, the same for sites that the owner adds. */
const manifestScript = () => {
  const { content_scripts: [script] = [] } = browser.runtime.getManifest();
  return script;
};

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
    js: [...(script?.js ?? [])],
    allFrames: true,
    runAt: 'document_start' as const,
  };
  await (there ? scripting.updateContentScripts([wanted]) : scripting.registerContentScripts([wanted]));
}

/** Pages that were open before we came: the script reads the flag itself and runs once per document. */
async function joinOpenPages(): Promise<void> {
  const script = manifestScript();
  for (const tab of await browser.tabs.query({ url: [...(script?.matches ?? [])] }))
    if (tab.id !== undefined)
      await browser.scripting
        .executeScript({ target: { tabId: tab.id, allFrames: true }, files: [...(script?.js ?? [])] })
        .catch(() => {}); // a page that is going, or one the browser keeps to itself
}

browser.permissions.onAdded.addListener(() => void inTurn(followGrants));
browser.permissions.onRemoved.addListener(() => void inTurn(followGrants));
browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('src/ui/consent/index.html') });
  void inTurn(async () => {
    await tellPages(await readSettings(await database));
    await followGrants();
    if (reason === 'install') await joinOpenPages();
  });
});
browser.runtime.onStartup.addListener(() => {
  void inTurn(async () => {
    await recover();
    await tellPages(await readSettings(await database));
    await (await effects()).digests.expire(clock.now());
  });
});
browser.alarms.onAlarm.addListener(({ name }) => {
  void inTurn(async () => (name === 'badge' ? showState() : tellPages(await readSettings(await database))));
});
browser.tabs.onActivated.addListener(() => void inTurn(showState));
browser.tabs.onUpdated.addListener((_tab, { status }) => {
  if (status === 'complete') void inTurn(showState);
});
browser.tabs.onRemoved.addListener((tab) => {
  void inTurn(async () => leave(tab, clock.now(), await receiving()));
});
browser.idle.setDetectionInterval(300);
browser.idle.onStateChanged.addListener((state) => {
  void inTurn(async () => {
    const db = await database;
    if (!isRecording(await readSettings(db), clock.now())) return;
    await append(db, [{ kind: 'idle', at: clock.now(), state }], clock);
  });
});
