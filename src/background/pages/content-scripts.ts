/**
 * Runs the extension's scripts in portal pages. Registers the content script for granted sites, runs the content script
 * in pages that are already open, and loads the scripts that frames ask for. Updates the registration when the
 * browser's permissions change.
 */
import type { Manifest, Runtime } from 'webextension-polyfill';
import { excludedBelow } from '../../core/sites/catalogue.ts';
import { labelRules } from '../../data/index.ts';
import type { WorkerContext } from '../ledger/worker-context.ts';
import { refreshPages } from './recording-flag.ts';

/** Id of the registration for sites that the owner added or granted. */
const addedScriptId = 'added';

/** For this time after a permission is revoked, pages may still send what they measured before the revocation. */
const revokedGraceMs = 3000;

/** Returns the content script that the manifest declares. The same file is used for sites that the owner adds. */
const manifestScript = ({ browser }: WorkerContext): Manifest.ContentScript | undefined =>
  browser.runtime.getManifest().content_scripts?.[0];

/** Returns the match patterns that the manifest declares for the content script. */
export const declaredMatches = (ctx: WorkerContext): readonly string[] => manifestScript(ctx)?.matches ?? [];

/**
 * Runs one of the extension's other scripts (`forms`, `acts`) in the frame that asked for it. The files of these
 * scripts are in the folder of the content script.
 */
export async function runScriptInFrame(
  ctx: WorkerContext,
  name: string,
  { tab, frameId = 0 }: Runtime.MessageSender,
): Promise<void> {
  const files = (manifestScript(ctx)?.js ?? []).map((file) => file.replace('main', name));
  if (tab?.id !== undefined)
    await ctx.browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files });
}

/** Registers the content script for the granted sites that the manifest doesn't cover. */
export async function syncContentScripts(ctx: WorkerContext): Promise<void> {
  const { scripting, permissions } = ctx.browser;
  const script = manifestScript(ctx);
  const declared = new Set(script?.matches ?? []);
  const { origins = [] } = await permissions.getAll();
  const added = origins.filter((o) => !declared.has(o) && !/^(https?|\*):\/\/\*\/|<all_urls>/.test(o));
  const isRegistered = (await scripting.getRegisteredContentScripts({ ids: [addedScriptId] })).length > 0;
  if (added.length === 0)
    return isRegistered ? scripting.unregisterContentScripts({ ids: [addedScriptId] }) : undefined;
  const registration = {
    id: addedScriptId,
    matches: added,
    excludeMatches: [...(script?.exclude_matches ?? []), ...excludedBelow(added, labelRules)],
    js: [...(script?.js ?? [])],
    allFrames: true,
    runAt: 'document_start' as const,
  };
  await (isRegistered
    ? scripting.updateContentScripts([registration])
    : scripting.registerContentScripts([registration]));
}

/**
 * Runs the content script in pages that are already open. The script itself reads the recording flag, and ignores a
 * second run in the same document. The browser answers only when a page has loaded and shows no dialog, which may take
 * minutes. So nothing here waits for the answer: the tasks of the worker run one after another.
 */
export async function joinOpenPages(ctx: WorkerContext, origins: readonly string[]): Promise<void> {
  const script = manifestScript(ctx);
  if (origins.length === 0) return;
  const isNever = (url = '') => /^https?:/.test(url) && ctx.standingOf(new URL(url).host).grant === 'never';
  for (const tab of await ctx.browser.tabs.query({ url: [...origins] }))
    if (tab.id !== undefined && !isNever(tab.url))
      void ctx.browser.scripting
        .executeScript({ target: { tabId: tab.id, allFrames: true }, files: [...(script?.js ?? [])] })
        .catch(() => {}); // the page is closing, or the browser allows no scripts in it
}

/** Whether the browser's permissions cover a host, or any permission was revoked less than `revokedGraceMs` ago. */
export async function isGrantedOrJustRevoked(ctx: WorkerContext, host: string): Promise<boolean> {
  if (await ctx.isGranted(host)) return true;
  const { revoked } = (await ctx.session.get('revoked')) as { revoked?: number };
  return revoked !== undefined && ctx.clock.now() - revoked < revokedGraceMs;
}

/** Listener of `permissions.onAdded`. */
export function onPermissionsAdded(ctx: WorkerContext, origins: readonly string[] = []): void {
  ctx.runInBackground(async () => {
    await syncContentScripts(ctx);
    await joinOpenPages(ctx, origins);
    await refreshPages(ctx);
  });
}

/** Listener of `permissions.onRemoved`. */
export function onPermissionsRemoved(ctx: WorkerContext): void {
  // Runs outside the queue, because pages must close their open spans and send them within `revokedGraceMs`.
  const refreshed = ctx.session.set({ revoked: ctx.clock.now() }).then(() => refreshPages(ctx));
  ctx.runInBackground(async () => {
    await refreshed;
    await syncContentScripts(ctx);
  });
}
