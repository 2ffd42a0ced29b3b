/** Runs the command as a process, and tests its options, its exit codes and its single line for a failure. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledCommand, run } from '../support/research-command.ts';

let folder = '';
let command = '';
/** Runs the command with the words of a line as arguments; DIR stands for the test folder. */
const runLine = (line: string) =>
  run(
    command,
    line.split(' ').map((word) => word.replace('DIR', folder)),
  );
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
  command = await bundledCommand('command');
  expect((await runLine('simulate --out DIR/sim --reports 300 --files')).code).toBe(0);
  expect((await runLine('ingest DIR/sim/reports --store DIR/store')).code).toBe(0);
  mkdirSync(join(folder, 'mixed'));
  writeFileSync(join(folder, 'mixed', 'a.json'), '{"format":NaN}');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('exit codes', () => {
  it.each([
    ['--help', 0, 'Exit codes: 0 done, 1 findings about the input, 2 failure.'],
    ['ingest --help', 0, '--json'],
    ['validate DIR/sim/reports', 0, '300 valid reports, 0 rejected'],
    ['aggregate --store DIR/store --out DIR/draft --draft', 0, 'A draft: not for release'],
    ['aggregate --store DIR/store --out DIR/draft --draft=true --k=10', 0, 'A draft: not for release'],
    ['aggregate --store DIR/store --out DIR/out --draft --draft=false', 0, 'Figures are lower bounds'],
    ['validate DIR/mixed', 1, '0 valid reports, 1 rejected'],
    ['ingest DIR/mixed --store DIR/mixed-store', 1, '0 accepted, 0 duplicates, 1 rejected'],
  ])('"%s" exits with %i', async (line, code, output) => {
    const ended = await runLine(line);
    expect(lastLine(ended.stdout)).toContain(output);
    expect(ended).toMatchObject({ code });
  });

  it.each([
    ['aggregates', 'unknown command'],
    ['constructor', 'unknown command'],
    ['ingest DIR/sim/reports', 'Cannot run ingest: missing required option "--store"; see ingest --help'],
    ['ingest --store DIR/x', 'missing input'],
    ['aggregate --store DIR/store --out DIR/out --clustr', 'unknown option "--clustr"; see aggregate --help'],
    ['aggregate --store DIR/store --out DIR/out --clustr=yes', 'unknown option "--clustr"'],
    ['aggregate --store DIR/store --out DIR/out --no-k', 'unknown option "--no-k"'],
    ['aggregate --store DIR/store --out DIR/out --draft=maybe', 'option "--draft" takes no value'],
    ['aggregate --store DIR/store --out DIR/out -k 5', 'unknown option "-k"'],
    ['aggregate --store DIR/store --out --draft', 'option "--out" needs a value'],
    ['aggregate --store DIR/store --out=', 'option "--out" needs a value'],
    ['aggregate --store DIR/store --out', 'option "--out" needs a value'],
    ['aggregate --store DIR/store --out DIR/out --k 2.5', 'it must be a whole number'],
    ['aggregate --store DIR/sim --out DIR/out', 'no store.json in it'],
    ['ingest DIR/sim/reports --store DIR/x --cluster-by unit', 'the only allowed value is "folder"'],
    ['ingest DIR/sim/reports --store DIR/sim', 'the folder holds other files'],
    ['simulate 500 --out DIR/out', 'unexpected argument "500"; the command takes options only'],
    ['open a b --identity k', 'the command takes one file only'],
    ['report --store DIR/store --out DIR/out --language fr', 'allowed are zh-CN, zh-TW and en'],
  ])('"%s" exits with 2 and prints the reason in one line', async (line, reason) => {
    const ended = await runLine(line);
    expect(lastLine(ended.stderr)).toMatch(/^Cannot /);
    expect(lastLine(ended.stderr)).toContain(reason);
    expect(ended.code).toBe(2);
  });
});

it('prints one line of JSON with --json, even if the command fails', async () => {
  const good = await runLine('validate DIR/sim/reports --json');
  expect(JSON.parse(good.stdout)).toEqual({ reports: 300, refused: 0, rejected: [] });
  const bad = await runLine('validate DIR/mixed --json');
  expect(JSON.parse(bad.stdout)).toMatchObject({ reports: 0, refused: 1 });
  expect(bad.code).toBe(1);
  const failed = await runLine('validate DIR/nowhere --json');
  expect(JSON.parse(failed.stdout).error).toMatch(/^Cannot read/);
  expect(failed.code).toBe(2);
});
