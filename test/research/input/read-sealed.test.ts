/** Tests sealed reports and tickets, from the extension to the store. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/research/cli/run-command.ts';
import { keygenCommand } from '../../../src/research/commands/keygen.ts';
import { openCommand } from '../../../src/research/commands/open.ts';
import { fileText } from '../../../src/research/format/canonical-text.ts';
import { ingest } from '../../../src/research/ingest/ingest.ts';
import { validateReports } from '../../../src/research/input/validate-reports.ts';
import { seal } from '../../../src/ui/dashboard/wizard/seal.ts';
import { cardReport } from '../reports.ts';

let folder = '';
const at = (...names: string[]) => join(folder, ...names);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
  mkdirSync(at('in'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  process.exitCode = 0;
});

/** Returns the JSON that a command prints with `--json`. */
async function printed(run: () => Promise<unknown>): Promise<unknown> {
  const write = process.stdout.write.bind(process.stdout);
  let text = '';
  process.stdout.write = ((part: string) => {
    text += part;
    return true;
  }) as typeof process.stdout.write;
  try {
    await run();
  } finally {
    process.stdout.write = write;
  }
  return JSON.parse(text.trim().split('\n').at(-1) ?? '');
}
const keygen = (...args: string[]) => printed(() => runCommand(keygenCommand, [...args, '--json']));

describe('a report sealed by the extension', () => {
  const report = cardReport(1, { attention: '5-10h' });

  it('can be read by open, validate and ingest with the key that keygen made', async () => {
    const { recipient } = (await keygen('--out', at('study.key'))) as { recipient: string };
    const sealed = await seal(fileText(report), recipient);
    expect(Buffer.from(sealed).includes('attention')).toBe(false);
    writeFileSync(at('in', 'fingertip-ledger-2026-03.age'), sealed);
    const opened = await printed(() =>
      runCommand(openCommand, [at('in', 'fingertip-ledger-2026-03.age'), '--identity', at('study.key'), '--json']),
    );
    expect(opened).toEqual(report);
    expect(await validateReports([at('in')], at('study.key'))).toEqual({ reports: 1, refused: 0, rejected: [] });
    const options = { inputs: [at('in')], store: at('store'), includePartial: false };
    const without = await ingest(options);
    expect(without.rejected[0]?.reason).toBe('sealed: open it with --identity FILE');
    expect((await ingest({ ...options, identity: at('study.key') })).counts.reports).toBe(1);
  });

  it('is counted only once when it is ingested twice as a sealed file and once as an unsealed file', async () => {
    const { recipient } = (await keygen('--out', at('study.key'))) as { recipient: string };
    for (const name of ['a.age', 'b.age']) writeFileSync(at('in', name), await seal(fileText(report), recipient));
    writeFileSync(at('in', 'c.json'), fileText(report));
    const { counts } = await ingest({
      inputs: [at('in')],
      store: at('store'),
      includePartial: false,
      identity: at('study.key'),
    });
    expect(counts).toMatchObject({ reports: 1, repeated: 2, rejected: 0 });
  });

  it('is rejected when it was sealed for another key or was changed after sealing', async () => {
    await keygen('--out', at('study.key'));
    const other = await identityToRecipient(await generateX25519Identity());
    writeFileSync(at('in', 'other.age'), await seal(fileText(report), other));
    const { recipient } = (await keygen('--out', at('second.key'))) as { recipient: string };
    const bytes = await seal(fileText(report), recipient);
    bytes[bytes.length - 30] = (bytes[bytes.length - 30] as number) ^ 1;
    writeFileSync(at('in', 'changed.age'), bytes);
    const { rejected } = await validateReports([at('in')], at('study.key'));
    const second = await validateReports([at('in', 'changed.age')], at('second.key'));
    for (const { reason } of [...rejected, ...second.rejected])
      expect(reason).toBe('cannot be opened: sealed for another key, or changed');
    expect(rejected.length + second.rejected.length).toBe(3);
  });

  it('cannot be read with an unusable key file, and the error names the file', async () => {
    writeFileSync(at('no.key'), 'not a key\n');
    await expect(validateReports([at('in')], at('no.key'))).rejects.toThrow(/no.key": it holds no AGE-SECRET-KEY/);
    await expect(validateReports([at('in')], at('gone.key'))).rejects.toThrow(/gone.key": no such file/);
  });
});

describe('tickets', () => {
  it('each admit one report per month, and are not stored in plain text', async () => {
    const keygenResult = await keygen('--out', at('study.key'), '--tickets', '3', '--tickets-out', at('tickets.txt'));
    expect(keygenResult).toMatchObject({ tickets: 3 });
    const [a = '', b = ''] = readFileSync(at('tickets.txt'), 'utf8').split('\n');
    const save = (n: number, ticket: string) =>
      writeFileSync(at('in', `${n}.${ticket}.json`), fileText(cardReport(n, { attention: '0-5h' })));
    save(1, a);
    save(2, b);
    save(3, a);
    save(4, 'a'.repeat(16));
    writeFileSync(at('in', 'plain.json'), fileText(cardReport(5)));
    const result = await ingest({
      inputs: [at('in')],
      store: at('store'),
      includePartial: false,
      tickets: at('tickets.txt'),
    });
    expect(result.counts.reports).toBe(2);
    expect([result.ticketsUsed, result.ticketsIssued]).toEqual([2, 3]);
    expect(result.rejected.map(({ reason }) => reason).sort()).toEqual([
      'its ticket is not one of this study',
      'its ticket was used for this month',
      'no ticket in its name',
    ]);
    const stored = result.store.tickets.map((name) => readFileSync(at('store', name)).toString('latin1')).join('');
    expect(stored).not.toContain(a);
  });
});

it('keygen does not overwrite an existing key file', async () => {
  await keygen('--out', at('study.key'));
  const before = readFileSync(at('study.key'), 'utf8');
  await keygen('--out', at('study.key'));
  expect(process.exitCode).toBe(2);
  expect(readFileSync(at('study.key'), 'utf8')).toBe(before);
});
