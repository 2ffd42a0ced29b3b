import type { SystemInfo } from '../../messages.ts';

/** Asked once, at a portal's third day of use, and never again after an answer or a skip. */
export const asksPurpose = (system: SystemInfo): boolean =>
  system.purpose === null && system.daysUsed >= 3 && system.asked !== true;
