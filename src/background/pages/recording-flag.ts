/**
 * Publishes whether recording is on. Pages read the flag `storage.local.recording`. A page that finds no flag adds no
 * listeners. When the flag changes, each page closes its open spans and sends `page.open` again. The word lists that
 * pages need are stored next to the flag (docs/decisions/0403-words-come-from-storage.md).
 */
import { compileLexicon, hintsOf } from '../../core/acts/compile-lexicon.ts';
import { formWords } from '../../core/forms/form-words.ts';
import { hasConsent, isRecording, type Settings } from '../../core/settings.ts';
import { secrecyMarks } from '../../core/sites/secrecy-marks.ts';
import { nextQuiet, quietUntil } from '../../core/time/quiet-hours.ts';
import { actRules, lexicon, wordModels } from '../../data/index.ts';
import { readSettings } from '../ledger/choices.ts';
import type { WorkerContext } from '../ledger/worker-context.ts';
import { ownHandlers } from '../owner/handlers.ts';
import { updateToolbar } from '../owner/toolbar.ts';

/** Sets or removes the flag, schedules the alarms that these settings need, and updates the toolbar. */
export async function publishRecordingState(ctx: WorkerContext, settings: Settings): Promise<void> {
  const { browser, clock } = ctx;
  const { local } = browser.storage;
  const { recording = clock.now() } = (await local.get('recording')) as { recording?: number };
  if (hasConsent(settings)) await ctx.faults.onConsent();
  const actWords = compileLexicon(lexicon, actRules);
  if (isRecording(settings, clock.now()))
    await local.set({
      recording,
      models: wordModels,
      acts: actWords,
      hints: hintsOf(actWords),
      forms: formWords,
      secrecy: secrecyMarks,
    });
  else await local.remove('recording');
  if (typeof settings.pausedUntil === 'number') browser.alarms.create('resume', { when: settings.pausedUntil + 500 });
  const nextStart = nextQuiet(settings.quiet, clock.now(), clock.timeZone());
  if (nextStart !== null) browser.alarms.create('quiet', { when: nextStart.start });
  else await browser.alarms.clear('quiet');
  if (settings.badge && !settings.discreet) browser.alarms.create('badge', { periodInMinutes: 1 });
  else await browser.alarms.clear('badge');
  await updateToolbar(ctx);
}

/** Publishes the recording state that follows from the stored settings. */
export async function publishStoredState(ctx: WorkerContext): Promise<void> {
  await publishRecordingState(ctx, await readSettings(await ctx.connection.open()));
}

/** Makes pages in front close their open spans and ask again whether they may record. */
export async function refreshPages({ browser, clock }: WorkerContext): Promise<void> {
  const { recording } = await browser.storage.local.get('recording');
  if (recording !== undefined) await browser.storage.local.set({ recording: clock.now() });
}

/** Pauses recording during the owner's quiet hours. Does not change a pause that is already running. */
export async function applyQuietHours(ctx: WorkerContext): Promise<void> {
  const { clock } = ctx;
  const settings = await readSettings(await ctx.connection.open());
  const until = quietUntil(settings.quiet, clock.now(), clock.timeZone());
  if (until === null || !isRecording(settings, clock.now())) return publishRecordingState(ctx, settings);
  await ownHandlers(await ctx.openLedgerContext())['settings.write']({ pausedUntil: until });
}
