/** `simulate`: makes reports of invented people, and the true values that estimates should find. */
import { noiseLevels } from '../../core/report/draws/randomized-response.ts';
import { defaultLevel, reportLevels } from '../../core/report/report-format.ts';
import { CliError } from '../cli/cli-error.ts';
import { defineCommand } from '../cli/command.ts';
import { wholeNumber } from '../cli/parse-args.ts';
import type { SimulatedStudy } from '../simulation/simulated-study.ts';
import { writeStudy } from '../simulation/write-study.ts';

const levels = [...reportLevels, 'mixed'] as const;

export const simulateCommand = defineCommand({
  name: 'simulate',
  description:
    'Makes reports of invented people, with the truth beside them, to plan a study or to learn the commands.\n\n' +
    'Writes DIR/reports and DIR/truth.json. The same seed gives the same study. Nothing in it is measured: say so\n' +
    'wherever you show it.\n\n' +
    'Example: fingertip-research simulate --out trial --reports 2000 --per-cluster 15 --icc 0.2 --files',
  options: {
    out: { type: 'string', description: 'Folder to write to', required: true, valueHint: 'DIR' },
    reports: { type: 'string', description: 'Number of people', default: '1000', valueHint: 'N' },
    month: { type: 'string', description: 'Month of the reports', default: '2026-03', valueHint: 'YYYY-MM' },
    level: {
      type: 'string',
      description: `${reportLevels.join(', ')} or mixed`,
      default: defaultLevel,
      valueHint: 'LEVEL',
    },
    e: { type: 'string', description: 'e to the power ε of noisy fields: 3, 7 or 20', default: '7', valueHint: 'E' },
    'per-cluster': {
      type: 'string',
      description: 'People per work unit; 0 for independent people',
      default: '0',
      valueHint: 'N',
    },
    icc: {
      type: 'string',
      description: 'Intra-class correlation: share of variance between units, 0 to 1',
      default: '0.2',
      valueHint: 'R',
    },
    seed: { type: 'string', description: 'Seed of the random numbers, a whole number', default: '1', valueHint: 'N' },
    files: { type: 'boolean', description: 'Write one file per report, in folders, instead of NDJSON' },
  },
  run: async ({ options }, effects) => {
    const e = noiseLevels.find((known) => String(known) === options.e);
    if (e === undefined) throw new CliError(`Cannot use --e "${options.e}": allowed are 3, 7 and 20`, 2);
    const level = levels.find((known) => known === options.level);
    if (level === undefined)
      throw new CliError(`Cannot use --level "${options.level}": allowed are ${levels.join(', ')}`, 2);
    if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(options.month))
      throw new CliError(`Cannot use --month "${options.month}": it must be YYYY-MM`, 2);
    const icc = Number(options.icc);
    if (!(icc >= 0 && icc <= 1)) throw new CliError(`Cannot use --icc "${options.icc}": it must be from 0 to 1`, 2);
    const study: SimulatedStudy = {
      reports: wholeNumber(options.reports, 'reports', 1),
      seed: wholeNumber(options.seed, 'seed', 0),
      month: options.month,
      level,
      e,
      perCluster: wholeNumber(options['per-cluster'], 'per-cluster', 0),
      icc,
    };
    const truth = await writeStudy(study, options.out, options.files ? 'files' : 'lines', effects);
    effects.print(
      `${study.reports} simulated reports are in ${options.out}/reports, the truth is in ${options.out}/truth.json`,
    );
    return { exitCode: 0, json: { study, truth } };
  },
});
