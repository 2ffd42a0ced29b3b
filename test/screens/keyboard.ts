/** Walks the dashboard with the keyboard alone: all is reached, focus is always seen, nothing holds it. */

import type { Stage } from './open-screen.ts';
import { screens } from './screens.ts';

export interface Walk {
  readonly path: readonly string[];
  readonly faults: readonly string[];
}

export async function walk(stage: Stage): Promise<Walk> {
  const faults: string[] = [];
  const path: string[] = [];
  const overview = screens.find((s) => s.name === 'overview');
  if (overview === undefined) throw new Error('no overview');
  const { page } = await stage.open(overview, 'zh-CN', 1366);
  await page.bringToFront();
  const wanted = await page.evaluate(() => {
    let n = 0;
    for (const e of document.querySelectorAll<HTMLElement>('a[href], button, select, input, summary, [tabindex="0"]')) {
      if (e.closest('details:not([open])') && e.tagName !== 'SUMMARY') continue;
      if (getComputedStyle(e).visibility === 'hidden' || (e as HTMLButtonElement).disabled) continue;
      e.dataset.walk = String(n++);
    }
    return n;
  });
  const reached = new Set<string>();
  for (let i = 0; i < wanted + 5; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const e = document.activeElement as HTMLElement | null;
      if (e === null || e === document.body) return null;
      const style = getComputedStyle(e);
      return {
        walk: e.dataset.walk ?? '',
        name: `${e.tagName.toLowerCase()} ${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40)}`,
        outlined: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      };
    });
    if (at === null) break;
    if (!reached.has(at.walk)) path.push(at.name);
    reached.add(at.walk);
    if (!at.outlined) faults.push(`focus is not seen on ${at.name}`);
  }
  if (reached.size < wanted) faults.push(`${wanted - reached.size} of ${wanted} places are not reached by Tab`);

  const said = () => page.evaluate(() => document.querySelector('figure .cursor')?.textContent ?? '');
  await page.focus('figure .plot');
  const seen: string[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', 'Home'] as const) {
    await page.keyboard.press(key);
    seen.push(await said());
  }
  const [first, second, back, end, home] = seen;
  if (first === '' || first === second || back !== first || end === first || home !== first)
    faults.push(`the chart's cursor says ${JSON.stringify(seen)}`);
  await page.keyboard.press('Escape');
  if (await page.evaluate(() => document.activeElement?.classList.contains('plot')))
    faults.push('Escape does not leave the chart');
  await page.focus('figure .plot');
  await page.keyboard.press('End');
  const before = await page.evaluate(() => location.hash);
  await page.keyboard.press('Enter');
  await page
    .waitForFunction((hash: string) => location.hash !== hash, { timeout: 3000 }, before)
    .catch(() => {
      faults.push('Enter opens nothing from the chart');
    });
  await page.goBack();
  if ((await page.evaluate(() => location.hash)) !== before) faults.push('the back button does not come back');
  return { path, faults };
}
