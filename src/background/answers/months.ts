/** The month report, as it is shown and saved. */
import type { Day } from '../../core/events.ts';
import { dayOf, startOfDay } from '../../core/local-time.ts';
import { canonicalJson, monthCsv, monthReport } from '../../core/month.ts';
import type { OwnMessages, SavedReport } from '../../messages.ts';
import type { Answering, Answers } from '../answering.ts';
import type { Database } from '../database.ts';
import { type Clock, firstDayOf } from '../log.ts';
import { readDays } from '../roll-ups.ts';

export function monthAnswers(at: Answering): Answers<'month.export' | 'month.csv'> {
  const { db, clock } = at;
  const today = () => dayOf(clock.now(), clock.timeZone());
  const report = async ({ year, month, level }: Parameters<OwnMessages['month.export']>[0]) => {
    if (!Number.isInteger(year) || !Number.isInteger(month) || month < 1 || month > 12)
      throw new Error(`Cannot export: "${year}-${month}" is no month`);
    if (level === 'noisy') throw new Error('Cannot export: level "noisy" is not there yet');
    const name = `${year}-${String(month).padStart(2, '0')}`;
    const first = `${name}-01` as Day;
    const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
    const last = new Date(Date.parse(`${next}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) as Day;
    const days = await readDays(at, first, last, true);
    const closes = startOfDay(next as Day, clock.timeZone()) + 86_400_000;
    const firstDay = (await firstDayOf(db)) ?? today();
    const age = (Date.parse(today()) - Date.parse(firstDay)) / 86_400_000;
    return monthReport({
      month: name,
      level,
      partial: clock.now() < closes,
      days,
      ledgerAgeDays: age,
      draws: await drawsOf(db, name, clock),
    });
  };
  const saved = (report: { month: string; partial: boolean }, ending: string, bytes: string): SavedReport => ({
    fileName: `fingertip-ledger-${report.month}.${ending}`,
    bytes,
    partial: report.partial,
  });

  return {
    'month.export': async (which) => {
      const made = await report(which);
      return saved(made, 'json', canonicalJson(made));
    },
    'month.csv': async (which) => {
      const made = await report(which);
      return saved(made, 'csv', monthCsv(made));
    },
  };
}

/** Ids and picks of a month: drawn once, so that saving twice gives the same file. */
async function drawsOf(db: Database, month: string, clock: Clock) {
  const stored = (await db.get('meta', `draws:${month}`)) as string | undefined;
  if (stored !== undefined) return JSON.parse(stored) as { ids: string[]; picks: number[] };
  const ids = [0, 1, 2, 3].map(() => clock.random(16));
  const picks = [0, 1, 2].map(() => Number.parseInt(clock.random(6), 16) / 2 ** 48);
  const draws = { ids, picks };
  await db.put('meta', JSON.stringify(draws), `draws:${month}`);
  return draws;
}
