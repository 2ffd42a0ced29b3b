/** Tests the parser of the owner's statements for a report. */
import { describe, expect, it } from 'vitest';
import { parseStatements } from '../../../src/core/report/parse-statements.ts';

describe('parseStatements', () => {
  it.each([
    {},
    { tier: null },
    { tier: 'county', region: 'east', post: 'other', answers: {} },
    { answers: { burden: 1, share: '0-20%', recalled: '80h-', shared: true } },
    { answers: { burden: 5 } },
  ])('accepts %j', (statements) => expect(parseStatements(statements)).toBe(statements));
  it.each([
    [null],
    [undefined],
    ['tier'],
    [5],
    [{ tier: 'village' }],
    [{ region: null }],
    [{ post: '王建国' }],
    [{ name: 'x' }],
    [{ toString: 'x' }],
    [{ tier: 'county', region: 'x' }],
    [{ answers: null }],
    [{ answers: 'x' }],
    [{ answers: { burden: 0 } }],
    [{ answers: { burden: 6 } }],
    [{ answers: { burden: '3' } }],
    [{ answers: { burden: 2.5 } }],
    [{ answers: { share: 'x' } }],
    [{ answers: { recalled: 'x' } }],
    [{ answers: { shared: 1 } }],
    [{ answers: { note: 'x' } }],
    [{ answers: { burden: 3, note: 'x' } }],
  ])('refuses %j', (statements) => {
    expect(() => parseStatements(statements)).toThrow(
      'Cannot save statements: value is not one of the allowed options',
    );
  });
});
