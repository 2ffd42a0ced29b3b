/**
 * Handlers for month reports (preview, save, forget), the export log and studies. docs/measurement/month-report.md;
 * docs/privacy-model.md, "The month report".
 */

import { quoteValue } from '../../../core/checks.ts';
import type { Day } from '../../../core/events.ts';
import { buildReport } from '../../../core/report/build-report.ts';
import { extendDraws, firstDraws, type MonthDraws } from '../../../core/report/draws/random-draws.ts';
import type { NoiseLevel } from '../../../core/report/draws/randomized-response.ts';
import { pickPart, questionGroups } from '../../../core/report/draws/sampling.ts';
import { candidatesOf, type MonthFigures, monthFigures } from '../../../core/report/month-figures.ts';
import { parseStatements } from '../../../core/report/parse-statements.ts';
import { reportCsv } from '../../../core/report/report-csv.ts';
import { drawsOnePart, isPerturbed, type MonthReport } from '../../../core/report/report-format.ts';
import { reportLines } from '../../../core/report/report-lines.ts';
import { type MonthLock, reportBytes } from '../../../core/report/saved-month.ts';
import { parseStudy } from '../../../core/report/studies.ts';
import { dayOf, previousDay, startOfDay } from '../../../core/time/local-time.ts';
import type { MonthChoice, MonthPreview } from '../../../messages.ts';
import { readDays } from '../../ledger/read-days.ts';
import { firstDayOf } from '../../ledger/rows.ts';
import type { LedgerContext } from '../../ledger/worker-context.ts';
import type { Handlers } from '../handler.ts';
import {
  addSave,
  closingDelayMs,
  drawWith,
  forgetSaves,
  readMonth,
  readSaves,
  readStudies,
  writeMonth,
  writeStudies,
} from '../month-store.ts';

type Names =
  | 'month.export'
  | 'month.csv'
  | 'months.read'
  | 'month.lines'
  | 'month.say'
  | 'month.save'
  | 'month.forget'
  | 'saves.read'
  | 'studies.read'
  | 'study.add'
  | 'study.remove';

/** The privacy parameter of a perturbed level when the owner chooses no parameter. */
const defaultNoise: NoiseLevel = 7;

/**
 * Returns the first and last day of a month, and the first day of the next month. Throws when the text is not a month.
 */
function spanOf(month: string): { first: Day; last: Day; next: Day } {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === undefined)
    throw new Error(`Cannot export month ${quoteValue(month.slice(0, 20))}: not a month in the form YYYY-MM`);
  const next =
    `${number === '12' ? `${Number(year) + 1}-01` : `${year}-${`${Number(number) + 1}`.padStart(2, '0')}`}-01` as Day;
  return { first: `${month}-01` as Day, last: previousDay(next), next };
}

/** Returns the handlers of this file; src/messages.ts describes each message. */
export function monthHandlers(ctx: LedgerContext): Handlers<Names> {
  const { db, clock } = ctx;
  const draw = drawWith(clock);
  const isClosed = (next: Day) => clock.now() >= startOfDay(next, clock.timeZone()) + closingDelayMs;
  const figuresOf = async (month: string): Promise<MonthFigures> => {
    const { first, last } = spanOf(month);
    return monthFigures(await readDays(ctx, first, last, true));
  };

  /**
   * Adds and stores the random draws that the figures still need. Returns the stored state of the month. Throws when
   * the month was forgotten or nothing is recorded in it.
   */
  const openMonth = async (month: string, figures: MonthFigures) => {
    const known = await readMonth(db, month);
    if (known !== undefined && 'forgotten' in known)
      throw new Error(`Cannot export month "${month}": it was forgotten`);
    if (figures.days === 0) throw new Error(`Cannot export month "${month}": nothing is recorded`);
    const draws: MonthDraws = extendDraws(known?.draws ?? firstDraws(draw), candidatesOf(figures), draw);
    const state = { draws, said: known?.said ?? {}, lock: known?.lock ?? null };
    await writeMonth(db, month, state);
    return state;
  };

  /**
   * Returns the full report of a month at a level, and the paths of the lines that the owner removed from it. Throws
   * when the month was saved at another level.
   */
  const prepareReport = async ({ month, level, e = defaultNoise, removed = [] }: MonthChoice) => {
    await ctx.settle();
    const { first, last, next } = spanOf(month);
    const figures = await figuresOf(month);
    const state = await openMonth(month, figures);
    const { lock } = state;
    if (lock !== null && (lock.level !== level || (isPerturbed(level) && lock.e !== e)))
      throw new Error(`Cannot export month "${month}" at level "${level}": it was saved at level "${lock.level}"`);
    const today = dayOf(clock.now(), clock.timeZone());
    const upTo = [last, today].sort()[0] as Day;
    const previousAttentionMs = await readPreviousAttention(first);
    const report: MonthReport = buildReport({
      month,
      level,
      e,
      partial: !isClosed(next),
      catalogueVersion: 1,
      figures,
      ledgerAgeDays: (Date.parse(upTo) - Date.parse((await firstDayOf(db)) ?? upTo)) / 86_400_000,
      previousAttentionMs,
      statements: state.said,
      draws: state.draws,
    });
    return { report, figures, state, removed: lock?.removed ?? removed };
  };
  /** Returns the attention of the previous month in milliseconds, or null when nothing was recorded in that month. */
  const readPreviousAttention = async (first: Day): Promise<number | null> => {
    const figures = await figuresOf(previousDay(first).slice(0, 7));
    return figures.days === 0 ? null : figures.attentionMs;
  };

  /** Builds the report as it will be saved. Throws when the owner removed every line. */
  const buildFile = async (choice: MonthChoice) => {
    const built = await prepareReport(choice);
    const file = reportBytes(built.report, built.removed);
    if (file === null) throw new Error(`Cannot export month "${choice.month}": every line was removed`);
    return { ...built, ...file };
  };
  const monthName = ({ year, month }: { year: number; month: number }) => `${year}-${String(month).padStart(2, '0')}`;
  const fileName = (month: string, ending: string) => `fingertip-ledger-${month}.${ending}`;
  /** Returns the stored state of a month. Throws when the month was never previewed or was forgotten. */
  const readOpenMonth = async (month: string) => {
    const state = await readMonth(db, month);
    if (state === undefined || 'forgotten' in state)
      throw new Error(`Cannot change month "${month}": it was forgotten or never previewed`);
    return state;
  };

  return {
    'month.export': async (which) => {
      const { report, bytes } = await buildFile({ month: monthName(which), level: which.level });
      return { fileName: fileName(report.month, 'json'), bytes, partial: report.partial };
    },
    'month.csv': async (which) => {
      const { report } = await buildFile({ month: monthName(which), level: which.level });
      return { fileName: fileName(report.month, 'csv'), bytes: reportCsv(report), partial: report.partial };
    },
    'months.read': async () => {
      const today = dayOf(clock.now(), clock.timeZone());
      const firstDay = await firstDayOf(db);
      const months = [];
      for (
        let first = `${today.slice(0, 7)}-01` as Day;
        firstDay !== null;
        first = `${previousDay(first).slice(0, 7)}-01` as Day
      ) {
        const month = first.slice(0, 7);
        if (month < firstDay.slice(0, 7)) break;
        const state = await readMonth(db, month);
        const forgotten = state !== undefined && 'forgotten' in state;
        const { days } = await figuresOf(month);
        if (days > 0 || forgotten)
          months.push({
            month,
            days,
            closed: isClosed(spanOf(month).next),
            lock: state === undefined || forgotten ? null : state.lock,
            forgotten,
          });
      }
      return months;
    },
    'month.lines': async (choice): Promise<MonthPreview> => {
      const { report, figures, state, removed } = await prepareReport(choice);
      const file = reportBytes(report, removed);
      const bytes = file?.bytes ?? null;
      const code = bytes === null ? null : await ctx.checkCode(bytes);
      return {
        fileName: fileName(report.month, 'json'),
        partial: report.partial,
        lines: reportLines(
          file === null
            ? report
            : ({ ...report, ...('removed' in file.report ? { removed: file.report.removed } : {}) } as MonthReport),
        ),
        removed,
        report: file?.report ?? null,
        bytes,
        size: bytes === null ? 0 : new TextEncoder().encode(bytes).length,
        code,
        days: figures.days,
        said: state.said,
        questions:
          drawsOnePart(report.level) && pickPart(state.draws.part) === 'answers'
            ? (questionGroups[state.draws.questions] ?? [])
            : [],
        lock: state.lock,
        differs: state.lock !== null && state.lock.code !== code,
      };
    },
    'month.say': async (month, said) => {
      const state = await readOpenMonth(month);
      if (state.lock !== null) throw new Error(`Cannot change month "${month}": it was saved already`);
      await writeMonth(db, month, { ...state, said: parseStatements(said) });
    },
    'month.save': async (choice, as) => {
      const { report, bytes, state, removed } = await buildFile(choice);
      if (as === 'sealed' && report.partial)
        throw new Error(`Cannot seal month "${choice.month}": it is not closed yet`);
      const text = as === 'csv' ? reportCsv(report) : bytes;
      const lock: MonthLock = state.lock ?? {
        level: report.level,
        e: choice.e ?? defaultNoise,
        removed,
        code: await ctx.checkCode(bytes),
      };
      await writeMonth(db, choice.month, { ...state, lock });
      const code = await ctx.checkCode(text);
      await addSave(db, { at: clock.now(), month: choice.month, level: report.level, e: lock.e, as, code });
      const ending = as === 'sealed' ? 'age' : as;
      return { fileName: fileName(report.month, ending), bytes: text, partial: report.partial, code };
    },
    'month.forget': async (month) => {
      spanOf(month);
      await writeMonth(db, month, { forgotten: true });
      await forgetSaves(db, month);
    },
    'saves.read': () => readSaves(db),
    'studies.read': () => readStudies(db),
    'study.add': async (text) => {
      const study = parseStudy(text);
      const others = (await readStudies(db)).filter(({ name }) => name !== study.name);
      await writeStudies(db, [study, ...others].slice(0, 20));
      return study;
    },
    'study.remove': async (name) => {
      await writeStudies(
        db,
        (await readStudies(db)).filter((study) => study.name !== name),
      );
    },
  };
}
