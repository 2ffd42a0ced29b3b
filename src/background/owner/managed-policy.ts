/**
 * The policy that an administrator sets in managed storage, and whether there is an administrator
 * (docs/privacy-model.md, P9).
 */
import { parsePolicy } from '../../core/policy.ts';
import type { WorkerContext } from '../ledger/worker-context.ts';

/** Returns everything in managed storage. Firefox throws when the computer is not managed; then the result is empty. */
const readManaged = ({ browser }: WorkerContext): Promise<object> =>
  browser.storage.managed.get(null).catch(() => ({}));

/** Copies the policy to the ledger, from which the worker reads it together with the settings. */
export async function storePolicy(ctx: WorkerContext): Promise<void> {
  await (await ctx.connection.open()).put('meta', parsePolicy(await readManaged(ctx)), 'policy');
}

/** Whether an administrator installed the extension or set any policy. */
export const isAdministered = async (ctx: WorkerContext): Promise<boolean> =>
  ['admin', 'sideload'].includes((await ctx.browser.management.getSelf()).installType) ||
  Object.keys(await readManaged(ctx)).length > 0;
