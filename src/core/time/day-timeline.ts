/** A day's attention as one line of stretches, for the owner's own screen. docs/measurement.md, "Time". */

import type { EpochMs, LogEvent, SystemKey } from '../events.ts';
import { shareAttention } from './share-attention.ts';

export const attentionStates = ['active', 'watching', 'unattended'] as const;
export type AttentionState = (typeof attentionStates)[number];

export interface Stretch {
  readonly system: SystemKey;
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly state: AttentionState;
}

/** In order of time; no two overlap. Stretches that touch and agree are one. */
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
