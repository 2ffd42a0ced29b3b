/** Finds secrecy marks. A page that shows one is not recorded (docs/privacy-model.md, P8). */
import type { SecrecyMarks } from '../core/sites/secrecy-marks.ts';

/** Whether a heading shows a secrecy mark and the headings together contain one of the words for secret documents. */
export function hasSecrecyMark({ where, words, mark }: SecrecyMarks): boolean {
  const headings = [...document.querySelectorAll(where)].map((e) => e.textContent as string);
  const all = headings.join('').replace(/\s/g, '');
  return words.split('|').some((word) => all.includes(word)) && headings.some((heading) => RegExp(mark).test(heading));
}
