/** The worker's clock and source of random digits. Both are passed as an argument, so that tests can replace them. */
import type { EpochMs } from '../../core/events.ts';

/** The current time, the time zone and random digits. */
export interface Clock {
  readonly now: () => EpochMs;
  /** IANA name of the computer's time zone. */
  readonly timeZone: () => string;
  /** Cryptographically random bytes as lower-case hexadecimal digits, two a byte. */
  readonly random: (bytes: number) => string;
}
