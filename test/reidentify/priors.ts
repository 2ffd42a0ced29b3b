/** The shares of values among the trial's people, as the risk box of the wizard uses them. Synthetic until a pilot. */

import type { Priors } from '../../src/core/report/reidentification-risk.ts';
import type { MonthReport } from '../../src/core/report/report-format.ts';

/** Fields that hang together with the hours so much that a product of shares would be far off. */
const withHours = ['afterHours'];

export function priorsOf(reports: readonly MonthReport[]): Priors {
  const counts = new Map<string, Map<string, number>>();
  const add = (field: string, value: string) => {
    const values = counts.get(field) ?? new Map<string, number>();
    values.set(value, (values.get(value) ?? 0) + 1);
    counts.set(field, values);
  };
  const take = (record: string, fields: Readonly<Record<string, unknown>>) => {
    for (const [field, value] of Object.entries(fields)) {
      if (['id', 'month', 'slip', 'catalogueVersion'].includes(field)) continue;
      add(`${record}.${field}`, String(value));
      if (withHours.includes(field)) add(`${record}.${field}|attention`, `${value}|${fields.attention}`);
    }
  };
  for (const report of reports) {
    if (report.level === 'standard') add('drawn', report.drawn ?? '');
    if (report.level === 'least') take('card', { ...report.card });
    for (const slip of report.slips) take(slip.slip, { ...slip });
  }
  const rounded = (share: number) => Number(share.toPrecision(3));
  return Object.fromEntries(
    [...counts].map(([field, values]) => {
      const sum = [...values.values()].reduce((all, n) => all + n, 0);
      // A share given the hours: of those with the same hours.
      const of = (value: string) =>
        field.endsWith('|attention')
          ? [...values].reduce((all, [key, n]) => (key.split('|')[1] === value.split('|')[1] ? all + n : all), 0)
          : sum;
      return [field, Object.fromEntries([...values].sort().map(([value, n]) => [value, rounded(n / of(value))]))];
    }),
  );
}
