/**
 * Listeners for four events: the extension is installed, the extension is updated, the browser starts, the
 * administrator's policy changes.
 */
import type { Runtime } from 'webextension-polyfill';
import { idleSeconds } from '../core/events.ts';
import { hasConsent } from '../core/settings.ts';
import { recordIdle, runChores } from './chores.ts';
import { readSettings } from './ledger/choices.ts';
import type { WorkerContext } from './ledger/worker-context.ts';
import { storePolicy } from './owner/managed-policy.ts';
import { recoverCheckpoints, rememberPresence } from './pages/checkpoints.ts';
import { declaredMatches, joinOpenPages, syncContentScripts } from './pages/content-scripts.ts';
import { applyQuietHours, publishRecordingState, publishStoredState, refreshPages } from './pages/recording-flag.ts';

const openConsentPage = ({ browser }: WorkerContext) =>
  browser.tabs.create({ url: browser.runtime.getURL('src/ui/consent/index.html') });

/**
 * Listener of `runtime.onInstalled`. The browser calls it after an install, and after an update of the extension or of
 * the browser.
 */
export function onInstalled(ctx: WorkerContext, reason: Runtime.OnInstalledReason): void {
  if (reason === 'install') void openConsentPage(ctx);
  ctx.runInBackground(async () => {
    // An update disconnects the scripts in open pages, so that these scripts can't send their open spans. These spans
    // are recovered from the checkpoints.
    await rememberPresence(ctx);
    await recoverCheckpoints(ctx, null);
    await storePolicy(ctx, () => onPolicyChanged(ctx));
    const settings = await readSettings(await ctx.connection.open());
    await publishRecordingState(ctx, settings);
    // The new version records something else and therefore has a new consent page. Nothing is recorded until the owner
    // agrees to it.
    if (reason === 'update' && settings.consent !== null && !hasConsent(settings)) await openConsentPage(ctx);
    await runChores(ctx);
    await syncContentScripts(ctx);
    if (reason === 'install' || reason === 'update') await joinOpenPages(ctx, declaredMatches(ctx));
  });
}

/** Listener of `runtime.onStartup`: the browser has started. */
export function onBrowserStart(ctx: WorkerContext): void {
  ctx.runInBackground(async () => {
    await recoverCheckpoints(ctx, null);
    await storePolicy(ctx, () => onPolicyChanged(ctx));
    await recordIdle(ctx, ctx.clock.now(), await ctx.browser.idle.queryState(idleSeconds));
    await applyQuietHours(ctx);
    await runChores(ctx);
  });
}

/** Listener of `storage.managed.onChanged`: an administrator has changed the policy, or the browser answers late. */
export function onPolicyChanged(ctx: WorkerContext): void {
  ctx.runInBackground(async () => {
    await storePolicy(ctx, () => onPolicyChanged(ctx));
    await publishStoredState(ctx);
    await syncContentScripts(ctx);
    await refreshPages(ctx);
  });
}
