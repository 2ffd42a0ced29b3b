/** What is wrong with a page as it stands: sideways scroll, clipped or overlapping text, small targets, axe, CSP. */
import { AxePuppeteer } from '@axe-core/puppeteer';
import type { CDPSession, Page } from 'puppeteer-core';

/** Runs in the page. One line per fault. */
function layoutFaults(): string[] {
  const faults: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    faults.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth} px`);
  const isSeen = (element: Element): boolean => {
    if (element.closest('.hidden, .skip, [aria-hidden=true], option')) return false;
    const closed = element.closest('details:not([open])');
    if (closed !== null && element.closest('summary')?.parentElement !== closed) return false;
    const style = getComputedStyle(element);
    return style.visibility === 'visible' && style.display !== 'none';
  };
  /** What can be scrolled into view inside its own box (a wide table) is not lost. */
  const inScroller = (element: Element): Element | null => element.closest('.wide, pre');
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
    if (text === '' || element === null || !isSeen(element)) continue;
    // Cut by the browser with a sign that says so: the rest must be had by pointing at it.
    if (getComputedStyle(element).textOverflow === 'ellipsis') {
      if (!element.title.includes(text)) faults.push(`is cut, and its title does not say it: "${text}"`);
      texts.push({ text, rect: element.getBoundingClientRect(), element, scroller: inScroller(element) });
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects())
      if (rect.width > 1 && rect.height > 1) texts.push({ text, rect, element, scroller: inScroller(element) });
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
      // Line boxes may touch: what counts is glyphs over glyphs.
      if (w > 2 && h > 5) faults.push(`overlap: "${a.text}" and "${b.text}" by ${Math.round(w)}×${Math.round(h)} px`);
    }
  for (const element of document.querySelectorAll('button, select, summary.button, a.button')) {
    if (!isSeen(element) || element.closest('td, th, .sentence')) continue;
    const { height, width } = element.getBoundingClientRect();
    if (width > 0 && height < 31.5) faults.push(`target of ${Math.round(height)} px: "${element.textContent?.trim()}"`);
  }
  return [...new Set(faults)];
}

export const layout = (page: Page): Promise<string[]> => page.evaluate(layoutFaults);

/**
 * Rules of WCAG 2.2 A and AA and axe's best practices; `colours` for those alone that another colour scheme can break.
 */
export async function axe(page: Page, which: 'all' | 'colours' = 'all'): Promise<string[]> {
  const run = new AxePuppeteer(page).setLegacyMode(true);
  const { violations } = await (which === 'all' ? run : run.withTags(['cat.color'])).analyze();
  return violations.flatMap((v) =>
    v.nodes
      .slice(0, 4)
      .map((n) => `axe ${v.id}: ${n.target.join(' ')} ${n.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  );
}

/** Emulates what the system says; `forced` is Windows' high contrast. */
export async function seenAs(page: Page, scheme: 'light' | 'dark' | 'forced'): Promise<void> {
  // What is emulated lasts as long as the session that asked for it.
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

/** Violations of the page's security policy and errors in its console, from its first line on. */
export async function watchErrors(page: Page) {
  let errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (trouble) => errors.push(`error: ${(trouble as Error).message}`));
  // tsx names inner functions by a helper that a page doesn't have.
  await page.evaluateOnNewDocument('globalThis.__name = (f) => f');
  await page.evaluateOnNewDocument(() => {
    const seen: string[] = [];
    (globalThis as unknown as { policyViolations: string[] }).policyViolations = seen;
    document.addEventListener('securitypolicyviolation', (e) => seen.push(`${e.violatedDirective} ${e.sourceFile}`));
  });
  return {
    forget() {
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
