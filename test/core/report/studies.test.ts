/** Tests the parser of the text that gives the name, the key and the questions of a study. */
import { describe, expect, it } from 'vitest';
import { isAgeKey, parseStudy } from '../../../src/core/report/studies.ts';

describe('parseStudy and isAgeKey', () => {
  const key = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
  it('accepts the name, key and questions in any order', () => {
    expect(parseStudy(`County study ${key} asks=region,post`)).toEqual({
      name: 'County study',
      key,
      asks: ['region', 'post'],
    });
    expect(parseStudy(`  asks=post\n${key.toUpperCase()}   县域\t调查 `)).toEqual({
      name: '县域 调查',
      key,
      asks: ['post'],
    });
    expect(parseStudy(`x ${key}`)).toEqual({ name: 'x', key, asks: [] });
    expect(parseStudy(`x\u200b\u202ey ${key} asks=name`)).toEqual({ name: 'xy', key, asks: [] });
    expect(parseStudy(`page1 ${key}`).name).toBe('page1');
    expect(parseStudy(`${'n'.repeat(70)} ${key}`).name).toBe('n'.repeat(60));
  });
  it.each([
    ['', 'no complete key "age1…" found'],
    ['a study', 'no complete key "age1…" found'],
    [`x ${key.slice(0, -1)}`, 'no complete key "age1…" found'],
    [`x ${key.slice(0, -1)}q`, 'no complete key "age1…" found'],
    [`${'x'.repeat(500)} ${key}`, 'no complete key "age1…" found'],
    [key, 'missing name'],
    [`${key} asks=post`, 'missing name'],
    [`\u200b ${key}`, 'missing name'],
  ])('refuses "%s": %s', (text, message) => expect(() => parseStudy(text)).toThrow(`Cannot add study: ${message}`));
  it('detects any changed character of a key', () => {
    expect(isAgeKey(key)).toBe(true);
    for (let i = 0; i < key.length; i++) {
      const other = key[i] === 'q' ? 'p' : 'q';
      expect(isAgeKey(key.slice(0, i) + other + key.slice(i + 1))).toBe(false);
    }
    for (const wrongKey of [`x${key}`, `${key}x`, `${key}\n`, key.toUpperCase(), ` ${key}`])
      expect(isAgeKey(wrongKey)).toBe(false);
  });
});
