/**
 * Builds cases from small pages. A page of a situation is one file (pages/situations/page.html); its markup and its
 * script are in the fragment of its address, so that they stand beside the steps of the person and the expectation.
 */
import type { Page } from 'puppeteer-core';
import { press, waitForText } from '../office/user-input.ts';
import type { Case, CaseTools, Library, Part } from './cases.ts';
import { person } from './sample-people.ts';

/** What happens on a page, and what a person did. */
export interface Situation {
  readonly name: string;
  readonly title?: string;
  readonly body: string;
  readonly script?: string;
  /** How many submissions the person made; default 0. */
  readonly sent?: 0 | 1;
  /** How many fields the person filled, without secrets and without the account of a log-in. */
  readonly entries: number;
  readonly counts?: Case['counts'];
  work(actions: Actions): Promise<void>;
}

/** Steps of a person. */
export interface Actions extends CaseTools {
  /** Types the data of a person who occurs in no other case into the fields with these ids. */
  fillIn(...parts: Part[]): Promise<void>;
  /** Presses the control with this text, then waits until the page shows `answer`, if there is one. */
  pressFor(text: string, answer?: string): Promise<void>;
  /** Clicks an element by its selector, then waits until the page shows `answer`, if there is one. */
  click(selector: string, answer?: string): Promise<void>;
}

/** Returns the path of a page. `query` makes it another page than the one that leads to it. */
export const pagePath = (body: string, script = '', title = '登记', query = ''): string =>
  // The address may stand in a script, between quotes.
  `situations/page.html${query}#${encodeURIComponent(JSON.stringify({ title, body, script })).replace(/'/g, '%27')}`;

let people = 3_000;

const caseOf = ({ name, title, body, script, sent = 0, entries, counts, work }: Situation): Case => ({
  name,
  page: pagePath(body, script, title),
  isNearMiss: sent === 0,
  comparesEntries: true,
  counts: { logins: 0, failed: 0, lookUps: 0, ...counts },
  async work(tools) {
    const { page } = tools;
    const who = person(people++);
    await work({
      ...tools,
      fillIn: (...parts) => tools.fill(who, parts),
      async pressFor(text, answer) {
        await press(page, text);
        if (answer !== undefined) await waitForText(page, answer);
      },
      async click(selector, answer) {
        await clickOn(page, selector);
        if (answer !== undefined) await waitForText(page, answer);
      },
    });
    tools.noteEntries(entries);
    if (sent === 1) tools.noteSent();
    else tools.noteDropped();
  },
});

async function clickOn(page: Page, selector: string): Promise<void> {
  const element = await page.waitForSelector(selector, { visible: true });
  if (element === null) throw new Error(`Cannot find "${selector}"`);
  await element.scrollIntoView();
  await element.click();
}

/** Returns the situations as cases of one group. */
export const groupOf = (name: string, set: Library['set'], situations: readonly Situation[]): Library => ({
  name,
  set,
  page: '',
  selectors: { name: '#name', idNumber: '#idNumber', phone: '#phone', address: '#address' },
  isOwn: true,
  // The situations say themselves what was sent, because some pages send nothing and others more than the form.
  isShipped: true,
  save: '',
  saved: '',
  more: situations.map(caseOf),
});

const labels: Readonly<Record<Part, string>> = {
  name: '户主姓名',
  idNumber: '身份证号',
  phone: '联系电话',
  address: '家庭住址',
};
/** Returns fields with their labels, in items of a form. */
export const fieldsOf = (...parts: Part[]): string =>
  parts
    .map(
      (part) =>
        `<div class="form-item"><label for="${part}">${labels[part]}</label> <input id="${part}" name="${part}"></div>`,
    )
    .join('');
/** Returns a form with fields and a button. */
export const formWith = (button: string, ...parts: Part[]): string =>
  `<form id="f" onsubmit="return false">${fieldsOf(...parts)}<button type="button" id="b">${button}</button></form>`;
