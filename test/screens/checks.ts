/**
 * Finds faults of a page: scrolling sideways, clipped or overlapping text, small targets, broken rules of axe, errors,
 * and violations of the content security policy.
 */
import { AxePuppeteer } from '@axe-core/puppeteer';
import type { CDPSession, Page } from 'puppeteer-core';

/** Runs in the page. Returns one line per fault. */
function layoutFaults(): string[] {
  const faults: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    faults.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth} px`);
  const isVisible = (element: Element): boolean => {
    if (element.closest('.hidden, .skip, [aria-hidden=true], option')) return false;
    const closed = element.closest('details:not([open])');
    if (closed !== null && element.closest('summary')?.parentElement !== closed) return false;
    const style = getComputedStyle(element);
    return style.visibility === 'visible' && style.display !== 'none';
  };
  /**
   * Returns the box that scrolls around an element, such as a wide table. Text outside its visible part is not a fault.
   */
  const scrollerOf = (element: Element): Element | null => element.closest('.wide, pre');
  interface Text {
    text: string;
    rect: DOMRect;
    element: Element;
    scroller: Element | null;
  }
  const texts: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (text === '' || element === null || !isVisible(element)) continue;
    // Text that the browser cuts with an ellipsis must have its full text as title.
    if (getComputedStyle(element).textOverflow === 'ellipsis') {
      if (!element.title.includes(text)) faults.push(`is cut, and its title does not contain it: "${text}"`);
      texts.push({ text, rect: element.getBoundingClientRect(), element, scroller: scrollerOf(element) });
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects())
      if (rect.width > 1 && rect.height > 1) texts.push({ text, rect, element, scroller: scrollerOf(element) });
  }
  for (const { text, rect, element, scroller } of texts) {
    if (scroller === null && (rect.left < -1 || rect.right > root.clientWidth + 1))
      faults.push(`leaves the page: "${text}" ${Math.round(rect.left)}–${Math.round(rect.right)}`);
    for (let box: Element | null = element; box !== null && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if (![overflowX, overflowY].some((o) => o === 'hidden' || o === 'clip')) continue;
      if (box.tagName === 'svg' || box === scroller) continue;
      const frame = box.getBoundingClientRect();
      if (rect.right > frame.right + 1 || rect.bottom > frame.bottom + 2 || rect.left < frame.left - 1)
        faults.push(`is clipped: "${text}" in <${box.tagName.toLowerCase()} class="${box.className}">`);
    }
  }
  const floating = new Map(texts.map((t) => [t, t.element.closest('.toast, .menu > ul')]));
  texts.sort((a, b) => a.rect.top - b.rect.top);
  for (const [i, a] of texts.entries())
    for (let j = i + 1; j < texts.length; j++) {
      const b = texts[j] as Text;
      if (b.rect.top >= a.rect.bottom) break;
      if (a.element === b.element || floating.get(a) !== floating.get(b) || a.scroller !== b.scroller) continue;
      const w = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      const h = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
      // Line boxes may touch; only overlapping glyphs are a fault.
      if (w > 2 && h > 5) faults.push(`overlap: "${a.text}" and "${b.text}" by ${Math.round(w)}×${Math.round(h)} px`);
    }
  for (const element of document.querySelectorAll('button, select, summary.button, a.button')) {
    if (!isVisible(element) || element.closest('td, th, .sentence')) continue;
    const { height, width } = element.getBoundingClientRect();
    if (width > 0 && height < 31.5) faults.push(`target of ${Math.round(height)} px: "${element.textContent?.trim()}"`);
  }
  return [...new Set(faults)];
}

export const layout = (page: Page): Promise<string[]> => page.evaluate(layoutFaults);

/**
 * Violations of WCAG 2.2 A and AA and of axe's best practices, one line each. `colours` checks only the rules that
 * another colour scheme can break.
 */
export async function axe(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  const run = new AxePuppeteer(page).setLegacyMode(true);
  const { violations } = await (rules === 'all' ? run : run.withTags(['cat.color'])).analyze();
  return violations.flatMap((v) =>
    v.nodes
      .slice(0, 4)
      .map((n) => `axe ${v.id}: ${n.target.join(' ')} ${n.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  );
}

/** Emulates the colour scheme of the system. `forced` is the high contrast mode of Windows. */
export async function emulateScheme(page: Page, scheme: 'light' | 'dark' | 'forced'): Promise<void> {
  // The emulation lasts only as long as its session, so the session is kept.
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme === 'light' ? 'light' : 'dark' },
      { name: 'forced-colors', value: scheme === 'forced' ? 'active' : 'none' },
    ],
  });
}
const sessions = new WeakMap<Page, CDPSession>();

/** Collects console errors, page errors and violations of the content security policy, from the start of the page. */
export async function watchErrors(page: Page) {
  let errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`error: ${(error as Error).message}`));
  // tsx marks inner functions with a helper that does not exist in the page.
  await page.evaluateOnNewDocument('globalThis.__name = (f) => f');
  await page.evaluateOnNewDocument(() => {
    const seen: string[] = [];
    (globalThis as unknown as { policyViolations: string[] }).policyViolations = seen;
    document.addEventListener('securitypolicyviolation', (e) => seen.push(`${e.violatedDirective} ${e.sourceFile}`));
  });
  return {
    clear() {
      errors = [];
    },
    read: async () => [
      ...errors,
      ...(await page.evaluate(() => (globalThis as unknown as { policyViolations: string[] }).policyViolations)).map(
        (v) => `policy: ${v}`,
      ),
    ],
  };
}
