import { afterEach, describe, expect, it } from 'vitest';
import { compare } from '../office/compare.ts';
import { workDay } from '../office/day.ts';
import { type Office, openOffice } from '../office/office.ts';
import { openChrome } from '../support/chrome.ts';
import type { Driver } from '../support/driver.ts';
import { openFirefox } from '../support/firefox.ts';

let office: Office | undefined;
let driver: Driver | undefined;
afterEach(async () => {
  await driver?.close();
  await office?.close();
});

describe('a day at the office agrees with the account of the person who worked it', () => {
  it.each([
    ['Chromium', openChrome],
    ['Firefox', openFirefox],
  ] as const)('in %s', async (_name, open) => {
    office = await openOffice();
    driver = await open({ port: office.port });
    await driver.agree();
    const expected = await workDay({ driver, office, say: () => {}, lectureMs: 3000, awayMs: 500, paceMs: 0 });
    const { today } = await driver.askWorker('state.read');
    const lines = compare(expected, await driver.askWorker('day.read', today));
    expect(lines.filter((line) => !line.agrees)).toEqual([]);
  });
});
