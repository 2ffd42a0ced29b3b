/** Language and appearance, marked on the root element; style.css does the rest. */
import type { Language, Settings } from '../core/settings.ts';

export function applyAppearance(
  root: HTMLElement,
  look: Pick<Settings, 'appearance' | 'largerText' | 'hatchesAlways'>,
  language: Language,
): void {
  // Said again, the same would have the whole page styled again.
  if (root.lang !== language) root.lang = language;
  root.dataset.appearance = look.appearance;
  root.toggleAttribute('data-larger', look.largerText);
  root.toggleAttribute('data-hatches', look.hatchesAlways);
}
