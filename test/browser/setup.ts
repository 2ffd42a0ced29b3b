/** Runs before the tests of each file in this folder (vitest.config.ts). */
import { beforeEach } from 'vitest';
import { avoidMidnight } from '../support/avoid-midnight.ts';

const longestTestMs = 300_000;

// A test compares its own input with the ledger's figures of today. Both must have the same date, so no test may run
// across midnight.
beforeEach(() => avoidMidnight(longestTestMs), longestTestMs + 60_000);
