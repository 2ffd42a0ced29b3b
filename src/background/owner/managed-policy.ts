/**
 * The policy that an administrator sets in managed storage, and whether there is an administrator
 * (docs/privacy-model.md, P9).
 */
import { parsePolicy } from '../../core/policy.ts';
import { readPolicy } from '../ledger/choices.ts';
import type { WorkerContext } from '../ledger/worker-context.ts';

/**
 * The longest time that the worker waits for managed storage. Some Chromium browsers answer only seconds after their
 * start, some never, and the worker's other tasks wait meanwhile.
 */
const maxWaitMs = 1_000;

/** For each worker, the question that the browser did not answer in time. Later tasks do not wait for it again. */
const unanswered = new WeakMap<WorkerContext, Promise<object>>();

/**
 * Returns everything in managed storage, or null if the browser does not answer in time. `onLateAnswer` is called when
 * it answers later. Firefox throws when the computer is not managed; then the result is empty.
 */
async function readManaged(
  ctx: WorkerContext,
  onLateAnswer: (managed: object) => void = () => {},
): Promise<object | null> {
  const earlier = unanswered.get(ctx);
  if (earlier !== undefined) {
    void earlier.then(onLateAnswer);
    return null;
  }
  const answer: Promise<object> = ctx.browser.storage.managed.get(null).catch(() => ({}));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, maxWaitMs, null);
  });
  const managed = await Promise.race([answer, timeout]);
  clearTimeout(timer);
  if (managed === null) {
    unanswered.set(ctx, answer);
    void answer.then((late) => {
      unanswered.delete(ctx);
      onLateAnswer(late);
    });
  }
  return managed;
}

/**
 * Copies the policy to the ledger, from which the worker reads it together with the settings. While the browser does not
 * answer, the earlier policy stays; `onLateChange` is called when it answers later with another policy.
 */
export async function storePolicy(ctx: WorkerContext, onLateChange: () => void): Promise<void> {
  const db = await ctx.connection.open();
  const earlier = await readPolicy(db);
  const managed = await readManaged(ctx, (late) => {
    if (JSON.stringify(parsePolicy(late)) !== JSON.stringify(earlier)) onLateChange();
  });
  await db.put('meta', parsePolicy(managed ?? earlier), 'policy');
}

/** Whether an administrator installed the extension or set any policy. */
export async function isAdministered(ctx: WorkerContext): Promise<boolean> {
  const { installType } = await ctx.browser.management.getSelf();
  if (['admin', 'sideload'].includes(installType)) return true;
  const managed = (await readManaged(ctx)) ?? (await readPolicy(await ctx.connection.open()));
  return Object.keys(managed).length > 0;
}
