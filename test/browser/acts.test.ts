/**
 * Counts burden acts on two scenes. `npm run acts` does the same on all scenes, in three languages and six libraries.
 */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

it('counts a burden act at each control that has one, and no act at other controls', async () => {
  const command = ['node_modules/tsx/dist/cli.mjs', 'test/acts/main.ts', '--brief'];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root });
  expect(stdout).toMatch(/'tuned'/);
  expect(stdout).not.toMatch(/was missed|was counted/);
});
