/** The table of `npm run older`. */
import { expect, it } from 'vitest';
import { formatOutcomes } from './outcomes.ts';

it('shows each row with its counts, groups equal reasons, and sums up', () => {
  const lines = formatOutcomes([
    { title: 'a', passed: 2, failed: 0, skipped: ['no screen', 'no screen', 'too old'] },
    { title: 'b', passed: 1, failed: 1, skipped: [] },
    { title: 'c', passed: 0, failed: 0, skipped: ['no screen'] },
  ])
    .split('\n')
    .map((line) => line.replace(/ +/g, ' '));
  expect(lines).toEqual([
    ' passed failed skipped',
    '✓ a 2 0 2: no screen; 1: too old',
    '✗ b 1 1',
    '– c 0 0 1: no screen',
    '✗ all 3 1 4',
  ]);
});

it('says that all is well when nothing failed', () => {
  expect(formatOutcomes([{ title: 'a', passed: 1, failed: 0, skipped: [] }])).toMatch(/✓ all +1 +0$/);
});
