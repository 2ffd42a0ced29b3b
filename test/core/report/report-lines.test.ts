/** Tests how a report is listed as lines, and how the lines that the owner selects are removed from the report. */
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/core/report/build-report.ts';
import type { CoarseReport } from '../../../src/core/report/report-format.ts';
import { reportLines, withoutReportLines } from '../../../src/core/report/report-lines.ts';
import { cardId, figures, input, overview, partDraw, slipId, standardReport, unitReport } from './report-input.ts';

describe('reportLines and withoutReportLines', () => {
  it('lists every line of a report and whether the owner can remove this line', () => {
    expect(
      reportLines({ ...unitReport, removed: 1 }).map((l) => [l.path, l.record, l.field, l.value, l.removable]),
    ).toEqual([
      ['report.format', 'report', 'format', 'fingertip-ledger-month-report', false],
      ['report.schemaVersion', 'report', 'schemaVersion', 1, false],
      ['report.definitionsVersion', 'report', 'definitionsVersion', 1, false],
      ['report.month', 'report', 'month', '2026-03', false],
      ['report.partial', 'report', 'partial', false, false],
      ['report.level', 'report', 'level', 'standard', false],
      ['report.drawn', 'report', 'drawn', 'unit', false],
      ['report.removed', 'report', 'removed', 1, true],
      ['card.id', 'card', 'id', cardId, false],
      ['unit.id', 'unit', 'id', slipId, false],
      ['unit.month', 'unit', 'month', '2026-03', false],
      ['unit.weight', 'unit', 'weight', 8, true],
      ['unit.kind', 'unit', 'kind', 'welfare', true],
      ['unit.attention', 'unit', 'attention', '10-20h', true],
    ]);
    const noisy = reportLines(buildReport(input({ level: 'noisy' })));
    expect(noisy.filter((l) => l.record === 'card').map((l) => [l.field, l.removable])).toEqual([
      ['id', false],
      ['catalogueVersion', true],
      ['tier', true],
      ['e', false],
      ['attention', true],
      ['afterHours', true],
    ]);
    expect(reportLines({ ...overview, removed: undefined } as never).some((l) => l.field === 'removed')).toBe(false);
  });

  it('removes exactly the selected lines, and writes their number into the report', () => {
    expect(withoutReportLines(overview, [])).toEqual(overview);
    const { attention: _, ...card } = overview.card;
    expect(withoutReportLines(overview, ['card.attention'])).toEqual({ ...overview, removed: 1, card });
    expect(withoutReportLines(overview, ['card.attention', 'report.removed'])).toEqual({ ...overview, card });
    // Lines that do not exist or can't be removed are not counted.
    expect(withoutReportLines(overview, ['card.id', 'report.month', 'unit.kind', 'card.nothing'])).toEqual(overview);
    const { weight: _w, ...slip } = unitReport.slips[0] as { weight?: number };
    expect(withoutReportLines(unitReport, ['unit.weight'])).toEqual({ ...unitReport, removed: 1, slips: [slip] });
  });
  it('removes a whole sample when the field that says what the sample is about is removed; returns null when no figure is left', () => {
    expect(withoutReportLines(unitReport, ['unit.kind'])).toBeNull();
    for (const [draw, path] of [
      [partDraw.act, 'act.form'],
      [partDraw.phone, 'phone.burden'],
    ] as const)
      expect(withoutReportLines(standardReport(draw), [path])).toBeNull();
    expect(
      withoutReportLines(standardReport(partDraw.obligation), [
        'obligation.frequency',
        'obligation.minutes',
        'obligation.systems',
      ]),
    ).toBeNull();
    expect(
      withoutReportLines(standardReport(partDraw.obligation), ['obligation.frequency', 'obligation.minutes'])?.slips,
    ).toHaveLength(1);
    const figurePaths = ['coverage', 'attention', 'afterHours', 'repeatShare'].map((field) => `card.${field}`);
    // Without its figures, this report would contain only the owner's statements and the version of the catalogue.
    const least = buildReport(input({ level: 'least', statements: { tier: 'county', region: 'east', post: 'other' } }));
    expect(withoutReportLines(least, figurePaths)).toBeNull();
    expect(withoutReportLines(least, figurePaths.slice(0, 3))).not.toBeNull();
    const noisy = buildReport(input({ level: 'noisy' }));
    expect(withoutReportLines(noisy, ['card.attention', 'card.afterHours'])).toBeNull();
    const tiered: CoarseReport = {
      ...standardReport(partDraw.obligation),
      slips: standardReport(partDraw.obligation).slips.map((slip) => ({ ...slip, tier: 'county' as const })),
    };
    expect(withoutReportLines(tiered, ['obligation.frequency', 'obligation.minutes', 'obligation.systems'])).toBeNull();
    expect(withoutReportLines(overview, figurePaths)).toBeNull();
    expect(withoutReportLines(overview, figurePaths.slice(1))).toMatchObject({
      removed: 3,
      card: { coverage: '10- days' },
    });
    expect(withoutReportLines(overview, ['card.region', 'card.catalogueVersion'])).toMatchObject({ removed: 2 });
    // A report without figures stays unchanged when nothing is removed.
    const empty = standardReport(partDraw.unit, { figures: { ...figures, units: new Map() } });
    expect(withoutReportLines(empty, [])).toEqual(empty);
    const cardAndSample: CoarseReport = { ...overview, slips: unitReport.slips };
    expect(withoutReportLines(cardAndSample, figurePaths)?.slips).toHaveLength(1);
    expect(withoutReportLines(cardAndSample, ['unit.kind'])?.slips).toEqual([]);
  });
});
