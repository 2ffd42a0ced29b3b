/**
 * Counts burden acts on two scenes. `npm run acts` does the same on all scenes, in three languages and six libraries.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

it('counts a burden act at each control that has one, and no act at other controls', async () => {
  const command = ['node_modules/tsx/dist/cli.mjs', 'test/acts/main.ts', '--brief'];
  await promisify(execFile)(process.execPath, command, { cwd: root });
  const { total } = JSON.parse(readFileSync(join(root, 'out/acts-brief.json'), 'utf8'));
  expect(total.positives).toBeGreaterThan(0);
  expect(total.counterExamples).toBeGreaterThan(0);
  expect(total).toMatchObject({ found: total.positives, falseAlarms: 0 });
});
