/**
 * The service worker (in Firefox: event page). Registers every listener synchronously, before anything is awaited. When
 * a browser restarts the worker for an event, the browser delivers the event only to listeners that are registered by
 * then. Each listener calls one function. This file holds no state that is lost when the worker stops.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import { type EpochMs, idleSeconds } from '../core/events.ts';
import { onAlarm, onFrontChanged, onIdleStateChanged } from './chores.ts';
import type { Clock } from './ledger/clock.ts';
import { onBrowserStart, onInstalled, onPolicyChanged } from './lifecycle.ts';
import { onTabActivated, onTabUpdated } from './owner/toolbar.ts';
import { onPermissionsAdded, onPermissionsRemoved } from './pages/content-scripts.ts';
import { onMessage, onTabRemoved } from './route-message.ts';
import { createWorkerContext } from './worker.ts';

const clock: Clock = {
  now: () => Date.now() as EpochMs,
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  random: (bytes) =>
    [...crypto.getRandomValues(new Uint8Array(bytes))].map((b) => b.toString(16).padStart(2, '0')).join(''),
};
const ctx = createWorkerContext({ browser, clock, subtle: crypto.subtle, storage: navigator.storage });

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
  onMessage(ctx, message, sender),
);

browser.runtime.onInstalled.addListener(({ reason }) => onInstalled(ctx, reason));
browser.runtime.onStartup.addListener(() => onBrowserStart(ctx));
// Listens to managed storage only: pages write to `storage.local` every five seconds, and these writes must not start
// the worker.
browser.storage.managed.onChanged?.addListener(() => onPolicyChanged(ctx));

browser.permissions.onAdded.addListener(({ origins }) => onPermissionsAdded(ctx, origins));
browser.permissions.onRemoved.addListener(() => onPermissionsRemoved(ctx));

browser.tabs.onActivated.addListener(() => onTabActivated(ctx));
browser.tabs.onUpdated.addListener((_tab, { status }) => onTabUpdated(ctx, status));
browser.tabs.onRemoved.addListener((tab) => onTabRemoved(ctx, tab));

browser.alarms.onAlarm.addListener(({ name }) => onAlarm(ctx, name));

browser.idle.setDetectionInterval(idleSeconds);
browser.idle.onStateChanged.addListener((state) => onIdleStateChanged(ctx, state));

// In Firefox, which alone has this function, the worker follows PDF files in front (pages/pdf-presence.ts).
if ('getBrowserInfo' in browser.runtime) {
  browser.tabs.onActivated.addListener(() => onFrontChanged(ctx));
  browser.tabs.onUpdated.addListener((_tab, { status, favIconUrl }) => {
    if (status !== undefined || favIconUrl !== undefined) onFrontChanged(ctx);
  });
  browser.tabs.onRemoved.addListener(() => onFrontChanged(ctx));
  browser.windows.onFocusChanged.addListener(() => onFrontChanged(ctx));
  browser.idle.onStateChanged.addListener(() => onFrontChanged(ctx));
  browser.permissions.onRemoved.addListener(() => onFrontChanged(ctx));
}
