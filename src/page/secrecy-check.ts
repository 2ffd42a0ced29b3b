/** Finds secrecy marks (promise P8: pages that show one are not recorded). */
import type { SecrecyMarks } from '../core/sites/secrecy-marks.ts';

/** Whether a heading shows a secrecy mark and the headings together contain one of the words for secret documents. */
export function hasSecrecyMark({ where, words, mark }: SecrecyMarks): boolean {
  const headings = [...document.querySelectorAll(where)].map((e) => e.textContent as string);
  const all = headings.join('').replace(/\s/g, '');
  return words.split('|').some((word) => all.includes(word)) && headings.some((heading) => RegExp(mark).test(heading));
}
