/** Compares the expected figures of the scripted day with the figures of the extension. */
import type { DaySummary } from '../../src/core/days/day-summary.ts';
import type { ExpectedDay } from './scripted-day.ts';

/** One figure. */
export interface Line {
  readonly figure: string;
  readonly expected: number;
  readonly counted: number;
  readonly unit: 'ms' | '';
  readonly agrees: boolean;
}

/** How far the time of a system may differ from the expected time, in addition to the lag of the browser. */
export const toleranceMs = 2000;

/** Returns all figures of the day, expected and counted. */
export function compare(expected: ExpectedDay, counted: DaySummary): Line[] {
  const lines: Line[] = [];
  const time = (figure: string, want: number, got: number, lagMs: number) =>
    lines.push({
      figure,
      expected: want,
      counted: got,
      unit: 'ms',
      agrees: Math.abs(want - got) <= toleranceMs + lagMs,
    });
  const count = (figure: string, want: number, got: number) =>
    lines.push({ figure, expected: want, counted: got, unit: '', agrees: want === got });
  for (const want of expected.systems) {
    const got = counted.systems.find((s) => s.id === want.id);
    time(`${want.id} active`, want.activeMs, got?.activeMs ?? 0, want.lagMs);
    time(`${want.id} watching`, want.watchingMs, got?.watchingMs ?? 0, want.lagMs);
    count(`${want.id} submissions`, want.submissions, got?.submissions ?? 0);
  }
  count('systems', expected.systems.length, counted.systems.length);
  count('submissions', expected.submissions.total, counted.submissions.total);
  count('submissions that failed', expected.submissions.failed, counted.submissions.failed);
  count('submissions like an earlier one', expected.submissions.nearDuplicate, counted.submissions.nearDuplicate);
  count('repeat entries, other system', expected.entries.repeatOtherSystem, counted.entries.repeatOtherSystem);
  count('repeat entries, same system', expected.entries.repeatSameSystem, counted.entries.repeatSameSystem);
  count('pasted entries', expected.entries.pasted, counted.entries.pasted);
  const each = (figure: string, want: Readonly<Record<string, number>>, got: Readonly<Record<string, number>>) => {
    for (const name of new Set([...Object.keys(want), ...Object.keys(got)]))
      count(`${figure} ${name}`, want[name] ?? 0, got[name] ?? 0);
  };
  const counts = (acts: Readonly<Record<string, { readonly count: number }>>) =>
    Object.fromEntries(Object.entries(acts).map(([form, act]) => [form, act.count]));
  each('act', counts(expected.acts), counts(counted.acts));
  each('deadline', expected.leadTimes, counted.leadTimes);
  each('fragmentation:', expected.fragmentation, counted.fragmentation);
  return lines;
}

/** Formats the figures as a table for the terminal, with times in seconds. */
export function formatTable(lines: readonly Line[]): string {
  const shown = (line: Line, value: number) => (line.unit === 'ms' ? `${(value / 1000).toFixed(1)} s` : String(value));
  return [
    `  ${''.padEnd(36)}${'expected'.padStart(10)}${'counted'.padStart(10)}`,
    ...lines.map(
      (line) =>
        `${line.agrees ? '✓' : '✗'} ${line.figure.padEnd(36)}${shown(line, line.expected).padStart(10)}${shown(line, line.counted).padStart(10)}`,
    ),
  ].join('\n');
}
