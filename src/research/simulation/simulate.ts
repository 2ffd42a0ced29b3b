/**
 * Simulates a study, to plan a real one and to compare estimates with known true values. Nothing in a simulated study
 * is measured, and every table that is made from one must say so.
 */
import type { MonthReport } from '../../core/report/report-format.ts';
import { buildReport } from './build-report.ts';
import { drawPerson } from './people.ts';
import { seededRandom } from './seeded-random.ts';
import type { SimulatedStudy } from './simulated-study.ts';
import { addTruth, type Truth } from './truth.ts';

/**
 * Yields one report after another, with the number of its work unit (from 0) as `cluster`. Adds each person to `truth`.
 */
export function* simulate(
  study: SimulatedStudy,
  truth: Truth,
): Generator<{ readonly report: MonthReport; readonly cluster: number }> {
  const { perCluster, icc } = study;
  const random = seededRandom(study.seed);
  const reportRandom = study.draws === undefined ? random : seededRandom(study.draws);
  let unit = 0;
  for (let i = 0; i < study.reports; i++) {
    const cluster = perCluster === 0 ? i : Math.floor(i / perCluster);
    if (perCluster > 0 && i % perCluster === 0) unit = random.normal();
    const own = random.normal();
    const latent = perCluster === 0 ? own : Math.sqrt(icc) * unit + Math.sqrt(1 - icc) * own;
    const person = drawPerson(random, latent, study.busier ?? 1);
    addTruth(truth, person);
    yield { report: buildReport(reportRandom, study, person), cluster };
  }
}
