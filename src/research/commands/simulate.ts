import { defineCommand } from 'citty';
import { noiseLevels } from '../../core/report/randomized-response.ts';
import { CliError } from '../cli/cli-error.ts';
import { finish, outputs, wholeNumber } from '../cli/run-command.ts';
import type { Study } from '../simulation/simulate.ts';
import { writeStudy } from '../simulation/write-study.ts';

export const simulateCommand = defineCommand({
  meta: {
    name: 'simulate',
    description:
      "Makes reports of people who don't exist, with the truth beside them: to plan a study, to learn the commands.\n\n" +
      'Writes DIR/reports and DIR/truth.json. The same seed gives the same study. Nothing of it is measured: say so\n' +
      'wherever you show it.\n\n' +
      'Example: fingertip-research simulate --out trial --reports 2000 --per-cluster 15 --icc 0.2 --files',
  },
  args: {
    out: { type: 'string', description: 'Folder to write to', required: true, valueHint: 'DIR' },
    reports: { type: 'string', description: 'How many people', default: '1000', valueHint: 'N' },
    month: { type: 'string', description: 'Month of the reports', default: '2026-03', valueHint: 'YYYY-MM' },
    level: { type: 'string', description: 'least, standard, noisy or mixed', default: 'standard', valueHint: 'LEVEL' },
    e: { type: 'string', description: 'e to the ε of noisy fields: 3, 7 or 20', default: '7', valueHint: 'E' },
    'per-cluster': {
      type: 'string',
      description: 'People of one unit; 0 for independent people',
      default: '0',
      valueHint: 'N',
    },
    icc: { type: 'string', description: 'Share of variance between units, 0 to 1', default: '0.2', valueHint: 'R' },
    seed: { type: 'string', description: 'Whole number that the study grows from', default: '1', valueHint: 'N' },
    files: { type: 'boolean', description: 'One file a report, in folders, instead of NDJSON', default: false },
    ...outputs,
  },
  run: ({ args }) =>
    finish(args.json, async (effects) => {
      const e = noiseLevels.find((level) => String(level) === args.e);
      if (e === undefined) throw new CliError(`Cannot use --e "${args.e}": it must be 3, 7 or 20`, 2);
      const level = (['least', 'standard', 'noisy', 'mixed'] as const).find((one) => one === args.level);
      if (level === undefined) throw new CliError(`Cannot use --level "${args.level}": it is none`, 2);
      if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(args.month))
        throw new CliError(`Cannot use --month "${args.month}": it is none`, 2);
      const icc = Number(args.icc);
      if (!(icc >= 0 && icc <= 1)) throw new CliError(`Cannot use --icc "${args.icc}": it must be from 0 to 1`, 2);
      const study: Study = {
        reports: wholeNumber(args.reports, 'reports', 1),
        seed: wholeNumber(args.seed, 'seed', 0),
        month: args.month,
        level,
        e,
        perCluster: wholeNumber(args['per-cluster'], 'per-cluster', 0),
        icc,
      };
      const truth = await writeStudy(study, args.out, args.files ? 'files' : 'lines', effects);
      effects.say(`${study.reports} simulated reports in ${args.out}/reports; the truth in ${args.out}/truth.json`);
      return { exitCode: 0, json: { study, truth } };
    }),
});
