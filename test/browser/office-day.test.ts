/** Performs a scripted day at the test office. The ledger must have the figures that the script expects. */
import { describe, expect, it } from 'vitest';
import { compare, type Line } from '../office/compare.ts';
import { performDay } from '../office/scripted-day.ts';
import { openChrome } from '../support/chrome.ts';
import { until } from '../support/driver.ts';
import { openFirefox } from '../support/firefox.ts';
import { setUpOffice } from '../support/office-fixture.ts';

const fixture = setUpOffice();

describe('the scripted day', () => {
  it.each([
    ['Chromium', openChrome],
    ['Firefox', openFirefox],
  ] as const)('gives the expected figures of the ledger in %s', async (_name, open) => {
    const { office } = fixture;
    const driver = await open({ port: office.port });
    fixture.driver = driver;
    await driver.agree();
    const expected = await performDay({ driver, office, log: () => {}, lectureMs: 3000, awayMs: 500, paceMs: 0 });
    const { today } = await driver.askWorker('state.read');
    let wrong: readonly Line[] = [];
    // The ledger may not have received the last events of the closed pages yet.
    await until('the figures to agree', async () => {
      wrong = compare(expected, await driver.askWorker('day.read', today)).filter((line) => !line.agrees);
      return wrong.length === 0;
    }).catch(() => {}); // after a timeout, the next line fails and shows the figures that differ
    expect(wrong).toEqual([]);
  });
});
