/** Writes a simulated study to disk. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Effects } from '../cli/effects.ts';
import { progressLine } from '../cli/progress-line.ts';
import { fileText, lineText } from '../format/canonical-text.ts';
import { simulate } from './simulate.ts';
import type { SimulatedStudy } from './simulated-study.ts';
import { noTruth, type Truth } from './truth.ts';

/** Lines per write to the file. */
const linesPerWrite = 2000;
/** Files per folder when people are independent. */
const filesPerFolder = 1000;

/**
 * Writes `reports/` (one NDJSON file, or one file per report in folders by work unit) and `truth.json`. Returns the
 * truth.
 */
export async function writeStudy(
  study: SimulatedStudy,
  out: string,
  form: 'lines' | 'files',
  effects: Effects,
): Promise<Truth> {
  const truth = noTruth();
  const reports = join(out, 'reports');
  await mkdir(reports, { recursive: true });
  const started = effects.now();
  const stream = form === 'lines' ? createWriteStream(join(reports, `${study.month}.ndjson`)) : null;
  let lines: string[] = [];
  let n = 0;
  let folder = reports;
  let currentFolder = -1;
  for (const { report, cluster } of simulate(study, truth)) {
    n++;
    if (stream !== null) {
      lines.push(lineText(report));
      if (lines.length === linesPerWrite) {
        if (!stream.write(`${lines.join('\n')}\n`)) await once(stream, 'drain');
        lines = [];
      }
    } else {
      const folderNumber = study.perCluster > 0 ? cluster : Math.floor(n / filesPerFolder);
      if (folderNumber !== currentFolder) {
        folder = join(reports, `unit-${String(folderNumber).padStart(5, '0')}`);
        await mkdir(folder, { recursive: true });
        currentFolder = folderNumber;
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
