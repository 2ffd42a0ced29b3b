/** Tells which version of Chrome built files need. */
import { expect, it } from 'vitest';
import { listNeededVersions } from './needed-versions.ts';

it('lists each feature once, under the version that added it, the newest first', () => {
  const files = new Map([
    ['x.js', Buffer.from('list.toSorted(); Object.hasOwn(list, 1)')],
    ['y.js', Buffer.from('other.toSorted()')],
  ]);
  expect(listNeededVersions(files, 120, 88)).toEqual([
    { version: 110, features: ['.toSorted (110)'] },
    { version: 93, features: ['Object.hasOwn (93)', '.hasOwn (93)'] },
  ]);
  expect(listNeededVersions(files, 120, 110)).toEqual([]);
});
