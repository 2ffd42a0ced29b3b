/** Receives all messages, checks that the sender may send them, and passes each message to its handler. */
import type { Runtime } from 'webextension-polyfill';
import { quoteValue } from '../core/checks.ts';
import { dayOf } from '../core/time/local-time.ts';
import { catalogueVersion } from '../data/index.ts';
import type { Envelope, MessageName, OwnMessages, State } from '../messages.ts';
import { onFrontChanged, rollUpFrom } from './chores.ts';
import { faultOf } from './ledger/storage-faults.ts';
import type { LedgerContext, WorkerContext } from './ledger/worker-context.ts';
import { argumentFault, isOwnMessage } from './owner/check-arguments.ts';
import { eraseEverything } from './owner/erase-everything.ts';
import { ownHandlers } from './owner/handlers.ts';
import { removeCheckpoint } from './pages/checkpoints.ts';
import { isGrantedOrJustRevoked, runScriptInFrame } from './pages/content-scripts.ts';
import { appendFromPage, closeTab, openPage, retractSecretPage } from './pages/receive-events.ts';
import { refreshPages } from './pages/recording-flag.ts';
import { senderOf } from './pages/sender-of.ts';
import { hasWindowFocus } from './pages/window-focus.ts';
import { openPageMessageContext } from './worker.ts';

type Sender = Runtime.MessageSender;

/** Messages that change which pages may record. */
const sitesChanging: ReadonlySet<keyof OwnMessages> = new Set([
  'catalogue.group',
  'site.add',
  'site.remove',
  'site.skip',
  'system.write',
  'system.erase',
]);

/** Messages after which some days have no valid roll-up. */
const daysChanging: ReadonlySet<keyof OwnMessages> = new Set(['backup.restore', 'settings.write']);

/** Listener of `runtime.onMessage`. Resolves to `{ ok }` or `{ error }`; never rejects. */
export function onMessage(ctx: WorkerContext, raw: unknown, sender: Sender): Promise<unknown> {
  const message = raw as Envelope<MessageName> | null;
  if (
    typeof message !== 'object' ||
    message === null ||
    typeof message.name !== 'string' ||
    !Array.isArray(message.args)
  )
    return Promise.resolve({ error: 'Cannot answer: not a message' });
  // These messages bypass the queue, because the person may already be typing, or may leave the page. They write
  // nothing, so their order does not matter.
  if (message.name === 'page.focus')
    return hasWindowFocus(ctx, sender).then(
      (ok) => ({ ok }),
      (error: unknown) => ({ error: `Cannot answer "page.focus": ${(error as Error).message}` }),
    );
  if (/^page\.(forms|commits|acts)$/.test(message.name))
    return runScriptInFrame(ctx, message.name.slice(5), sender).then(
      () => ({ ok: null }),
      (error: unknown) => ({ error: `Cannot answer "${message.name}": ${(error as Error).message}` }),
    );
  return ctx.enqueue(async () => {
    try {
      const ok = isFromOwnPage(ctx, sender)
        ? await answerOwnPage(ctx, message)
        : await answerPortalPage(ctx, message, sender);
      if (message.name === 'log.append') await ctx.faults.onWritten();
      return { ok: ok ?? null };
    } catch (error) {
      await ctx.faults.record(error);
      return { error: error instanceof Error ? error.message : String(error) };
    }
  });
}

/** Listener of `tabs.onRemoved`. */
export function onTabRemoved(ctx: WorkerContext, tab: number): void {
  ctx.runInBackground(async () => closeTab(tab, ctx.clock.now(), await openPageMessageContext(ctx)));
}

const isFromOwnPage = ({ browser }: WorkerContext, sender: Sender): boolean =>
  sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL(''));

async function answerOwnPage(ctx: WorkerContext, message: Envelope): Promise<unknown> {
  const { name, args } = message;
  if (!isOwnMessage(name)) throw new Error(`Cannot answer ${quoteValue(name)}: unknown message`);
  const fault = argumentFault(name, args);
  if (fault !== null) throw new Error(`Cannot answer "${name}": ${fault}`);
  if (name === 'ledger.erase') return eraseEverything(ctx);
  let ledger: LedgerContext;
  try {
    ledger = await ctx.openLedgerContext();
  } catch (error) {
    return answerWithoutLedger(ctx, name, error);
  }
  const handler = ownHandlers(ledger)[name] as (...args: readonly unknown[]) => Promise<unknown>;
  const result = await handler(...args);
  if (sitesChanging.has(name)) await refreshPages(ctx);
  if (sitesChanging.has(name) || name === 'settings.write') onFrontChanged(ctx);
  if (daysChanging.has(name)) ctx.runInBackground(() => rollUpFrom(ctx, dayOf(ctx.clock.now(), ctx.clock.timeZone())));
  return result;
}

/**
 * Answers `state.read` while the ledger can't be opened, so that screens can show the fault. Throws an error for any
 * other message.
 */
async function answerWithoutLedger(ctx: WorkerContext, name: MessageName, error: unknown): Promise<State> {
  const fault = faultOf(error);
  if (fault === null) throw error;
  if (name !== 'state.read') throw new Error(`Cannot answer "${name}": the ledger can't be opened (${fault})`);
  const { recording } = await ctx.browser.storage.local.get('recording');
  return {
    recording: false,
    consented: recording !== undefined,
    agreedTo: null,
    pausedUntil: null,
    administered: false,
    blockedPages: 0,
    firstDay: null,
    today: dayOf(ctx.clock.now(), ctx.clock.timeZone()),
    catalogueVersion,
    timer: null,
    sample: false,
    trouble: fault,
    backupDue: false,
  };
}

async function answerPortalPage(ctx: WorkerContext, message: Envelope, browserSender: Sender): Promise<unknown> {
  const sender = senderOf(browserSender, message.name === 'log.append' ? message.args[2] : undefined);
  const page = await openPageMessageContext(ctx);
  switch (message.name) {
    case 'page.open':
      return openPage(sender, page);
    case 'log.append':
      await appendFromPage(message.args[0], sender, {
        ...page,
        isGranted: (host) => isGrantedOrJustRevoked(ctx, host),
      });
      return removeCheckpoint(ctx, message.args[1]);
    case 'page.secret':
      await retractSecretPage(message.args[0], sender, page);
      return removeCheckpoint(ctx, message.args[1]);
    default:
      throw new Error(`Cannot answer ${quoteValue(message.name)}: pages may not send it`);
  }
}
