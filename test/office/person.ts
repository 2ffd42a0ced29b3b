/**
 * The hands of the scripted person: real mouse and key events on what is visible, found by the words on it,
 * as a person finds it. Nothing here knows the extension.
 */
import type { ElementHandle, Frame, KeyInput, Page } from 'puppeteer-core';
import { sleep, until, waitLimitMs } from '../support/driver.ts';

type Place = Page | Frame;

export const pageOf = (place: Place): Page => ('page' in place ? place.page() : place);

/** The frame of a page whose address contains these words. */
export const frameAt = (page: Page, words: string): Promise<Frame> =>
  until(`a frame at ${words}`, () => page.frames().find((f) => f.url().includes(words)));

/** A control by the words on it, white space taken out (`确 定` is 确定). The topmost dialog wins. */
export async function control(place: Place, words: string): Promise<ElementHandle<Element>> {
  return until(`a control that says ${words}`, async () => {
    const found = await place.evaluateHandle(controlSaying, words);
    return found.asElement() as ElementHandle<Element> | null;
  });
}

// Functions that run in the page hold no named function inside: tsx would wrap it in a helper that pages don't have.
function controlSaying(words: string): Element | null {
  let last: Element | null = null;
  for (const e of document.querySelectorAll('button, a, input[type=button], input[type=submit], [role=button]')) {
    const said = (e instanceof HTMLInputElement ? e.value : (e.textContent ?? '')).replace(/\s/g, '');
    const box = e.getBoundingClientRect();
    if (said === words && box.width > 0 && box.height > 0 && getComputedStyle(e).visibility !== 'hidden') last = e;
  }
  return last;
}

/** Presses a control by the words on it, with the mouse. As all that hands do here, it answers when it began. */
export async function press(place: Place, words: string): Promise<number> {
  const handle = await control(place, words);
  await settle(handle);
  return touch(handle);
}

/** Clicks; answers when, by this process's wall clock: what was waited for before is no work of hands. */
async function touch(handle: ElementHandle<Element>, count = 1): Promise<number> {
  const at = Date.now();
  await handle.click({ count });
  await handle.dispose();
  return at;
}

/** Waits until an element holds still with nothing in front of it: dialogs slide in, toasts pass, shades fade. */
async function settle(handle: ElementHandle<Element>): Promise<void> {
  let before = '';
  await until('an element to hold still in front', async () => {
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
  // From here up through the frames: each must be in front in its own document.
  for (let inner: Element = element, view = window as Window; ; ) {
    const hit = inner.ownerDocument.elementFromPoint(x, y);
    // A drop-down's input lies under its own placeholder: kin is no obstacle.
    const kin = inner.parentElement?.parentElement;
    const isKin = kin !== null && kin !== undefined && kin !== inner.ownerDocument.body && kin.contains(hit);
    if (hit === null || (!isKin && !inner.contains(hit) && !hit.contains(inner))) return false;
    const outer = view.frameElement;
    if (outer === null) return true;
    const frame = outer.getBoundingClientRect();
    x += frame.x;
    y += frame.y;
    inner = outer;
    view = view.parent;
  }
}

/** The field at a selector, ready to be clicked. */
async function field(place: Place, selector: string): Promise<ElementHandle<Element>> {
  const handle = await place.waitForSelector(selector, { visible: true, timeout: waitLimitMs });
  if (handle === null) throw new Error(`Cannot find the field "${selector}"`);
  await settle(handle);
  return handle;
}

/** Clicks a field and types; Chinese goes through an input method where the browser lets us drive one. */
export async function type(place: Place, selector: string, text: string, delay = 25): Promise<number> {
  const at = await touch(await field(place, selector));
  await typeHere(pageOf(place), text, delay);
  return at;
}

/** Empties a field by select-all and Delete, then types. */
export async function retype(place: Place, selector: string, text: string): Promise<number> {
  const page = pageOf(place);
  const at = await touch(await field(place, selector));
  await chord(page, 'a', 'SelectAll');
  await page.keyboard.press('Delete');
  await typeHere(page, text, 25);
  return at;
}

/** Types where the focus is. */
export async function typeHere(page: Page, text: string, delay = 25): Promise<void> {
  for (const run of text.match(/[\u3400-\u9fff，。；：、（）]+|[^\u3400-\u9fff，。；：、（）]+/g) ?? []) {
    if (/[\u3400-\u9fff]/.test(run) && isChromium(page)) await compose(page, run);
    else await page.keyboard.type(run, { delay });
  }
}

const isChromium = (page: Page) =>
  'createCDPSession' in page && !page.browser().process()?.spawnfile.includes('firefox');

/** Words through an input method: process keys, a composition that grows, its commit. */
async function compose(page: Page, words: string): Promise<void> {
  const session = await page.createCDPSession();
  for (const chunk of words.match(/.{1,4}/gu) ?? []) {
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

/** Ctrl and a letter, with the editing command that the key stands for (headless Chromium needs it spelt out). */
async function chord(page: Page, key: KeyInput, command: 'SelectAll' | 'Copy' | 'Paste'): Promise<void> {
  const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';
  await page.keyboard.down(modifier);
  await page.keyboard.press(key, { commands: [command] });
  await page.keyboard.up(modifier);
}

/** Copies the whole text of a field, or of any element by a triple click. */
export async function copy(place: Place, selector: string): Promise<number> {
  const at = await touch(await field(place, selector), 3);
  await chord(pageOf(place), 'c', 'Copy');
  return at;
}

/** Clicks a field and pastes what was copied last. */
export async function paste(place: Place, selector: string): Promise<number> {
  const at = await touch(await field(place, selector));
  await chord(pageOf(place), 'v', 'Paste');
  return at;
}

/** Opens a library's own drop-down and picks an option by its words. */
export async function choose(place: Place, selector: string, words: string): Promise<number> {
  const at = await touch(await field(place, selector));
  const option = await until(`an option that says ${words}`, async () => {
    const found = await place.evaluateHandle((text) => {
      const all = document.querySelectorAll(
        'dd[lay-value], .el-select-dropdown__item, .ant-select-item-option, [role=option]',
      );
      return (
        [...all].filter((e) => e.textContent?.trim() === text && e.getBoundingClientRect().height > 2).at(-1) ?? null
      );
    }, words);
    return found.asElement() as ElementHandle<Element> | null;
  });
  await settle(option);
  await touch(option);
  return at;
}

/** Picks a file through the file chooser that a click opens. */
export async function pickFile(place: Place, selector: string, file: string): Promise<number> {
  const page = pageOf(place);
  const [chooser, at] = await Promise.all([page.waitForFileChooser(), field(place, selector).then((f) => touch(f))]);
  await chooser.accept([file]);
  return at;
}

/** Waits until these words stand somewhere in the visible text of the page or one of its frames. */
export async function sees(page: Page, words: string): Promise<void> {
  await until(`the words ${words}`, async () => {
    for (const frame of page.frames()) {
      // `innerText` of a frame that isn't rendered would be its scripts. A frame may be on its way out while we look.
      const text = await frame.evaluate(visibleText).catch(() => '');
      if (text.includes(words)) return true;
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
