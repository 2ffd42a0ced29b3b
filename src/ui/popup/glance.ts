/**
 * The figures that the popup showed most recently. They stay in memory for the browser session (`storage.session`), so
 * that the popup can show figures before the worker answers. There are only counts and the appearance: no site, no time
 * of an event.
 */
import type { Today } from '../../core/days/today.ts';
import type { Settings } from '../../core/settings.ts';
import type { State } from '../../messages.ts';

/** The stored figures. `look` has the settings on which the appearance of the popup depends. */
export interface Glance
  extends Pick<Today, 'day' | 'attentionMs' | 'afterHoursMs' | 'entries' | 'repeats' | 'portals'> {
  readonly recording: boolean;
  readonly sample: boolean;
  readonly look: Pick<Settings, 'language' | 'appearance' | 'largerText' | 'hatchesAlways' | 'discreet'>;
}

/** Returns the figures to store, from the answers that the popup has read. */
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
