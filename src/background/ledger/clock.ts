/**
 * The worker's clock and its source of random digits. Functions receive both as one argument, so that tests can replace
 * the clock and the random digits.
 */
import type { EpochMs } from '../../core/events.ts';

/** The current time, the time zone and random digits. */
export interface Clock {
  readonly now: () => EpochMs;
  /** IANA name of the computer's time zone. */
  readonly timeZone: () => string;
  /** Returns cryptographically random bytes as lower-case hexadecimal digits, two digits for each byte. */
  readonly random: (bytes: number) => string;
}
