/** A scripted day at the loopback office: the ledger must agree with the script's own account of it. */
import { describe, expect, it } from 'vitest';
import { compare } from '../office/compare.ts';
import { workDay } from '../office/scripted-day.ts';
import { openChrome } from '../support/chrome.ts';
import { openFirefox } from '../support/firefox.ts';
import { setUpOffice } from '../support/office-fixture.ts';

const fixture = setUpOffice();

describe('the ledger of a day agrees with the account of the scripted person', () => {
  it.each([
    ['Chromium', openChrome],
    ['Firefox', openFirefox],
  ] as const)('in %s', async (_name, open) => {
    const { office } = fixture;
    const driver = await open({ port: office.port });
    fixture.driver = driver;
    await driver.agree();
    const expected = await workDay({ driver, office, say: () => {}, lectureMs: 3000, awayMs: 500, paceMs: 0 });
    const { today } = await driver.askWorker('state.read');
    const lines = compare(expected, await driver.askWorker('day.read', today));
    expect(lines.filter((line) => !line.agrees)).toEqual([]);
  });
});
