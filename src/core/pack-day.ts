/**
 * Days as they are stored. More than half of a summary are its quarter hours, and most of those the names of their
 * fields, written anew for each. So they are stored as a list of numbers.
 * docs/decisions/0304-quarter-hours-as-numbers.md
 */
import type { RollUp } from './roll-up.ts';
import type { DaySummary, QuarterHour } from './summary.ts';

export interface PackedQuarters {
  readonly systems: readonly string[];
  /** For each quarter hour its start, its system's place in the list, and active, watching and after hours in ms. */
  readonly numbers: readonly number[];
}
export type PackedDay = Omit<DaySummary, 'quarterHours'> & { readonly quarterHours: PackedQuarters };
export type Packed<U extends RollUp> = Omit<U, 'own' | 'exported'> & {
  readonly own: PackedDay;
  readonly exported: PackedDay | null;
};

const width = 5;

function packDay(day: DaySummary): PackedDay {
  const systems = [...new Set(day.quarterHours.map((q) => q.system))];
  const numbers = day.quarterHours.flatMap((q) => [
    q.start,
    systems.indexOf(q.system),
    q.activeMs,
    q.watchingMs,
    q.afterHoursMs,
  ]);
  return { ...day, quarterHours: { systems, numbers } };
}

function unpackDay({ quarterHours: { systems, numbers }, ...day }: PackedDay): DaySummary {
  const quarterHours: QuarterHour[] = [];
  for (let i = 0; i < numbers.length; i += width) {
    const [start, system, activeMs, watchingMs, afterHoursMs] = numbers.slice(i, i + width) as [
      number,
      number,
      number,
      number,
      number,
    ];
    quarterHours.push({ start, system: systems[system] as string, activeMs, watchingMs, afterHoursMs });
  }
  return { ...day, quarterHours };
}

export const packUp = <U extends RollUp>(up: U): Packed<U> => ({
  ...up,
  own: packDay(up.own),
  exported: up.exported === null ? null : packDay(up.exported),
});

/** The same roll-up as was packed. */
export const unpackUp = <U extends RollUp>(up: Packed<U>): U =>
  ({
    ...up,
    own: unpackDay(up.own),
    exported: up.exported === null ? null : unpackDay(up.exported),
  }) as unknown as U;
