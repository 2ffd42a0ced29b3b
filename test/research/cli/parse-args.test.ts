/** Tests how the arguments of a command are parsed and how its help text is written, both from the option table. */
import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../../src/research/cli/command.ts';
import { parseCommandLine } from '../../../src/research/cli/parse-args.ts';
import { usageOf } from '../../../src/research/cli/usage.ts';

const command = defineCommand({
  name: 'copy',
  description: 'Copies a file.',
  positional: { name: 'file', description: 'The file', required: true, isMany: false },
  options: {
    out: { type: 'string', description: 'Folder to write to', required: true, valueHint: 'DIR' },
    k: { type: 'string', description: 'A number', default: '10', valueHint: 'N' },
    draft: { type: 'boolean', description: 'Only a draft' },
  },
  run: async () => ({ exitCode: 0, json: null }),
});
const parse = (line: string) => parseCommandLine(command, line.split(' '));

it('returns the options with their defaults, and the positional arguments', () => {
  expect(parse('a --out b')).toEqual({ options: { out: 'b', k: '10', draft: false, json: false }, positionals: ['a'] });
  expect(parse('--draft a --out=b --k 5 --json').options).toEqual({ out: 'b', k: '5', draft: true, json: true });
  expect(parse('a --out b --draft=true').options.draft).toBe(true);
  expect(parse('a --out b --draft --draft=false').options.draft).toBe(false);
  expect(parse('--out b -- --draft')).toMatchObject({ options: { draft: false }, positionals: ['--draft'] });
});

describe('arguments that do not fit the option table', () => {
  it.each([
    ['a --out b --drafts', 'unknown option "--drafts"'],
    ['a --out b --constructor', 'unknown option "--constructor"'],
    ['a --out b -k 5', 'unknown option "-k"'],
    ['a', 'missing required option "--out"'],
    ['a --out', 'option "--out" needs a value'],
    ['a --out=', 'option "--out" needs a value'],
    ['a --out --draft', 'option "--out" needs a value'],
    ['a --out b --draft=maybe', 'option "--draft" takes no value'],
    ['--out b', 'missing file'],
    ['a b --out c', 'the command takes one file only'],
  ])('"%s" is refused: %s', (line, reason) => {
    expect(() => parse(line)).toThrow(`Cannot run copy: ${reason}`);
    expect(() => parse(line)).toThrow(/; see copy --help$/);
  });
});

it('describes every option in the help text', () => {
  expect(usageOf('program', command).split('\n')).toEqual([
    'Copies a file.',
    '',
    'Usage: program copy FILE --out DIR [OPTIONS]',
    '',
    'Arguments:',
    '  FILE  The file',
    '',
    'Options:',
    '  --out DIR  Folder to write to (required)',
    '  --k N      A number (default: 10)',
    '  --draft    Only a draft',
    '  --json     Print the result as one line of JSON on standard output',
    '',
  ]);
});
