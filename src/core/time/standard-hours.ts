/**
 * The fixed standard working hours. Exported figures use them instead of the owner's own working hours.
 * docs/measurement/attention.md, "After hours".
 */

/** From 08:00 to 18:00 on working days, in minutes after local midnight. */
export const standardHours = [[8 * 60, 18 * 60]] as const;

/** Whether a quarter hour that starts this many minutes after midnight is within the standard working hours. */
export const isInStandardHours = (start: number): boolean =>
  standardHours.some(([from, to]) => start >= from && start < to);
