/**
 * Shares of field values among the invented people, for the wizard's risk estimate. The shares of a pilot study should
 * replace them.
 */
import type { Priors } from '../../src/core/report/reidentification-risk.ts';
import type { MonthReport } from '../../src/core/report/report-format.ts';

/** Fields that depend strongly on the hours. Their shares are computed among people with the same hours. */
const correlatedWithHours = ['afterHours'];

/**
 * Returns shares by field and value. The values of a field `FIELD|attention` are `VALUE|BUCKET`, with the bucket of
 * hours.
 */
export function priorsOf(reports: readonly MonthReport[]): Priors {
  const counts = new Map<string, Map<string, number>>();
  const add = (field: string, value: string) => {
    const values = counts.get(field) ?? new Map<string, number>();
    values.set(value, (values.get(value) ?? 0) + 1);
    counts.set(field, values);
  };
  const addRecord = (record: string, fields: Readonly<Record<string, unknown>>) => {
    for (const [field, value] of Object.entries(fields)) {
      if (['id', 'month', 'slip', 'catalogueVersion'].includes(field)) continue;
      add(`${record}.${field}`, String(value));
      if (correlatedWithHours.includes(field)) add(`${record}.${field}|attention`, `${value}|${fields.attention}`);
    }
  };
  for (const report of reports) {
    if (report.level === 'standard') add('drawn', report.drawn ?? '');
    if (report.level === 'least') addRecord('card', { ...report.card });
    for (const slip of report.slips) addRecord(slip.slip, { ...slip });
  }
  const rounded = (share: number) => Number(share.toPrecision(3));
  return Object.fromEntries(
    [...counts].map(([field, values]) => {
      const sum = [...values.values()].reduce((all, n) => all + n, 0);
      // The number of people who are compared: those with the same hours, or everyone.
      const baseOf = (value: string) =>
        field.endsWith('|attention')
          ? [...values].reduce((all, [key, n]) => (key.split('|')[1] === value.split('|')[1] ? all + n : all), 0)
          : sum;
      return [field, Object.fromEntries([...values].sort().map(([value, n]) => [value, rounded(n / baseOf(value))]))];
    }),
  );
}
