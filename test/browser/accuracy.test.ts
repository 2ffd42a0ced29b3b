/** Compares measured time with a stopwatch: the brief scenario of `npm run accuracy`, in both browsers. */
import { describe, expect, it } from 'vitest';
import { isWithin, perform } from '../accuracy/main.ts';
import { scenarios } from '../accuracy/scenarios.ts';
import { hasDisplayTools } from '../support/virtual-display.ts';

const brief = scenarios.find((scenario) => scenario.name.startsWith('in brief'));

// Needs a virtual display with a window manager.
describe.skipIf(!hasDisplayTools())('the measured time', () => {
  it.each(['chromium', 'firefox'] as const)(
    'agrees with the stopwatch in %s, within the tolerance',
    async (browser) => {
      if (brief === undefined) throw new Error('Cannot measure: there is no scenario "in brief"');
      const lines = await perform(brief, browser);
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(line, JSON.stringify(line)).toSatisfy(isWithin);
    },
  );
});
