/** Tests the CSV file with the owner's full record. */
import { describe, expect, it } from 'vitest';
import type { DaySummary } from '../../../src/core/days/day-summary.ts';
import { fullRecordCsv } from '../../../src/core/days/full-record-csv.ts';
import { completeDay } from '../../support/complete-backup.ts';

describe('fullRecordCsv', () => {
  const texts = {
    mark: 'Self-reported, not "official"',
    columns: ['Day', 'System', 'Kind', 'Purpose', 'Active', 'Watched', 'Entries', 'Sent', 'Acts'],
    selfReported: 'Noted',
    times: 'Times',
    minutes: 'Minutes',
    kind: (kind: string) => `kind ${kind}`,
    purpose: (purpose: string | null) => `for ${purpose}`,
    burden: (burden: string) => `burden ${burden}`,
  };
  /** Returns the cells of a CSV file (RFC 4180), so that they can be compared with the texts that were written. */
  const read = (csv: string): string[][] => {
    const rows: string[][] = [[]];
    for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
      rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? (plain as string));
      if (end === '\r\n') rows.push([]);
    }
    return rows.slice(0, -1);
  };
  it('writes one line for each day and system, and below these lines the self-reported burdens', () => {
    const csv = fullRecordCsv([completeDay()], texts);
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(read(csv.slice(1))).toEqual([
      ['Self-reported, not "official"'],
      texts.columns,
      ['2026-03-02', '00112233aabb', 'kind civil-affairs', 'for reporting', '20', '10', '7', '3', '4'],
      ['2026-03-02', 'ccdd44556677', 'kind civil-affairs', 'for null', '7', '2', '7', '3', '4'],
      [''],
      ['Noted'],
      ['Day', '', 'Times', 'Minutes'],
      ['2026-03-02', 'burden chain', '1', '5'],
    ]);
    expect(csv).toContain('"Self-reported, not ""official"""\r\n');
    expect(csv.endsWith('burden chain,1,5\r\n')).toBe(true);
    expect(read(fullRecordCsv([], texts).slice(1))).toHaveLength(5);
    expect(read(fullRecordCsv([], { ...texts, columns: [] }).slice(1)).at(-1)).toEqual(['', '', 'Times', 'Minutes']);
  });
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['a=1', 'a=1'],
    ['a,b', 'a,b'],
    ['a\nb', 'a\nb'],
    ['a"b', 'a"b'],
    ['a\rb', 'a\rb'],
  ])(
    'writes the cell %j so that no program reads the cell as a formula and the text of the cell is preserved',
    (id, cell) => {
      const day: DaySummary = {
        ...completeDay(),
        systems: completeDay()
          .systems.slice(0, 1)
          .map((s) => ({ ...s, id })),
      };
      const csv = fullRecordCsv([day], texts).slice(1);
      expect(read(csv)[2]?.[1]).toBe(cell);
      expect(csv.includes(`"${cell.replaceAll('"', '""')}"`)).toBe(/[",\r\n]/.test(cell));
    },
  );
});
