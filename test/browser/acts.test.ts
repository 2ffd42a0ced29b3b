/** Burden acts on two scenes, as `npm run acts` counts them on all controls in three scripts and six libraries. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

it('counts each burden act at its control, and no act at other controls', async () => {
  const command = ['node_modules/tsx/dist/cli.mjs', 'test/acts/main.ts', '--brief'];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root });
  expect(stdout).toMatch(/'tuned'/);
  expect(stdout).not.toMatch(/was missed|was counted/);
});
