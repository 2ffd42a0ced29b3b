/** Writes language and appearance to attributes of the root element, which style.css reads. */
import type { Language, Settings } from '../core/settings.ts';

/** Sets `lang`, `data-appearance`, `data-larger` and `data-hatches`. */
export function applyAppearance(
  root: HTMLElement,
  look: Pick<Settings, 'appearance' | 'largerText' | 'hatchesAlways'>,
  language: Language,
): void {
  // Assigning the same language would make the browser compute all styles again.
  if (root.lang !== language) root.lang = language;
  root.dataset.appearance = look.appearance;
  root.toggleAttribute('data-larger', look.largerText);
  root.toggleAttribute('data-hatches', look.hatchesAlways);
}
