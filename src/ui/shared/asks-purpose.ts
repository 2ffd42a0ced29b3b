/** Decides when the owner is asked for the purpose of a portal. */
import type { SystemInfo } from '../../messages.ts';

/** Returns true from a portal's third day of use until the owner has answered or skipped the question. */
export const asksPurpose = (system: SystemInfo): boolean =>
  system.purpose === null && system.daysUsed >= 3 && system.asked !== true;
