/** The month report, as it is shown and saved. */
import { canonicalJson } from '../../core/canonical-json.ts';
import type { Day } from '../../core/events.ts';
import { dayOf, startOfDay } from '../../core/local-time.ts';
import { monthCsv } from '../../core/month-csv.ts';
import { firstDraws, type MonthDraws, moreDraws } from '../../core/month-draws.ts';
import { candidatesOf, type MonthFigures, monthFigures } from '../../core/month-figures.ts';
import { monthReport } from '../../core/month-report.ts';
import type { DrawInteger } from '../../core/noise.ts';
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
    const name = `${year}-${String(month).padStart(2, '0')}`;
    const first = `${name}-01` as Day;
    const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
    const last = new Date(Date.parse(`${next}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) as Day;
    const figures = monthFigures(await readDays(at, first, last, true));
    const closes = startOfDay(next as Day, clock.timeZone()) + 86_400_000;
    const firstDay = (await firstDayOf(db)) ?? today();
    return monthReport({
      month: name,
      level,
      e: 7,
      partial: clock.now() < closes,
      catalogueVersion: 1,
      figures,
      ledgerAgeDays: (Date.parse(today()) - Date.parse(firstDay)) / 86_400_000,
      lastAttentionMs: null,
      said: {},
      draws: await drawsOf(db, name, figures, clock),
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

/** A uniform integer from the clock's random digits, by rejection of what would favour the low ones. */
const drawWith =
  (clock: Clock): DrawInteger =>
  (below) => {
    for (;;) {
      const drawn = Number.parseInt(clock.random(6), 16);
      if (drawn < 2 ** 48 - (2 ** 48 % below)) return drawn % below;
    }
  };

/** What is random in a month: drawn once, so that saving twice gives the same file. */
async function drawsOf(db: Database, month: string, figures: MonthFigures, clock: Clock): Promise<MonthDraws> {
  const stored = (await db.get('meta', `draws:${month}`)) as string | undefined;
  const draw = drawWith(clock);
  const known = stored === undefined ? firstDraws(draw) : (JSON.parse(stored) as MonthDraws);
  const draws = moreDraws(known, candidatesOf(figures), draw);
  await db.put('meta', JSON.stringify(draws), `draws:${month}`);
  return draws;
}
