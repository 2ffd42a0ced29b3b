/** Texts of the tab "Typed again". */
import type { RepeatsTexts } from '../../zh-CN/dashboard/repeats.ts';

export const repeats: RepeatsTexts = {
  head: 'What you were asked to type again',
  note: 'What you type is not kept: each value is turned into a short “comparison code” on this computer, and only the codes are compared. Names, choices, dates and very short contents (one digit, say) are not compared and do not count as repeats. Someone who has this computer’s key could find short values by trying them one by one.',
  item: 'Item',
  merge: 'Merge with',
  choose: 'Choose an item…',
  merged: 'Shown together from now on',
  apart: 'Not a repeat',
  apartOn: 'Shown as not repeated',
  apartOff: 'Shown as repeated again',
  hide: 'Hide',
  hiddenOne: (item) => `“${item}” is not shown any more`,
  arranged: (count) =>
    `${count === 1 ? 'One item is' : `${count} items are`} merged, changed or hidden by you. This affects this page only, not what is exported.`,
  reset: 'Show all as counted',
  kind: 'Items',
  allKinds: 'All',
  onlyRepeats: 'Typed again',
  entries: 'Typed',
  repeats: 'Typed again',
  portals: 'On',
  onPortals: (count) => (count === 1 ? '1 portal' : `${count} portals`),
  last: 'Last',
  time: 'Time typing',
  row: (item, entries, repeats, portals) =>
    `“${item}”: typed ${entries} times, ${repeats} of them repeats, on ${portals === 1 ? '1 portal' : `${portals} portals`}.`,
  notCompared: 'not compared',
  partlyCompared: (entries) => `${entries} more not compared`,
  rowNotCompared: (item, entries, portals) =>
    `“${item}”: typed ${entries} times, on ${portals === 1 ? '1 portal' : `${portals} portals`}. Items of this kind are not compared, so the number of repeats is unknown.`,
  week: (day) => `week of ${day}`,
  split: (same, other) => `${same} typed before on the same portal, ${other} on another.`,
  portal: 'Portal',
  all: 'All',
  none: 'No form filling in this period. Once you fill in forms on a portal that is on, repeated items are listed here.',
  off: 'You switched off comparing repeats in Settings.',
  matrix: 'Kinds of items that both portals ask for',
  matrixFew: (a) => `Only ${a} portals with form filling, too few to see which ask for the same.`,
  matrixSentence: (a, b, count) =>
    `The largest overlap is between ${a} and ${b}: both ask for ${count} kinds of items.`,
  matrixAll: (portals, count) => `Any two of the ${portals} portals have ${count} kinds of items in common.`,
  matrixKeys:
    'The numbers above are those of the portals on the left. Arrow keys move between cells, Enter lists the items.',
  matrixCell: (a, b, items) => `${a} and ${b} both ask for: ${items}`,
  matrixEmpty: (a, b) => `${a} and ${b} ask for nothing in common`,
  list: 'List of items typed again',
  listNote:
    'For a data bureau: item × portal × times. It names no person and contains nothing that was typed. Useful for merging forms.',
  print: 'Print the list',
  csv: 'Save as CSV',
  own: 'For your own use only; not to be collected or used for assessment. Made on this computer, not sent anywhere.',
  sentence: (item, times, portals) =>
    `Retyped most often: “${item}”, ${times} times, on ${portals === 1 ? '1 portal' : `${portals} portals`}.`,
  tied: (items, times) =>
    items.length > 3
      ? `Retyped most often: ${items.length} items, ${times} times each.`
      : `Retyped most often: ${items.map((item) => `“${item}”`).join(' and ')}, ${times} times each.`,
};
