/** Work that is not caused by a message: daily chores, alarms, and changes of the `idle` state. */
import type { Day, EpochMs, IdleState } from '../core/events.ts';
import { isRecording } from '../core/settings.ts';
import { dayOf, nextDay, startOfDay } from '../core/time/local-time.ts';
import { readSettings } from './ledger/choices.ts';
import { appendEvents } from './ledger/rows.ts';
import type { WorkerContext } from './ledger/worker-context.ts';
import { updateToolbar } from './owner/toolbar.ts';
import { followPdf, pdfAlarm } from './pages/pdf-presence.ts';
import { applyQuietHours, publishStoredState } from './pages/recording-flag.ts';
import { rollUpAndSeal, rollUpBefore } from './removal/retention.ts';
import { openPageMessageContext, openPendingParts } from './worker.ts';

/** Runs once a day and after every start: deletes what has expired, and rolls up closed days. */
export async function runChores(ctx: WorkerContext): Promise<void> {
  const { browser, clock } = ctx;
  const fiveMinutesMs = 300_000;
  const tomorrow = nextDay(dayOf(clock.now(), clock.timeZone()));
  browser.alarms.create('chores', { when: startOfDay(tomorrow, clock.timeZone()) + fiveMinutesMs });
  await (await openPendingParts(ctx)).digests.expire(clock.now());
  await ctx.undo.expire();
  await rollUpAndSeal(await ctx.openLedgerContext());
}

/**
 * Rolls up closed days, 31 days at a time. Starts with `day` and goes back to the first day of the ledger. Other tasks
 * may run between these steps.
 */
export async function rollUpFrom(ctx: WorkerContext, day: Day): Promise<void> {
  const next = await rollUpBefore(await ctx.openLedgerContext(), day);
  if (next !== null) ctx.runInBackground(() => rollUpFrom(ctx, next));
}

/** Appends an `idle` row while recording is on. */
export async function recordIdle(ctx: WorkerContext, at: EpochMs, state: IdleState): Promise<void> {
  const db = await ctx.connection.open();
  if (isRecording(await readSettings(db), at)) await appendEvents(db, [{ kind: 'idle', at, state }], ctx.clock);
}

/**
 * Listener of `idle.onStateChanged`. Reads the time before it enqueues the task, because the task may wait in the
 * queue.
 */
export function onIdleStateChanged(ctx: WorkerContext, state: IdleState): void {
  const at = ctx.clock.now();
  ctx.runInBackground(() => recordIdle(ctx, at, state));
}

/**
 * Listener of the events after which another tab may be in front, or after which a PDF in front may no longer be
 * recorded. Reads the time before it enqueues the task.
 */
export function onFrontChanged(ctx: WorkerContext): void {
  const at = ctx.clock.now();
  ctx.runInBackground(() => followPdf(ctx, at, () => openPageMessageContext(ctx)));
}

/** Listener of `alarms.onAlarm`. */
export function onAlarm(ctx: WorkerContext, name: string): void {
  ctx.runInBackground(async () => {
    if (name === 'chores') return runChores(ctx);
    if (name === 'forget-undo') return ctx.undo.expire();
    if (name === 'badge') return updateToolbar(ctx);
    if (name === 'quiet') return applyQuietHours(ctx);
    if (name !== pdfAlarm) return publishStoredState(ctx);
  });
  if ([pdfAlarm, 'quiet', 'resume'].includes(name)) onFrontChanged(ctx);
}
