/** Keeps work that belongs to one date from running over midnight. */
import { sleep } from './driver.ts';

/** If less than `neededMs` of the local day are left, writes a line with `log` and waits until midnight is past. */
export async function avoidMidnight(neededMs: number, log: (line: string) => void = () => {}): Promise<void> {
  const leftMs = new Date().setHours(24, 0, 0, 0) - Date.now();
  if (leftMs >= neededMs) return;
  log(`Waiting ${Math.ceil(leftMs / 60_000)} min until midnight is past: all events must have the same date`);
  await sleep(leftMs + 1_000);
}
