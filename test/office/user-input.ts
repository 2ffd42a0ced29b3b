/**
 * Real mouse and key events for tests. Finds controls by their visible text, as a person does. Also works without the
 * extension.
 */
import type { ElementHandle, Frame, KeyInput, Page } from 'puppeteer-core';
import { sleep, until, waitLimitMs } from '../support/driver.ts';

type Place = Page | Frame;

export const pageOf = (place: Place): Page => ('page' in place ? place.page() : place);

/** Waits for the frame of a page whose address contains `text`. */
export const findFrame = (page: Page, text: string): Promise<Frame> =>
  until(`a frame at ${text}`, () => page.frames().find((f) => f.url().includes(text)));

/**
 * Waits for a control by its text without white space (`确 定` is 确定). If there are several, it returns the last control
 * in the document, which is in the topmost dialog.
 */
export async function findControl(place: Place, text: string): Promise<ElementHandle<Element>> {
  return until(`a control with the text ${text}`, async () => {
    const found = await place.evaluateHandle(lastControlWithText, text);
    return found.asElement() as ElementHandle<Element> | null;
  });
}

// Functions that run in the page must not contain named functions, because tsx would wrap the named functions in a
// helper that the page does not have.
function lastControlWithText(text: string): Element | null {
  let last: Element | null = null;
  for (const e of document.querySelectorAll('button, a, input[type=button], input[type=submit], [role=button]')) {
    const shown = (e instanceof HTMLInputElement ? e.value : (e.textContent ?? '')).replace(/\s/g, '');
    const box = e.getBoundingClientRect();
    if (shown === text && box.width > 0 && box.height > 0 && getComputedStyle(e).visibility !== 'hidden') last = e;
  }
  return last;
}

/**
 * Clicks a control by its text. Like every input function in this file, it first waits for the control and then returns
 * the wall-clock time at which the input began.
 */
export async function press(place: Place, text: string): Promise<number> {
  const handle = await findControl(place, text);
  await waitUntilStill(handle);
  return click(handle);
}

/** Clicks an element; returns the wall-clock time before the click. */
async function click(handle: ElementHandle<Element>, count = 1): Promise<number> {
  const at = Date.now();
  await handle.click({ count });
  await handle.dispose();
  return at;
}

/**
 * Waits until an element does not move and nothing covers it. A dialog moves while it opens, and a message can cover an
 * element briefly.
 */
async function waitUntilStill(handle: ElementHandle<Element>): Promise<void> {
  let before = '';
  await until('an element to be still and uncovered', async () => {
    await handle.scrollIntoView();
    const box = JSON.stringify(await handle.boundingBox());
    const still = box === before;
    before = box;
    return still && (await handle.evaluate(isInFront));
  });
}

function isInFront(element: Element): boolean {
  const box = element.getBoundingClientRect();
  let x = box.x + box.width / 2;
  let y = box.y + box.height / 2;
  // Checks the element, then each frame around it: nothing may cover it in its own document.
  for (let inner: Element = element, view = window as Window; ; ) {
    const top = inner.ownerDocument.elementFromPoint(x, y);
    // The placeholder of a drop-down lies over its input: elements of the same parent do not count as cover.
    const group = inner.parentElement?.parentElement;
    const isInGroup =
      group !== null && group !== undefined && group !== inner.ownerDocument.body && group.contains(top);
    if (top === null || (!isInGroup && !inner.contains(top) && !top.contains(inner))) return false;
    const outer = view.frameElement;
    if (outer === null) return true;
    const frame = outer.getBoundingClientRect();
    x += frame.x;
    y += frame.y;
    inner = outer;
    view = view.parent;
  }
}

/** Waits for the field at a selector until it can be clicked. */
async function field(place: Place, selector: string): Promise<ElementHandle<Element>> {
  const handle = await place.waitForSelector(selector, { visible: true, timeout: waitLimitMs });
  if (handle === null) throw new Error(`Cannot find the field "${selector}"`);
  await waitUntilStill(handle);
  return handle;
}

/** Clicks a field and types. Chinese text goes through an input method in browsers that allow it. */
export async function type(place: Place, selector: string, text: string, delay = 25): Promise<number> {
  const at = await click(await field(place, selector));
  await typeHere(pageOf(place), text, delay);
  return at;
}

/** Empties a field by select-all and Delete, then types. */
export async function retype(place: Place, selector: string, text: string): Promise<number> {
  const page = pageOf(place);
  const at = await click(await field(place, selector));
  await pressShortcut(page, 'a', 'SelectAll');
  await page.keyboard.press('Delete');
  await typeHere(page, text, 25);
  return at;
}

/** Types into the focused field. */
export async function typeHere(page: Page, text: string, delay = 25): Promise<void> {
  for (const run of text.match(/[\u3400-\u9fff，。；：、（）]+|[^\u3400-\u9fff，。；：、（）]+/g) ?? []) {
    if (/[\u3400-\u9fff]/.test(run) && isChromium(page)) await compose(page, run);
    else await page.keyboard.type(run, { delay });
  }
}

const isChromium = (page: Page) =>
  'createCDPSession' in page && !page.browser().process()?.spawnfile.includes('firefox');

/** Types Chinese text as an input method does: keys with code 229, a growing composition, its commit. */
async function compose(page: Page, text: string): Promise<void> {
  const session = await page.createCDPSession();
  for (const chunk of text.match(/.{1,4}/gu) ?? []) {
    let pinyin = '';
    for (const letter of 'zhongwen'.slice(0, chunk.length * 2)) {
      pinyin += letter;
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' });
      await session.send('Input.imeSetComposition', {
        text: pinyin,
        selectionStart: pinyin.length,
        selectionEnd: pinyin.length,
      });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', windowsVirtualKeyCode: 229, key: 'Process' });
      await sleep(20);
    }
    await session.send('Input.insertText', { text: chunk });
  }
  await session.detach();
}

/** Presses Ctrl and a letter. Headless Chromium also needs the editing command of that key. */
async function pressShortcut(page: Page, key: KeyInput, command: 'SelectAll' | 'Copy' | 'Paste'): Promise<void> {
  const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';
  await page.keyboard.down(modifier);
  await page.keyboard.press(key, { commands: [command] });
  await page.keyboard.up(modifier);
}

/** Selects the text of a field or of another element by a triple click, and copies the text. */
export async function copy(place: Place, selector: string): Promise<number> {
  const at = await click(await field(place, selector), 3);
  await pressShortcut(pageOf(place), 'c', 'Copy');
  return at;
}

/** Clicks a field and pastes the clipboard. */
export async function paste(place: Place, selector: string): Promise<number> {
  const at = await click(await field(place, selector));
  await pressShortcut(pageOf(place), 'v', 'Paste');
  return at;
}

/** Opens the drop-down of a component library and chooses an option by its text. */
export async function choose(place: Place, selector: string, text: string): Promise<number> {
  const at = await click(await field(place, selector));
  const option = await until(`an option with the text ${text}`, async () => {
    const found = await place.evaluateHandle((text) => {
      const all = document.querySelectorAll(
        'dd[lay-value], .el-select-dropdown__item, .ant-select-item-option, [role=option]',
      );
      return (
        [...all].filter((e) => e.textContent?.trim() === text && e.getBoundingClientRect().height > 2).at(-1) ?? null
      );
    }, text);
    return found.asElement() as ElementHandle<Element> | null;
  });
  await waitUntilStill(option);
  await click(option);
  return at;
}

/** Chooses a file in the file chooser that a click opens. */
export async function pickFile(place: Place, selector: string, file: string): Promise<number> {
  const page = pageOf(place);
  const [chooser, at] = await Promise.all([page.waitForFileChooser(), field(place, selector).then((f) => click(f))]);
  await chooser.accept([file]);
  return at;
}

/** Waits until the visible text of the page or of one of its frames contains `text`. */
export async function waitForText(page: Page, text: string): Promise<void> {
  await until(`the text ${text}`, async () => {
    for (const frame of page.frames()) {
      // Not `innerText`, which contains the scripts too if the frame is not rendered. A frame can be removed during the
      // call.
      const shown = await frame.evaluate(visibleText).catch(() => '');
      if (shown.includes(text)) return true;
    }
    return false;
  });
}

function visibleText(): string {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  let text = '';
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNode(walker.currentNode);
    if (range.getClientRects().length > 0) text += walker.currentNode.textContent;
  }
  return text;
}
