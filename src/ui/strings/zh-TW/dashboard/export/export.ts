/** Texts of the export of a month report, put together from the texts of its steps. */
import type { MonthExportTexts } from '../../../zh-CN/dashboard/export/export.ts';
import { check } from './check.ts';
import { context } from './context.ts';
import { handOver } from './hand-over.ts';
import { levels } from './levels.ts';
import { ownRecord } from './own-record.ts';
import { questions } from './questions.ts';
import { report } from './report.ts';
import { risk } from './risk.ts';
import { save } from './save.ts';
import { steps } from './steps.ts';

export const monthExport: MonthExportTexts = {
  ...steps,
  ...levels,
  hand: handOver,
  context,
  questions,
  check,
  risk,
  save,
  own: ownRecord,
  ...report,
};
