/**
 * The last figures the popup showed, kept in memory for this browser session (`storage.session`), so that it shows
 * something before the ledger answers. Counts and the look of the page; no site, no time of anything.
 */
import type { Day } from '../../core/events.ts';
import type { Settings } from '../../core/settings.ts';
import type { DaySummary } from '../../core/summary.ts';
import type { State } from '../../messages.ts';

export interface Glance {
  readonly day: Day;
  readonly recording: boolean;
  readonly sample: boolean;
  readonly attentionMs: number;
  readonly afterHoursMs: number;
  readonly entries: number;
  readonly repeats: number;
  readonly portals: number;
  readonly look: Pick<Settings, 'language' | 'appearance' | 'largerText' | 'hatchesAlways' | 'discreet'>;
}

export const repeatsOf = (day: DaySummary) => day.entries.repeatSameSystem + day.entries.repeatOtherSystem;

export function glanceOf(state: State, settings: Settings, day: DaySummary): Glance {
  const { language, appearance, largerText, hatchesAlways, discreet } = settings;
  return {
    day: day.day,
    recording: state.recording,
    sample: state.sample,
    attentionMs: day.attentionMs,
    afterHoursMs: day.afterHoursMs,
    entries: day.entries.total,
    repeats: repeatsOf(day),
    portals: day.fragmentation.systems,
    look: { language, appearance, largerText, hatchesAlways, discreet },
  };
}
