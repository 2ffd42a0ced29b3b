/** A simulated study on disk: reports as lines or files, folders by cluster if wanted, and the truth beside them. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Effects, progressLine } from '../cli/effects.ts';
import { fileText, lineText } from '../format/canonical-text.ts';
import { noTruth, type Study, simulate, type Truth } from './simulate.ts';

export type StudyForm = 'lines' | 'files';

/** Writes the study and answers its truth, also in `truth.json` beside the folder of reports. */
export async function writeStudy(study: Study, out: string, form: StudyForm, effects: Effects): Promise<Truth> {
  const truth = noTruth();
  const reports = join(out, 'reports');
  await mkdir(reports, { recursive: true });
  const started = effects.now();
  const stream = form === 'lines' ? createWriteStream(join(reports, `${study.month}.ndjson`)) : null;
  let lines: string[] = [];
  let n = 0;
  let folder = reports;
  let lastCluster = -1;
  for (const { report, cluster } of simulate(study, truth)) {
    n++;
    if (stream !== null) {
      lines.push(lineText(report));
      if (lines.length === 2000) {
        if (!stream.write(`${lines.join('\n')}\n`)) await once(stream, 'drain');
        lines = [];
      }
    } else {
      // Folders of a thousand, or one for each unit.
      const wanted = study.perCluster > 0 ? cluster : Math.floor(n / 1000);
      if (wanted !== lastCluster) {
        folder = join(reports, `unit-${String(wanted).padStart(5, '0')}`);
        await mkdir(folder, { recursive: true });
        lastCluster = wanted;
      }
      await writeFile(join(folder, `${String(n).padStart(7, '0')}.json`), fileText(report));
    }
    if (n % 1000 === 0) effects.progress(progressLine('simulate', n, n / study.reports, effects.now() - started));
  }
  if (stream !== null) {
    if (lines.length > 0) stream.write(`${lines.join('\n')}\n`);
    stream.end();
    await once(stream, 'finish');
  }
  await writeFile(join(out, 'truth.json'), `${JSON.stringify({ simulated: true, study, truth }, null, 1)}\n`);
  return truth;
}
