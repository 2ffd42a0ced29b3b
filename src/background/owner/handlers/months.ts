/** The month report: looked at, chosen from, saved, forgotten. docs/privacy-model.md, "The monthly report". */

import type { Day } from '../../../core/events.ts';
import { buildReport } from '../../../core/report/build-report.ts';
import { candidatesOf, type MonthFigures, monthFigures } from '../../../core/report/month-figures.ts';
import { parseStatements } from '../../../core/report/parse-statements.ts';
import { extendDraws, firstDraws, type MonthDraws } from '../../../core/report/random-draws.ts';
import { reportCsv } from '../../../core/report/report-csv.ts';
import type { MonthReport } from '../../../core/report/report-format.ts';
import { reportLines } from '../../../core/report/report-lines.ts';
import { pickPart, questionGroups } from '../../../core/report/sampling.ts';
import { type MonthLock, reportBytes } from '../../../core/report/saved-month.ts';
import { parseStudy } from '../../../core/report/studies.ts';
import { dayOf, previousDay, startOfDay } from '../../../core/time/local-time.ts';
import type { MonthChoice, MonthPreview } from '../../../messages.ts';
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
} from '../../ledger/month-store.ts';
import { readDays } from '../../ledger/read-days.ts';
import { firstDayOf } from '../../ledger/rows.ts';
import type { Answering, Answers } from '../../ledger/worker-context.ts';

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

/** First and last day of a month, and the first of the next. Throws when it is none. */
function spanOf(month: string): { first: Day; last: Day; next: Day } {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === undefined) throw new Error(`Cannot export: "${month.slice(0, 20)}" is no month`);
  const next =
    `${number === '12' ? `${Number(year) + 1}-01` : `${year}-${`${Number(number) + 1}`.padStart(2, '0')}`}-01` as Day;
  return { first: `${month}-01` as Day, last: previousDay(next), next };
}

export function monthAnswers(at: Answering): Answers<Names> {
  const { db, clock } = at;
  const draw = drawWith(clock);
  const isClosed = (next: Day) => clock.now() >= startOfDay(next, clock.timeZone()) + closingDelayMs;
  const figuresOf = async (month: string): Promise<MonthFigures> => {
    const { first, last } = spanOf(month);
    return monthFigures(await readDays(at, first, last, true));
  };

  /** State of a month with everything drawn that its figures need. */
  const open = async (month: string, figures: MonthFigures) => {
    const known = await readMonth(db, month);
    if (known !== undefined && 'forgotten' in known)
      throw new Error(`Cannot export "${month}": it was finished and forgotten`);
    if (figures.days === 0) throw new Error(`Cannot export "${month}": nothing is recorded; no file was made`);
    const draws: MonthDraws = extendDraws(known?.draws ?? firstDraws(draw), candidatesOf(figures), draw);
    const state = { draws, said: known?.said ?? {}, lock: known?.lock ?? null };
    await writeMonth(db, month, state);
    return state;
  };

  /** The whole report of a month at a level, and what its owner may still choose. */
  const look = async ({ month, level, e = 7, removed = [] }: MonthChoice) => {
    await at.settle();
    const { first, last, next } = spanOf(month);
    const figures = await figuresOf(month);
    const state = await open(month, figures);
    const { lock } = state;
    if (lock !== null && (lock.level !== level || (level === 'noisy' && lock.e !== e)))
      throw new Error(`Cannot export "${month}" at level "${level}": it was saved at level "${lock.level}"`);
    const today = dayOf(clock.now(), clock.timeZone());
    const upTo = [last, today].sort()[0] as Day;
    const before = await readMonthBefore(first);
    const report: MonthReport = buildReport({
      month,
      level,
      e,
      partial: !isClosed(next),
      catalogueVersion: 1,
      figures,
      ledgerAgeDays: (Date.parse(upTo) - Date.parse((await firstDayOf(db)) ?? upTo)) / 86_400_000,
      lastAttentionMs: before,
      said: state.said,
      draws: state.draws,
    });
    return { report, figures, state, removed: lock?.removed ?? removed };
  };
  const readMonthBefore = async (first: Day): Promise<number | null> => {
    const figures = await figuresOf(previousDay(first).slice(0, 7));
    return figures.days === 0 ? null : figures.attentionMs;
  };

  /** The file, or an error when nothing is left of it. */
  const file = async (choice: MonthChoice) => {
    const seen = await look(choice);
    const made = reportBytes(seen.report, seen.removed);
    if (made === null) throw new Error(`Cannot export "${choice.month}": nothing is left; no file was made`);
    return { ...seen, ...made };
  };
  const nameOf = ({ year, month }: { year: number; month: number }) => `${year}-${String(month).padStart(2, '0')}`;
  const fileName = (month: string, ending: string) => `fingertip-ledger-${month}.${ending}`;
  const notForgotten = async (month: string) => {
    const state = await readMonth(db, month);
    if (state === undefined || 'forgotten' in state) throw new Error(`Cannot change "${month}": it is not open`);
    return state;
  };

  return {
    'month.export': async (which) => {
      const { report, bytes } = await file({ month: nameOf(which), level: which.level });
      return { fileName: fileName(report.month, 'json'), bytes, partial: report.partial };
    },
    'month.csv': async (which) => {
      const { report } = await file({ month: nameOf(which), level: which.level });
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
      const { report, figures, state, removed } = await look(choice);
      const made = reportBytes(report, removed);
      const bytes = made?.bytes ?? null;
      const code = bytes === null ? null : await at.checkCode(bytes);
      return {
        fileName: fileName(report.month, 'json'),
        partial: report.partial,
        lines: reportLines(
          made === null
            ? report
            : ({ ...report, ...('removed' in made.report ? { removed: made.report.removed } : {}) } as MonthReport),
        ),
        removed,
        report: made?.report ?? null,
        bytes,
        size: bytes === null ? 0 : new TextEncoder().encode(bytes).length,
        code,
        days: figures.days,
        said: state.said,
        questions:
          report.level === 'standard' && pickPart(state.draws.part) === 'answers'
            ? (questionGroups[state.draws.questions] ?? [])
            : [],
        lock: state.lock,
        differs: state.lock !== null && state.lock.code !== code,
      };
    },
    'month.say': async (month, said) => {
      const state = await notForgotten(month);
      if (state.lock !== null) throw new Error(`Cannot change "${month}": it was saved already`);
      await writeMonth(db, month, { ...state, said: parseStatements(said) });
    },
    'month.save': async (choice, as) => {
      const { report, bytes, state, removed } = await file(choice);
      if (as === 'sealed' && report.partial) throw new Error(`Cannot seal "${choice.month}": it is still running`);
      const text = as === 'csv' ? reportCsv(report) : bytes;
      const lock: MonthLock = state.lock ?? {
        level: report.level,
        e: choice.e ?? 7,
        removed,
        code: await at.checkCode(bytes),
      };
      await writeMonth(db, choice.month, { ...state, lock });
      const code = await at.checkCode(text);
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
