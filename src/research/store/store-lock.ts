/** Only one process writes a store at a time. The file `lock` holds the id of this process. */
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error.ts';

function isRunning(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Locks a store and resolves to the function that releases the lock. Takes over the lock of a process that has ended.
 * Throws a `CliError` when another running process holds the lock.
 */
export async function lockStore(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  for (;;) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch {
      const owner = Number(await readFile(path, 'utf8').catch(() => '0'));
      if (isRunning(owner)) throw new CliError(`Cannot write store "${folder}": process ${owner} is writing it`, 2);
      await rm(path, { force: true });
    }
  }
}
