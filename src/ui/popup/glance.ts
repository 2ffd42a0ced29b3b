/**
 * The last figures that the popup showed, kept in memory for the browser session (`storage.session`), so that the next
 * opening shows something before the worker answers. Holds counts and appearance only: no site, no time of any event.
 */
import type { Today } from '../../core/days/today.ts';
import type { Settings } from '../../core/settings.ts';
import type { State } from '../../messages.ts';

/** What is kept. `look` is what the appearance of the popup depends on. */
export interface Glance
  extends Pick<Today, 'day' | 'attentionMs' | 'afterHoursMs' | 'entries' | 'repeats' | 'portals'> {
  readonly recording: boolean;
  readonly sample: boolean;
  readonly look: Pick<Settings, 'language' | 'appearance' | 'largerText' | 'hatchesAlways' | 'discreet'>;
}

/** The figures to keep, taken from what the popup has read. */
export function glanceOf(state: State, settings: Settings, today: Today): Glance {
  const { language, appearance, largerText, hatchesAlways, discreet } = settings;
  const { day, attentionMs, afterHoursMs, entries, repeats, portals } = today;
  return {
    day,
    recording: state.recording,
    sample: state.sample,
    attentionMs,
    afterHoursMs,
    entries,
    repeats,
    portals,
    look: { language, appearance, largerText, hatchesAlways, discreet },
  };
}
