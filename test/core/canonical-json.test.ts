/** Tests that equal content gives equal JSON text. */
import { expect, it } from 'vitest';
import { canonicalJson } from '../../src/core/canonical-json.ts';

it('sorts keys, so that equal content gives equal text', () => {
  const text =
    '{\n  "a": [\n    {\n      "b": null,\n      "c": 1\n    },\n    "x"\n  ],\n  "b": {\n    "a": true,\n    "z": {}\n  },\n  "c": null\n}\n';
  expect(canonicalJson({ c: null, b: { z: {}, a: true }, a: [{ c: 1, b: null }, 'x'] })).toBe(text);
  expect(canonicalJson({ a: [{ b: null, c: 1 }, 'x'], b: { a: true, z: {} }, c: null })).toBe(text);
  expect([canonicalJson(null), canonicalJson([]), canonicalJson(5)]).toEqual(['null\n', '[]\n', '5\n']);
});
