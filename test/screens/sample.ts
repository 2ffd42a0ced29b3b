/** Makes a sample ledger that ends today, so that every screen has records to show. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface SampleRow {
  day: string;
  at?: number;
  start?: number;
  end?: number;
}
export interface SampleBackup {
  readonly rows: SampleRow[];
  readonly systems: { host: string; purpose: string | null }[];
}

const dayMs = 86_400_000;

/**
 * Returns the output of `npm run sample`, moved by whole weeks so that its last day is today or later, and cut at
 * `now`.
 */
export function sampleUntil(today: string, now: number, years = 0.5, hours?: string): SampleBackup {
  const folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
  try {
    const file = join(folder, 'sample.json');
    const result = spawnSync(
      process.execPath,
      [
        'node_modules/tsx/dist/cli.mjs',
        'scripts/sample-ledger.ts',
        ...['--years', String(years), '--out', file],
        ...(hours === undefined ? [] : ['--hours', hours]),
      ],
      { encoding: 'utf8' },
    );
    if (result.status !== 0) throw new Error(`Cannot make the sample: ${result.stderr}`);
    const backup = JSON.parse(readFileSync(file, 'utf8')) as SampleBackup;
    const last = backup.rows.map((row) => row.day).sort()[backup.rows.length - 1] ?? '';
    const daysBehind = (Date.parse(today) - Date.parse(last)) / dayMs;
    const shift = Math.ceil(daysBehind / 7) * 7 * dayMs;
    const move = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + shift).toISOString().slice(0, 10);
    const rows = backup.rows
      .map((row) => ({
        ...row,
        day: move(row.day),
        ...(row.at === undefined ? {} : { at: row.at + shift }),
        ...(row.start === undefined ? {} : { start: row.start + shift }),
        ...(row.end === undefined ? {} : { end: row.end + shift }),
      }))
      .filter((row) => (row.end ?? row.at ?? 0) <= now);
    const purposes = ['casework', 'casework', 'reporting', 'reporting', 'study', 'study', null];
    const systems = backup.systems.map((system, i) => ({ ...system, purpose: purposes[i % purposes.length] ?? null }));
    return { ...backup, rows, systems };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
