/** `report`: the tables of `aggregate` and a page of findings. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aggregate } from '../aggregate/aggregate.ts';
import { CliError } from '../cli/cli-error.ts';
import { defineCommand } from '../cli/command.ts';
import { languages } from '../report/names.ts';
import { type FileDigest, reportPage } from '../report/page.ts';
import { releaseArgs, releaseOptions } from './release-args.ts';

export const reportCommand = defineCommand({
  name: 'report',
  description:
    'Makes the tables of aggregate and a page to read: DIR/report.html.\n\n' +
    'The page is one file with charts, tables, a description of the method ready to quote, and the limits of the\n' +
    'findings, in Simplified Chinese, Traditional Chinese and English. It holds no script and needs no network.\n\n' +
    'Exit code: 0 done, 1 nothing may be released, 2 failure.\n\n' +
    'Example: fingertip-research report --store study --out release-1 --cluster --language en',
  options: {
    store: { type: 'string', description: 'Folder of the store that ingest made', required: true, valueHint: 'DIR' },
    out: { type: 'string', description: 'Folder to write to', required: true, valueHint: 'DIR' },
    language: {
      type: 'string',
      description: 'Language shown first: zh-CN, zh-TW or en',
      default: 'zh-CN',
      valueHint: 'NAME',
    },
    ...releaseArgs,
  },
  run: async ({ options }, effects) => {
    const language = languages.find((known) => known === options.language);
    if (language === undefined)
      throw new CliError(`Cannot use --language "${options.language}": allowed are zh-CN, zh-TW and en`, 2);
    const findings = await aggregate({ ...releaseOptions(options), store: options.store, out: options.out }, effects);
    const digests: FileDigest[] = [];
    for (const { name } of findings.outputs)
      for (const extension of ['csv', 'parquet']) {
        const bytes = await readFile(join(options.out, `${name}.${extension}`));
        digests.push({ name: `${name}.${extension}`, sha256: createHash('sha256').update(bytes).digest('hex') });
      }
    const path = join(options.out, 'report.html');
    await writeFile(path, reportPage(findings, digests, language));
    const { draft } = findings.options;
    effects.print(`${path}: ${findings.estimates.length} estimates${draft ? '; a draft, not for release' : ''}`);
    return { exitCode: 0, json: { report: path, estimates: findings.estimates.length, draft } };
  },
});
