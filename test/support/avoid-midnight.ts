/** Keeps work that belongs to one date from running over midnight. */
import { sleep } from './driver.ts';

/** Waits until midnight is past, if less than `neededMs` are left of the local day. `say` is told before the wait. */
export async function avoidMidnight(neededMs: number, say: (line: string) => void = () => {}): Promise<void> {
  const leftMs = new Date().setHours(24, 0, 0, 0) - Date.now();
  if (leftMs >= neededMs) return;
  say(`Waiting ${Math.ceil(leftMs / 60_000)} min: the work must not run over midnight`);
  await sleep(leftMs + 1_000);
}
