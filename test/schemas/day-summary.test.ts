/** Tests that docs/schemas/day-summary.schema.json agrees with the code. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type DaySummary, purposes } from '../../src/core/days/day-summary.ts';
import { actFeatures, burdenForms, dropReasons, leadTimes, phoneBurdens } from '../../src/core/events.ts';
import { fromOwn, noon, openInMemoryWorker } from '../support/in-memory-worker.ts';
import { otherLedgerBackup } from '../support/other-ledger-backup.ts';

const schema = JSON.parse(readFileSync('docs/schemas/day-summary.schema.json', 'utf8'));
const fits = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
const world = openInMemoryWorker();
let days: readonly DaySummary[] = [];
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
  await world.request('settings.write', [{ consent: 1 }], fromOwn);
  await world.request('backup.restore', [otherLedgerBackup(noon)], fromOwn);
  await world.request('self.add', ['check-in', 5], fromOwn);
  const table = { kind: 'table', at: noon - 19_000, sort: 'paste', cells: 12 };
  await world.request('log.append', [
    [table, { kind: 'dropped', at: noon - 9000, reason: 'overlap', count: 1 }],
  ] as never);
  days = await world.request('days.read', ['2026-01-01', '2026-03-31'] as never, fromOwn);
});
afterAll(async () => {
  vi.useRealTimers();
  await world.close();
});

it('accepts every day summary that the worker returns', () => {
  expect(days.length).toBeGreaterThan(3);
  for (const day of days) expect(fits(day) ? [] : fits.errors).toEqual([]);
});

it.each([
  ['an extra field', (day: DaySummary) => ({ ...day, title: '' })],
  ['a missing field', ({ dropped: _, ...day }: DaySummary) => day],
  ['negative time', (day: DaySummary) => ({ ...day, attentionMs: -1 })],
  ['an unknown dropped reason', (day: DaySummary) => ({ ...day, dropped: { tired: 1 } })],
])('refuses a day summary with %s', (_, change) => {
  for (const day of days) expect(fits(change(day))).toBe(false);
});

it('the schema lists the same values as the code', () => {
  const { acts, features, leadTimes: leads, selfReported, dropped, systems } = schema.properties;
  expect(Object.keys(acts.properties)).toEqual([...burdenForms]);
  expect(features.items.properties.feature.enum).toEqual([...actFeatures, 'media']);
  expect(Object.keys(leads.properties)).toEqual([...leadTimes]);
  expect(Object.keys(selfReported.properties)).toEqual([...phoneBurdens]);
  expect(Object.keys(dropped.properties)).toEqual([...dropReasons]);
  expect(systems.items.properties.purpose.enum).toEqual([...purposes, null]);
});
