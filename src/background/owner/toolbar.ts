/**
 * The toolbar button. The icon's shape shows the state: solid (recording), two bars (paused), outline (site not added),
 * outline with a mark (no consent yet), plain clock (discreet). The title names the state, and the badge shows today's
 * attention when the owner wants a badge. Badge texts have at most four Latin characters.
 */
import { pickLanguage } from '../../core/pick-language.ts';
import { hasConsent, isRecording, type Language } from '../../core/settings.ts';
import { applyChoices } from '../../core/sites/site-choices.ts';
import { readChoices, readSettings } from '../ledger/choices.ts';
import type { WorkerContext } from '../ledger/worker-context.ts';
import { ownHandlers } from './handlers.ts';

/** The state that the toolbar button shows. */
export interface ToolbarInput {
  readonly hasConsent: boolean;
  readonly isRecording: boolean;
  /** Whether the page in front is recorded while recording is on. */
  readonly isListed: boolean;
  /** Whether the button shows a plain clock and no state, so that bystanders don't recognise the extension. */
  readonly isDiscreet: boolean;
  /** Today's attention, or null when the owner doesn't want the badge. */
  readonly todayMs: number | null;
  readonly language: Language;
}

/** The look of the toolbar button. */
export interface Toolbar {
  /** Part of the file name: `icons/ICON-16.png`, `icons/ICON-32.png`. */
  readonly icon: 'recording' | 'paused' | 'outside' | 'consent' | 'clock';
  readonly title: string;
  readonly badge: string;
}

const toolbarTexts: Readonly<Record<Language, { name: string; plain: string; states: Record<string, string> }>> = {
  'zh-CN': {
    name: '指尖账本',
    plain: '时间记录',
    states: { recording: '记录中', paused: '已暂停', outside: '本网站未加入', consent: '尚未开始' },
  },
  'zh-TW': {
    name: '指尖帳本',
    plain: '時間記錄',
    states: { recording: '記錄中', paused: '已暫停', outside: '本網站未加入', consent: '尚未開始' },
  },
  en: {
    name: 'Fingertip Ledger',
    plain: 'Time notes',
    states: { recording: 'recording', paused: 'paused', outside: 'site not added', consent: 'not started' },
  },
};

/** Returns what the toolbar button shows in a state. */
export function toolbarOf(input: ToolbarInput): Toolbar {
  const { name, plain, states } = toolbarTexts[input.language];
  if (input.isDiscreet) return { icon: 'clock', title: plain, badge: '' };
  const icon = !input.hasConsent ? 'consent' : !input.isRecording ? 'paused' : input.isListed ? 'recording' : 'outside';
  const badge =
    input.todayMs === null || icon === 'outside'
      ? ''
      : icon === 'consent'
        ? '!'
        : icon === 'paused'
          ? '‖'
          : shortTime(input.todayMs);
  return { icon, title: `${name} · ${states[icon]}`, badge };
}

/** Formats a duration as `42m`, `3.2h` or `12h`: at most four characters. */
export function shortTime(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 100) return `${minutes}m`;
  const hours = minutes / 60;
  return hours < 9.95 ? `${hours.toFixed(1)}h` : `${Math.round(hours)}h`;
}

/** The part of `browser.action` that is used here, so that a test can replace it. */
export interface ActionButton {
  setIcon(details: { path: Record<string, string>; tabId?: number }): Promise<unknown> | undefined;
  setTitle(details: { title: string; tabId?: number }): Promise<unknown> | undefined;
  setBadgeText(details: { text: string; tabId?: number }): Promise<unknown> | undefined;
  setBadgeBackgroundColor(details: { color: string }): Promise<unknown> | undefined;
}

/** Sets the button for one tab; without `tabId`, for all tabs. Ignores a tab that was closed meanwhile. */
export async function showToolbar(
  action: ActionButton,
  { icon, title, badge }: Toolbar,
  tabId?: number,
): Promise<void> {
  const target = tabId === undefined ? {} : { tabId };
  const path = { '16': `/icons/${icon}-16.png`, '32': `/icons/${icon}-32.png` };
  await Promise.all([
    action.setIcon({ path, ...target }),
    action.setTitle({ title, ...target }),
    action.setBadgeText({ text: badge, ...target }),
    badge === '' ? undefined : action.setBadgeBackgroundColor({ color: '#0b4a8f' }),
  ]).catch(() => {}); // the tab was closed meanwhile
}

/**
 * Sets the button for all tabs. Then sets it separately for each window's active tab if the page of this tab is
 * recorded.
 */
export async function updateToolbar(ctx: WorkerContext): Promise<void> {
  const { browser, clock } = ctx;
  const db = await ctx.connection.open();
  const settings = await readSettings(db);
  const state = {
    hasConsent: hasConsent(settings),
    isRecording: isRecording(settings, clock.now()),
    isDiscreet: settings.discreet,
    language: pickLanguage(settings.language, [browser.i18n.getUILanguage()]),
  };
  await showToolbar(browser.action, toolbarOf({ ...state, isListed: false, todayMs: settings.badge ? 0 : null }));
  for (const tab of await browser.tabs.query({ active: true })) {
    // The browser gives the address of a tab only when its host is granted.
    if (tab.id === undefined || tab.url === undefined || !/^https?:/.test(tab.url)) continue;
    const { host } = new URL(tab.url);
    const { grant, off } = applyChoices(ctx.standingOf(host), host, await readChoices(db));
    const isListed =
      grant !== 'never' && !off && (await ctx.isGranted(host)) && !(await ctx.skipped.read()).includes(host);
    let todayMs: number | null = null;
    if (settings.badge && isListed && state.isRecording) {
      const handlers = ownHandlers(await ctx.openLedgerContext());
      todayMs = (await handlers['day.read']((await handlers['state.read']()).today)).attentionMs;
    } else if (settings.badge) todayMs = 0;
    await showToolbar(browser.action, toolbarOf({ ...state, isListed, todayMs }), tab.id);
  }
}

/** Listener of `tabs.onActivated`. */
export function onTabActivated(ctx: WorkerContext): void {
  ctx.runInBackground(() => updateToolbar(ctx));
}

/** Listener of `tabs.onUpdated`. */
export function onTabUpdated(ctx: WorkerContext, status: string | undefined): void {
  if (status === 'complete') ctx.runInBackground(() => updateToolbar(ctx));
}
