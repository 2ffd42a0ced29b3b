/**
 * Shortens a name to a width in pixels and adds an ellipsis. Counts 14 px for a Chinese character and 7 px for any other,
 * because measuring text would need a layout.
 */
export function truncateToWidth(name: string, width: number): string {
  const letters = [...name];
  let left = width - 12;
  for (const [i, letter] of letters.entries()) {
    left -= letter > '\u2e80' ? 14 : 7;
    if (left < 0) return `${letters.slice(0, i).join('').trim()}…`;
  }
  return name;
}
