/** The control that a click was meant for, and the words on it. */

const controls =
  'button,a,input[type=button],input[type=submit],input[type=reset],input[type=image],[role=button],[lay-submit],[onclick],[class*=btn]';

/** Null when the click was on nothing that acts. The words are cut at 40 characters and never leave the page. */
export function wordsOn(event: Event): { readonly element: Element; readonly words: string } | null {
  const target = event.composedPath()[0];
  const element = target instanceof Element ? target.closest<HTMLElement>(controls) : null;
  if (element === null) return null;
  const words =
    (element as HTMLInputElement).value ||
    element.textContent ||
    element.getAttribute('aria-label') ||
    element.title ||
    '';
  return { element, words: String(words).slice(0, 40) };
}
