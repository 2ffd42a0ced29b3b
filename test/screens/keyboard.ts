/**
 * Checks the extension's pages with the keyboard: Tab reaches and leaves every control in order, and the focus is
 * visible.
 */
import type { Page } from 'puppeteer-core';
import type { Stage } from './open-screen.ts';
import { screens } from './screens.ts';

export interface KeyboardWalk {
  /** The elements that Tab reached on each screen, in order. */
  readonly path: Readonly<Record<string, readonly string[]>>;
  readonly faults: readonly string[];
}

/** One screen for each page and tab. */
const walkedScreens = [
  'consent',
  'popup',
  'overview',
  'time-day',
  'portals',
  'repeats',
  'burden',
  'after-hours',
  'coverage',
  'settings',
  'export',
] as const;

export async function walkByKeyboard(stage: Stage, names: readonly string[] = walkedScreens): Promise<KeyboardWalk> {
  const faults: string[] = [];
  const path: Record<string, readonly string[]> = {};
  for (const name of names) {
    const screen = screens.find((s) => s.name === name);
    if (screen === undefined) throw new Error(`Cannot check screen "${name}" with the keyboard: unknown screen`);
    const { page } = await stage.open(screen, 'zh-CN', screen.popup === true ? 360 : 1366);
    const addFault = (fault: string) => faults.push(`${name}: ${fault}`);
    path[name] = await tabThrough(page, addFault);
    if (name === 'overview') await moveInChart(page, addFault);
    if (name === 'popup') await openMenu(page, addFault);
  }
  return { path, faults };
}

async function tabThrough(page: Page, addFault: (fault: string) => void): Promise<string[]> {
  const path: string[] = [];
  await page.bringToFront();
  await page.evaluate(() => {
    document.documentElement.focus();
    getSelection()?.removeAllRanges();
    window.scrollTo(0, 0);
    (document.activeElement as HTMLElement | null)?.blur();
  });
  const stopCount = await page.evaluate(() => {
    let n = 0;
    const radios = new Set<string>();
    for (const e of document.querySelectorAll<HTMLElement>(
      'a[href], button, select, input, textarea, summary, [tabindex="0"]',
    )) {
      if (e.parentElement?.closest('details:not([open])') && e.tagName !== 'SUMMARY') continue;
      if (e.tagName === 'SUMMARY' && e.parentElement?.parentElement?.closest('details:not([open])')) continue;
      if (getComputedStyle(e).visibility === 'hidden' || e.getClientRects().length === 0) continue;
      if ((e as HTMLButtonElement).disabled || e.closest('fieldset:disabled')) continue;
      // A group of radio buttons is one stop; the arrow keys move inside it.
      const { type, name } = e as HTMLInputElement;
      if (type === 'radio') {
        if (radios.has(name)) continue;
        radios.add(name);
        const checked = document.querySelector<HTMLElement>(`input[type=radio][name="${name}"]:checked`) ?? e;
        checked.dataset.walk = String(n++);
        continue;
      }
      e.dataset.walk = String(n++);
    }
    return n;
  });
  const reached = new Set<string>();
  const order: number[] = [];
  // A time field has several stops, so Tab may be pressed more often than there are elements.
  for (let i = 0; i < stopCount * 2 + 20 && reached.size < stopCount; i++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const e = document.activeElement as HTMLElement | null;
      if (e === null || e === document.body) return null;
      const style = getComputedStyle(e);
      const label = e.getAttribute('aria-label') ?? (e as HTMLInputElement).labels?.[0]?.textContent ?? e.textContent;
      return {
        id: e.dataset.walk ?? '',
        name: `${e.tagName.toLowerCase()} ${(label ?? '').trim().slice(0, 40)}`,
        outlined: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      };
    });
    if (focused === null || focused.id === '') continue;
    if (!reached.has(focused.id)) {
      path.push(focused.name);
      order.push(Number(focused.id));
    }
    reached.add(focused.id);
    if (!focused.outlined) addFault(`the focus is not visible on ${focused.name}`);
  }
  if (reached.size < stopCount) {
    const missed = await page.evaluate(
      (reachedIds) =>
        [...document.querySelectorAll<HTMLElement>('[data-walk]')]
          .filter((e) => !reachedIds.includes(e.dataset.walk ?? ''))
          .map((e) => `${e.tagName.toLowerCase()} ${(e.textContent ?? '').trim().slice(0, 30)}`),
      [...reached],
    );
    addFault(`${stopCount - reached.size} of ${stopCount} controls are not reached by Tab: ${missed.join('; ')}`);
  }
  const backwards = order.filter((place, i) => i > 0 && place < (order[i - 1] ?? 0)).length;
  if (backwards > 1) addFault(`Tab goes back ${backwards} times: its order differs from the order of the page`);
  return path;
}

async function moveInChart(page: Page, addFault: (fault: string) => void): Promise<void> {
  const cursorText = () => page.evaluate(() => document.querySelector('figure .cursor')?.textContent ?? '');
  await page.focus('figure .plot');
  const seen: string[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', 'Home'] as const) {
    await page.keyboard.press(key);
    seen.push(await cursorText());
  }
  const [first, second, back, end, home] = seen;
  if (first === '' || first === second || back !== first || end === first || home !== first)
    addFault(`the cursor of the chart shows ${JSON.stringify(seen)}`);
  await page.keyboard.press('Escape');
  if (await page.evaluate(() => document.activeElement?.classList.contains('plot')))
    addFault('Escape does not leave the chart');
  await page.focus('figure .plot');
  await page.keyboard.press('End');
  const before = await page.evaluate(() => location.hash);
  await page.keyboard.press('Enter');
  await page
    .waitForFunction((hash: string) => location.hash !== hash, { timeout: 20_000, polling: 50 }, before)
    .catch(() => {
      addFault('Enter in the chart opens no view');
    });
  await page.goBack();
  if ((await page.evaluate(() => location.hash)) !== before)
    addFault('the back button does not return to the previous view');
}

async function openMenu(page: Page, addFault: (fault: string) => void): Promise<void> {
  await page.focus('.menu summary');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  if (!(await page.evaluate(() => document.activeElement?.closest('.menu > ul') !== null)))
    addFault('Tab does not move into the open menu');
  await page.keyboard.press('Escape');
  if (!(await page.evaluate(() => document.activeElement?.matches('.menu > summary') === true)))
    addFault('Escape does not close the menu and return the focus to its button');
}
