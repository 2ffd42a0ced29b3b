import { describe, expect, it } from 'vitest';
import { isWithin, perform } from '../accuracy/main.ts';
import { scenarios } from '../accuracy/scenarios.ts';
import { hasDisplayTools } from '../support/virtual-display.ts';

const brief = scenarios.find((one) => one.name.startsWith('in brief'));

// Needs a screen of its own with a window manager. All scenarios: npm run accuracy.
describe.skipIf(!hasDisplayTools())('time against a stopwatch, in brief', () => {
  it.each(['chromium', 'firefox'] as const)('%s', async (browser) => {
    if (brief === undefined) throw new Error('Cannot measure: the scenario is gone');
    const lines = await perform(brief, browser);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line, JSON.stringify(line)).toSatisfy(isWithin);
  });
});
