/** Keeps work that belongs to one date from running over midnight. */
import { sleep } from './driver.ts';

/** If the local day ends in less than `neededMs`, calls `log` with a line of text and waits until after midnight. */
export async function avoidMidnight(neededMs: number, log: (line: string) => void = () => {}): Promise<void> {
  const leftMs = new Date().setHours(24, 0, 0, 0) - Date.now();
  if (leftMs >= neededMs) return;
  log(`Waiting ${Math.ceil(leftMs / 60_000)} min until midnight is past: all events must have the same date`);
  await sleep(leftMs + 1_000);
}
