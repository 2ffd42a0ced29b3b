/**
 * What the toolbar shows: the state by shape (solid, two bars, outline, outline with a mark, a plain clock), its name,
 * and today's time if the owner wants it there. Badge texts have at most four Latin characters.
 */
import type { Language } from '../../core/settings.ts';

export interface ToolbarInput {
  readonly consented: boolean;
  readonly recording: boolean;
  /** The page in front is recorded. */
  readonly listed: boolean;
  readonly discreet: boolean;
  /** Today's attention when the owner wants it on the icon, else null. */
  readonly todayMs: number | null;
  readonly language: Language;
}

export interface Toolbar {
  /** Names the files `icons/NAME-16.png` and so on. */
  readonly icon: 'recording' | 'paused' | 'outside' | 'consent' | 'clock';
  readonly title: string;
  readonly badge: string;
}

const words: Readonly<Record<Language, { name: string; plain: string; states: Record<string, string> }>> = {
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

export function toolbarOf(input: ToolbarInput): Toolbar {
  const { name, plain, states } = words[input.language];
  if (input.discreet) return { icon: 'clock', title: plain, badge: '' };
  const icon = !input.consented ? 'consent' : !input.recording ? 'paused' : input.listed ? 'recording' : 'outside';
  const wanted = input.todayMs !== null;
  const badge =
    !wanted || icon === 'outside'
      ? ''
      : icon === 'consent'
        ? '!'
        : icon === 'paused'
          ? '‖'
          : shortTime(input.todayMs ?? 0);
  return { icon, title: `${name} · ${states[icon]}`, badge };
}

/** `42m`, `3.2h`, `12h`: never longer than four characters. */
export function shortTime(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 100) return `${minutes}m`;
  const hours = minutes / 60;
  return hours < 9.95 ? `${hours.toFixed(1)}h` : `${Math.round(hours)}h`;
}

/** The part of `browser.action` that is used, so that a test can stand in for it. */
export interface ActionButton {
  setIcon(details: { path: Record<string, string>; tabId?: number }): Promise<unknown> | undefined;
  setTitle(details: { title: string; tabId?: number }): Promise<unknown> | undefined;
  setBadgeText(details: { text: string; tabId?: number }): Promise<unknown> | undefined;
  setBadgeBackgroundColor(details: { color: string }): Promise<unknown> | undefined;
}

/** Shows it for one tab, or for all without `tabId`. A tab that went meanwhile is nobody's trouble. */
export async function show(action: ActionButton, { icon, title, badge }: Toolbar, tabId?: number): Promise<void> {
  const on = tabId === undefined ? {} : { tabId };
  const path = { '16': `/icons/${icon}-16.png`, '32': `/icons/${icon}-32.png` };
  await Promise.all([
    action.setIcon({ path, ...on }),
    action.setTitle({ title, ...on }),
    action.setBadgeText({ text: badge, ...on }),
    badge === '' ? undefined : action.setBadgeBackgroundColor({ color: '#0b4a8f' }),
  ]).catch(() => {}); // the tab went while it was drawn
}
