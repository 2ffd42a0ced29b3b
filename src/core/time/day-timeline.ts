/** Builds the timeline of a day's attention for the owner's screen. docs/measurement/attention.md */

import type { EpochMs, LogEvent, SystemKey } from '../events.ts';
import { shareAttention } from './share-attention.ts';

/** States of presence; the first two are attention. */
export const attentionStates = ['active', 'watching', 'unattended'] as const;
export type AttentionState = (typeof attentionStates)[number];

/** A stretch of one state on one system. */
export interface Stretch {
  readonly system: SystemKey;
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly state: AttentionState;
}

/**
 * Returns the stretches of a day in order of time. They do not overlap, and adjacent stretches with the same system and
 * state are joined.
 */
export function timelineOf(
  events: readonly LogEvent[],
  day: { readonly start: EpochMs; readonly end: EpochMs; readonly idleMs: number },
): Stretch[] {
  const all: Stretch[] = [];
  for (const [system, shares] of shareAttention(events, day).shares)
    for (const state of attentionStates)
      for (const { start, end } of shares[state])
        all.push({ system, start: start as EpochMs, end: end as EpochMs, state });
  return all.sort((a, b) => a.start - b.start);
}
