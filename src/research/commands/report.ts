import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { aggregate } from '../aggregate/aggregate.ts';
import { CliError } from '../cli/cli-error.ts';
import { releaseArgs, releaseOptions } from './release-args.ts';
import { finish, outputs } from '../cli/run-command.ts';
import { languages } from '../report/names.ts';
import { type Digest, reportPage } from '../report/page.ts';

export const reportCommand = defineCommand({
  meta: {
    name: 'report',
    description:
      'Tables as aggregate makes them, and a page to read: DIR/report.html.\n\n' +
      'One file with charts, tables, the method ready to quote, and what cannot be concluded, in Simplified and\n' +
      'Traditional Chinese and English. It opens from a file, holds no script and asks no network.\n\n' +
      'Exit code: 0 done, 1 nothing may be released, 2 it failed.\n\n' +
      'Example: fingertip-research report --store study --out release-1 --cluster --language en',
  },
  args: {
    store: { type: 'string', description: 'Folder of the store that ingest made', required: true, valueHint: 'DIR' },
    out: { type: 'string', description: 'Folder to write to', required: true, valueHint: 'DIR' },
    language: { type: 'string', description: 'Shown first: zh-CN, zh-TW or en', default: 'zh-CN', valueHint: 'NAME' },
    ...releaseArgs,
    ...outputs,
  },
  run: ({ args }) =>
    finish(args.json, async (effects) => {
      const language = languages.find((one) => one === args.language);
      if (language === undefined)
        throw new CliError(`Cannot use --language "${args.language}": it is zh-CN, zh-TW or en`, 2);
      const found = await aggregate({ ...releaseOptions(args), store: args.store, out: args.out }, effects);
      const digests: Digest[] = [];
      for (const { name } of found.outputs)
        for (const end of ['csv', 'parquet']) {
          const bytes = await readFile(join(args.out, `${name}.${end}`));
          digests.push({ name: `${name}.${end}`, sha256: createHash('sha256').update(bytes).digest('hex') });
        }
      const path = join(args.out, 'report.html');
      await writeFile(path, reportPage(found, digests, language));
      effects.say(
        `${path}: ${found.estimates.length} estimates${found.options.draft ? '; a draft, not for release' : ''}`,
      );
      return { exitCode: 0, json: { report: path, estimates: found.estimates.length, draft: found.options.draft } };
    }),
});
