/** The only door for month reports from elsewhere: exactly the known shape, or one line that says where it isn't. */
import { burdenForms } from './events.ts';
import {
  afterHoursBuckets,
  attentionBuckets,
  countBuckets,
  coverageBuckets,
  type MonthReport,
  minuteBuckets,
  shareBuckets,
} from './month.ts';
import { type Check, count, flag, list, oneOf, shape } from './shapes.ts';

const id: Check = (v) => typeof v === 'string' && /^[0-9a-f]{32}$/.test(v);
const month: Check = (v) => typeof v === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(v);
const kind: Check = (v) => typeof v === 'string' && /^[a-z][a-z-]{0,39}$/.test(v);

const card = {
  id,
  coverage: oneOf(coverageBuckets),
  attention: oneOf(attentionBuckets),
  afterHours: oneOf(afterHoursBuckets),
  repeatShare: oneOf([...shareBuckets, 'withheld']),
};
const slips: Readonly<Record<string, Check>> = {
  unit: shape({
    id,
    slip: oneOf(['unit']),
    kind,
    attention: oneOf(attentionBuckets),
    submissions: oneOf([...countBuckets, '0']),
  }),
  act: shape({ id, slip: oneOf(['act']), form: oneOf(burdenForms), count: oneOf(countBuckets) }),
  obligation: shape({
    id,
    slip: oneOf(['obligation']),
    frequency: oneOf(countBuckets),
    minutes: oneOf(minuteBuckets),
    systems: oneOf(['1', '2', '3-']),
  }),
};
const slip: Check = (v) => {
  const sort = (v as { slip?: unknown } | null)?.slip;
  return typeof sort === 'string' && Object.hasOwn(slips, sort) && (slips[sort] as Check)(v);
};
const fields: Readonly<Record<keyof MonthReport, Check>> = {
  format: oneOf(['fingertip-ledger-month-report']),
  schemaVersion: (v) => v === 1,
  definitionsVersion: count(1000),
  month,
  level: oneOf(['least', 'standard']),
  partial: flag,
  card: shape(card),
  slips: list(slip, 3),
};

/** Parses a report's text. Throws an `Error` whose message names the place. */
export function parseMonthReport(text: string): MonthReport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('it is no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('it is no report');
  for (const key of Object.keys(value)) if (!Object.hasOwn(fields, key)) throw new Error(`field "${key}" is unknown`);
  for (const [key, check] of Object.entries(fields)) {
    if (!Object.hasOwn(value, key)) throw new Error(`field "${key}" is missing`);
    const found = (value as Record<string, unknown>)[key];
    if (!check(found)) throw new Error(`field "${key}" can't be ${JSON.stringify(found).slice(0, 60)}`);
  }
  return value as MonthReport;
}
