/** As much of a name as fits in a width, in pixels of the usual letters: Chinese ones are twice as wide as Latin ones. */
export function truncateToWidth(name: string, width: number): string {
  const letters = [...name];
  let left = width - 12;
  for (const [i, letter] of letters.entries()) {
    left -= letter > '\u2e80' ? 14 : 7;
    if (left < 0) return `${letters.slice(0, i).join('').trim()}…`;
  }
  return name;
}
