/**
 * The cases of a page in pages/libraries: what a person does on it, in the words of that page. The pages differ in their
 * component library, layout and words. The expected counts follow from what the person did.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { pickFile, retype, type, waitForText } from '../office/user-input.ts';
import { sleep, until } from '../support/driver.ts';
import type { Case, CaseTools, Part } from './cases.ts';
import { type Person, person } from './sample-people.ts';

/** Fills in one field of the form besides the parts of a person. */
interface Step {
  /** How many fields the step changes: 1, or 0 for a file, which is no entry. */
  readonly entries: 0 | 1;
  work(page: Page): Promise<void>;
}

/** A control that removes a record, and its question. */
interface Removal {
  readonly press: string;
  readonly yes: string;
  readonly no: string;
  readonly done: string;
}

/** The words of a page, and the fields of its form. */
export interface PageWords {
  /** The control that opens the form, unless the page shows it. */
  readonly add?: string;
  readonly steps: readonly Step[];
  /** The control that leads to the last part of the form. */
  readonly next?: string;
  /** The fields of that part. */
  readonly last?: readonly Step[];
  readonly send: string;
  /** The question that the page asks before it sends. */
  readonly ask?: {
    readonly says: string;
    readonly yes: string;
    readonly no: string;
    /** Whether the page asks before it checks the fields. */
    readonly isFirst?: boolean;
  };
  readonly sent: string;
  /** The control that closes a message of refusal, if it stays. */
  readonly understood?: string;
  /** What the page says when the name is missing. */
  readonly missing: string;
  /** The refusals of the server with status 200, by digit 8 of the telephone number (pages/libraries/server.js). */
  readonly refusals: readonly string[];
  readonly cancel?: string;
  readonly reset?: string;
  readonly draft?: { readonly press: string; readonly says: string };
  /**
   * The menu item that leads to the search, if it is not beside the form; the control that searches, the one that turns
   * to page 2 and the one that empties the query.
   */
  readonly find?: {
    readonly at?: string;
    readonly press: string;
    readonly page2?: string;
    readonly empty?: string;
  };
  readonly edit?: { readonly at?: string; readonly press: string; readonly send: string; readonly sent: string };
  /** Editing in a row of the table: the place to press, the control that sends and the one that gives up. */
  readonly row?: {
    readonly at?: string;
    readonly press: string;
    readonly send: string;
    readonly sent: string;
    readonly cancel: string;
  };
  readonly remove?: Removal;
  /** Whether the rows of the table have a box each, and its head one for all. `many` removes what is ticked. */
  readonly select?: { readonly row: string; readonly all: string; readonly many: string };
  /** The control that imports a spreadsheet, and what the page says then. */
  readonly imports?: { readonly at: string; readonly says: string };
  /** Controls outside the form that lead elsewhere or only read: menu items, tabs, export, print. */
  readonly others: readonly string[];
  /** Controls beside the form's fields that a person can press while the form is open, and that do not send it. */
  readonly beside?: readonly string[];
}

export const inputOf = (field: string) =>
  `.f-${field} input:not([type=hidden]), input.f-${field}, .f-${field} textarea, textarea.f-${field}`;

// Functions that run in the page must not contain named functions (user-input.ts).
function lastWithText(text: string, within: string): Element | null {
  let last: Element | null = null;
  // Something below the edge of a scrolled box: it is scrolled into view and then found in front.
  let covered: Element | null = null;
  for (const root of document.querySelectorAll(within))
    for (const e of root.querySelectorAll('*')) {
      const shown = e instanceof HTMLInputElement && e.type !== 'text' ? e.value : (e.textContent ?? '');
      if (shown.replace(/\s/g, '') !== text) continue;
      // The innermost element.
      if ([...e.children].some((c) => (c.textContent ?? '').replace(/\s/g, '') === text)) continue;
      const box = e.getBoundingClientRect();
      if (box.width < 2 || box.height < 2 || getComputedStyle(e).visibility === 'hidden') continue;
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      if (top !== null && (e.contains(top) || top.contains(e))) last = e;
      else covered = e;
    }
  return last ?? covered;
}

const isInFront = (e: Element) => {
  const box = e.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return top !== null && (e.contains(top) || top.contains(e));
};

/**
 * Clicks what shows `text`, as a person does: a control, a menu item, an option or a day, in any library. If there are
 * several, clicks the last one in the document that nothing covers.
 */
export async function tap(page: Page, text: string, within = 'body'): Promise<void> {
  let before = '';
  const handle = await until(`something with the text ${text}`, async () => {
    const found = (await page.evaluateHandle(lastWithText, text, within)).asElement() as ElementHandle<Element> | null;
    if (found === null) return null;
    await found.scrollIntoView();
    const box = JSON.stringify(await found.boundingBox());
    const isStill = box === before && (await found.evaluate(isInFront));
    before = box;
    return isStill ? found : null;
  });
  await handle.click();
}

/** Clicks an element once it is still and nothing covers it. */
async function tapAt(page: Page, selector: string): Promise<void> {
  let before = '';
  const handle = await until(`${selector} to be still and uncovered`, async () => {
    const found = await page.$(selector);
    if (found === null) return null;
    await found.scrollIntoView();
    const box = JSON.stringify(await found.boundingBox());
    const isStill = box === before && box !== 'null' && (await found.evaluate(isInFront));
    before = box;
    return isStill ? found : null;
  });
  await handle.click();
}

/** Types into a field. */
export const typed = (field: string, text: string): Step => ({
  entries: 1,
  work: async (page) => void (await type(page, inputOf(field), text, 0)),
});
/** Types into a field that offers completions, and takes one of them. */
export const completed = (field: string, text: string, option: string): Step => ({
  entries: 1,
  async work(page) {
    await type(page, inputOf(field), text, 0);
    await tap(page, option);
  },
});
/** Types a value and ends it with Enter, as a tag. `open` opens the field. */
export const tagged = (field: string, text: string, open?: string): Step => ({
  entries: 1,
  async work(page) {
    if (open !== undefined) await tapAt(page, open);
    await type(page, inputOf(field), text, 0);
    await page.keyboard.press('Enter');
  },
});
/** Opens a field (a drop-down, a cascader, a calendar) and presses what it offers, one after the other. */
export const picked = (field: string, ...texts: readonly string[]): Step => ({
  entries: 1,
  async work(page) {
    await tapAt(page, `.f-${field}`);
    for (const text of texts) {
      await sleep(250);
      await tap(page, text);
    }
  },
});
/** Presses a text inside a field: a radio button, a check box. */
export const chosen = (field: string, text: string): Step => ({
  entries: 1,
  work: (page) => tap(page, text, `.f-${field}`),
});
/** Presses the field itself: a switch, a star. */
export const switched = (selector: string): Step => ({ entries: 1, work: (page) => tapAt(page, selector) });

let folder: string | undefined;
async function attach(page: Page, selector: string, name: string): Promise<void> {
  folder ??= mkdtempSync(join(tmpdir(), 'forms-'));
  writeFileSync(join(folder, name), 'the content of a file');
  await pickFile(page, selector, join(folder, name));
}
/** Chooses a file. */
export const attached = (selector: string): Step => ({
  entries: 0,
  work: (page) => attach(page, selector, 'household.png'),
});

const refusedPhone = (digit: number) => `1990000${digit}111`;
/** How long a person needs to read a message and to go on. */
const readingMs = 2_700;

/** Returns the cases of a page by its words. */
export function casesOfPage(words: PageWords): readonly Case[] {
  const openForm = async ({ page }: CaseTools) => {
    if (words.add !== undefined) await tap(page, words.add);
  };
  const fill = async (tools: CaseTools, who: Person, parts: readonly Part[]) => {
    for (const part of parts) await type(tools.page, inputOf(part), who[part], 0);
    tools.note(who, parts);
    tools.noteEntries(parts.length);
  };
  const fillPhone = async (tools: CaseTools, phone: string) => {
    await type(tools.page, inputOf('phone'), phone, 0);
    tools.noteEntries(1);
  };
  const work = async (tools: CaseTools, steps: readonly Step[]) => {
    for (const step of steps) {
      await step.work(tools.page);
      tools.noteEntries(step.entries);
    }
  };
  const press = async (page: Page, isNext = words.next !== undefined) => {
    if (isNext) await tap(page, words.next as string);
    await tap(page, words.send);
    if (words.ask === undefined) return;
    await waitForText(page, words.ask.says);
    await tap(page, words.ask.yes);
  };
  const send = async (tools: CaseTools) => {
    await press(tools.page);
    await waitForText(tools.page, words.sent);
    tools.noteSent();
  };
  const refuse = async ({ page }: CaseTools, says: string) => {
    await press(page);
    await waitForText(page, says);
    if (words.understood === undefined) return;
    await sleep(300);
    await tap(page, words.understood);
  };

  const list: Case[] = [];
  const add = (name: string, isNearMiss: boolean, comparesEntries: boolean, work: Case['work']) =>
    list.push({ name, isNearMiss, comparesEntries, work });
  const submission = (name: string, work: Case['work']) => add(name, false, true, work);
  /** A near miss whose entries the definition does not settle: the form is refused, cancelled or left. */
  const nearMiss = (name: string, work: Case['work']) => add(name, true, false, work);

  submission('every sort of field', async (tools, _library, n) => {
    await openForm(tools);
    await fill(tools, person(2_000 + n), ['name', 'idNumber', 'phone', 'address']);
    await work(tools, words.steps);
    if (words.next !== undefined) await tap(tools.page, words.next);
    await work(tools, words.last ?? []);
    await press(tools.page, false);
    await waitForText(tools.page, words.sent);
    tools.noteSent();
  });
  submission('a household entered on other hosts too', async (tools, _library, n) => {
    await openForm(tools);
    await fill(tools, person(n % 3), ['name', 'idNumber', 'phone', 'address']);
    await send(tools);
  });
  submission('refused, corrected, sent', async (tools, _library, n) => {
    const who = person(2_100 + n);
    await openForm(tools);
    await fill(tools, who, ['name', 'idNumber']);
    await fillPhone(tools, refusedPhone(0));
    await refuse(tools, words.refusals[0] as string);
    await sleep(readingMs);
    await retype(tools.page, inputOf('phone'), who.phone);
    tools.note(who, ['phone']);
    await send(tools);
  });
  submission('two households, one after the other', async (tools, _library, n) => {
    await openForm(tools);
    await fill(tools, person(2_200 + n), ['name', 'idNumber', 'phone']);
    await send(tools);
    await sleep(3_500);
    await openForm(tools);
    await fill(tools, { ...person(2_300 + n), phone: person(2_200 + n).phone }, ['name', 'idNumber', 'phone']);
    await send(tools);
  });
  const { edit, find, remove, select, ask, draft, row } = words;
  if (edit !== undefined)
    submission('a record changed', async (tools, _library, n) => {
      if (edit.at !== undefined) await tap(tools.page, edit.at);
      await tap(tools.page, edit.press);
      await retype(tools.page, inputOf('phone'), person(2_400 + n).phone);
      tools.note(person(2_400 + n), ['phone']);
      tools.noteEntries(1);
      await tap(tools.page, edit.send);
      await waitForText(tools.page, edit.sent);
      tools.noteSent();
    });
  if (remove !== undefined)
    submission('sent, then a record is removed', async (tools, _library, n) => {
      await openForm(tools);
      await fill(tools, person(2_500 + n), ['name', 'idNumber', 'phone']);
      await send(tools);
      await sleep(3_500);
      if (find?.at !== undefined) await tap(tools.page, find.at);
      await tap(tools.page, remove.press);
      await tap(tools.page, remove.yes);
      await waitForText(tools.page, remove.done);
    });

  if (row !== undefined) {
    const change = async (tools: CaseTools, phone: string) => {
      if (row.at !== undefined) await tap(tools.page, row.at);
      await tapAt(tools.page, row.press);
      await retype(tools.page, inputOf('rowPhone'), phone);
      tools.noteEntries(1);
    };
    submission('a row changed in the table', async (tools, _library, n) => {
      await change(tools, person(3_400 + n).phone);
      tools.note(person(3_400 + n), ['phone']);
      await tap(tools.page, row.send);
      await waitForText(tools.page, row.sent);
      tools.noteSent();
    });
    submission('a row changed in the table, refused, then changed again', async (tools, _library, n) => {
      await change(tools, refusedPhone(0));
      await tap(tools.page, row.send);
      await waitForText(tools.page, words.refusals[0] as string);
      await sleep(readingMs);
      await retype(tools.page, inputOf('rowPhone'), person(3_500 + n).phone);
      tools.note(person(3_500 + n), ['phone']);
      await tap(tools.page, row.send);
      await waitForText(tools.page, row.sent);
      tools.noteSent();
    });
    nearMiss(`a row changed in the table, then ${row.cancel}`, async (tools, _library, n) => {
      await change(tools, person(3_600 + n).phone);
      await tap(tools.page, row.cancel);
      await sleep(600);
      tools.noteDropped();
    });
  }

  nearMiss('the name is missing', async (tools, _library, n) => {
    await openForm(tools);
    await fill(tools, person(2_600 + n), ['idNumber', 'phone']);
    await tap(tools.page, words.next ?? words.send);
    if (ask?.isFirst) await tap(tools.page, ask.yes);
    await waitForText(tools.page, words.missing);
    tools.noteDropped();
  });
  words.refusals.forEach((says, digit) => {
    nearMiss(`refused with status 200: ${says}`, async (tools, _library, n) => {
      await openForm(tools);
      await fill(tools, person(2_700 + n), ['name', 'idNumber']);
      await fillPhone(tools, refusedPhone(digit));
      await refuse(tools, says);
      if (words.cancel !== undefined && digit % 2 === 1) {
        await sleep(readingMs);
        await tap(tools.page, words.cancel);
      }
      tools.noteDropped();
    });
  });
  nearMiss('the request fails', async (tools, _library, n) => {
    await openForm(tools);
    await fill(tools, person(2_800 + n), ['name', 'idNumber']);
    await fillPhone(tools, refusedPhone(9));
    await refuse(tools, '404');
    tools.noteDropped();
  });
  if (ask !== undefined)
    nearMiss('the question is answered with no', async (tools, _library, n) => {
      await openForm(tools);
      await fill(tools, person(2_900 + n), ['name', 'idNumber', 'phone']);
      if (words.next !== undefined) await tap(tools.page, words.next);
      await tap(tools.page, words.send);
      await waitForText(tools.page, ask.says);
      await tap(tools.page, ask.no);
      tools.noteDropped();
    });
  for (const other of [words.cancel, words.reset, ...(words.beside ?? [])])
    if (other !== undefined)
      nearMiss(`filled in, then ${other}`, async (tools, _library, n) => {
        await openForm(tools);
        await fill(tools, person(3_000 + n), ['name', 'idNumber', 'phone']);
        await tap(tools.page, other);
        await sleep(600);
        tools.noteDropped();
      });
  if (draft !== undefined)
    nearMiss('a draft', async (tools, _library, n) => {
      await openForm(tools);
      await fill(tools, person(3_100 + n), ['name', 'idNumber', 'phone']);
      await tap(tools.page, draft.press);
      await waitForText(tools.page, draft.says);
      tools.noteDropped();
    });
  nearMiss('typed, then left', async (tools, _library, n) => {
    await openForm(tools);
    await fill(tools, person(3_200 + n), ['name', 'idNumber', 'phone']);
    await tools.page.keyboard.press('Tab');
    await sleep(600);
    tools.noteDropped();
  });
  const query = async (tools: CaseTools, n: number) => {
    if (find?.at !== undefined) await tap(tools.page, find.at);
    await type(tools.page, inputOf('query'), person(n % 3).idNumber, 0);
    tools.noteEntries(1);
  };
  if (find !== undefined) {
    add('a search, and the next page', true, true, async (tools, _library, n) => {
      await query(tools, n);
      await tap(tools.page, find.press);
      await sleep(1_000);
      if (find.page2 !== undefined) await tapAt(tools.page, find.page2);
      await sleep(600);
      tools.noteDropped();
    });
    if (find.empty !== undefined)
      nearMiss('a query, emptied', async (tools, _library, n) => {
        await query(tools, n);
        await tap(tools.page, find.empty as string);
        await sleep(600);
        tools.noteDropped();
      });
  }
  if (find !== undefined && remove !== undefined)
    for (const answer of [remove.yes, remove.no])
      nearMiss(`found, then removed, and the question answered with ${answer}`, async (tools, _library, n) => {
        await query(tools, n);
        await tap(tools.page, find.press);
        await sleep(1_000);
        await tap(tools.page, remove.press);
        await tap(tools.page, answer);
        if (answer === remove.yes) await waitForText(tools.page, remove.done);
        else await sleep(600);
        tools.noteDropped();
      });
  if (select !== undefined && remove !== undefined)
    nearMiss('rows ticked, then removed', async (tools, _library, n) => {
      if (find !== undefined) await query(tools, n);
      // All, and then one not. In the other order some libraries untick all.
      await tapAt(tools.page, select.all);
      await tapAt(tools.page, select.row);
      await tap(tools.page, select.many);
      await tap(tools.page, remove.yes);
      await waitForText(tools.page, remove.done);
      tools.noteDropped();
    });
  const { imports } = words;
  if (imports !== undefined)
    nearMiss('typed, then a spreadsheet imported', async (tools, _library, n) => {
      await query(tools, n);
      await attach(tools.page, imports.at, 'households.xlsx');
      await waitForText(tools.page, imports.says);
      tools.noteDropped();
    });
  for (const other of words.others)
    nearMiss(`typed, then ${other}`, async (tools, _library, n) => {
      if (words.add !== undefined && find !== undefined) await query(tools, n);
      else await fill(tools, person(3_300 + n), ['name', 'phone']);
      await tap(tools.page, other);
      await sleep(900);
      tools.noteDropped();
    });
  return list;
}
