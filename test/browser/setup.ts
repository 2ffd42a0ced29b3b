/** Runs before the tests of each file in this folder (vitest.config.ts). */
import { beforeEach } from 'vitest';
import { avoidMidnight } from '../support/avoid-midnight.ts';

const longestTestMs = 300_000;

// A test asks the ledger for today and compares it with what it did before: both must have the same date.
beforeEach(() => avoidMidnight(longestTestMs), longestTestMs + 60_000);
