/**
 * Counts presence on PDF files of portals in Firefox. Firefox shows a PDF in a viewer of its own in which no content
 * script runs, so the worker follows the tab: it sees that a PDF of a granted host is in front, and when this ends. It
 * sees no input there. docs/measurement/attention.md, "PDF files and the reader view".
 *
 * The open span is stored as a checkpoint, like those of pages (checkpoints.ts), so it survives a stop of the worker and
 * a crash of the browser.
 */
import type { EpochMs, SpanSeen } from '../../core/events.ts';
import { appendEvents } from '../ledger/rows.ts';
import type { WorkerContext } from '../ledger/worker-context.ts';
import { isCheckpoint } from './checkpoints.ts';
import { openPage, type PageMessageContext } from './receive-events.ts';
import { isComputerInUse } from './window-focus.ts';

/** The alarm that moves the end of the checkpoint while a PDF is in front. */
export const pdfAlarm = 'pdf';
/** The key of the checkpoint. Keys of pages are random numbers between 0 and 1. */
const key = 'open:0';
/** If nothing was heard of the tab for longer than this, the computer slept. Presence then ends at the checkpoint. */
const maxSilenceMs = 90_000;
/** The icon that Firefox gives to a tab with its PDF viewer. Other privileged pages have other icons. */
const pdfIcon = 'chrome://global/skin/icons/pdf.svg';

/**
 * Brings the open span up to date after an event that may have changed which tab is in front, and at the alarm. `at` is
 * the time of the event. The ledger is opened only while a PDF is in front or was in front before.
 */
export async function followPdf(
  ctx: WorkerContext,
  at: EpochMs,
  openContext: () => Promise<PageMessageContext>,
): Promise<void> {
  const { browser, clock } = ctx;
  const { local } = browser.storage;
  const pdf = await pdfInFront(ctx);
  const stored = (await local.get(key))[key];
  if (pdf === null && stored === undefined) return;
  const page = await openContext();
  const opened = pdf && (await openPage(pdf, page));
  let start = opened?.since ?? at;
  const before = isCheckpoint(stored) ? stored : null;
  const span = before?.spans[0];
  if (before && span) {
    const isSilent = at - span.end > maxSilenceMs;
    const isSame = opened?.system === before.system && opened.tab === before.tab;
    if (isSame && !isSilent) start = span.start;
    else {
      const { system, tab } = before;
      await appendEvents(page.db, [{ ...span, end: isSilent ? span.end : at, system, tab }], clock);
    }
  }
  if (opened) {
    const open: SpanSeen = { kind: 'span', of: 'presence', start, end: at };
    await local.set({ [key]: { system: opened.system, tab: opened.tab, spans: [open] } });
    browser.alarms.create(pdfAlarm, { delayInMinutes: 1 });
  } else {
    await local.remove(key);
    await browser.alarms.clear(pdfAlarm);
  }
}

/** Returns the tab in front if it shows a PDF of a host that the browser has granted and the computer is in use. */
async function pdfInFront({ browser }: WorkerContext) {
  const { id: windowId, focused } = await browser.windows.getLastFocused();
  if (!focused || windowId === undefined) return null;
  const [tab] = await browser.tabs.query({ active: true, windowId });
  // The browser gives the address and the icon of a tab only when its host is granted.
  if (tab?.id === undefined || tab.favIconUrl !== pdfIcon || !(await isComputerInUse(browser))) return null;
  const { id, url = null } = tab;
  return { tab: id, frame: 0, document: key, origin: url, top: url };
}
