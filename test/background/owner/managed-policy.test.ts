/** Reads managed storage of a browser that answers, answers late, or never. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorkerContext } from '../../../src/background/ledger/worker-context.ts';
import { isAdministered, storePolicy } from '../../../src/background/owner/managed-policy.ts';

let answer: (managed: object) => void = () => {};
let policy: object | undefined;
const get = vi.fn<() => Promise<object>>();
const createContext = (installType = 'normal') =>
  ({
    browser: { storage: { managed: { get } }, management: { getSelf: async () => ({ installType }) } },
    connection: {
      open: async () => ({
        get: async () => policy,
        put: async (_store: string, value: object) => {
          policy = value;
        },
      }),
    },
  }) as unknown as WorkerContext;
const isLate = () =>
  get.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );

beforeEach(() => {
  policy = undefined;
  get.mockReset();
});

describe('the policy of managed storage', () => {
  it('is stored, without what a policy may not set', async () => {
    get.mockResolvedValue({ recording: 'off', unknown: 1 });
    const ctx = createContext();
    await storePolicy(ctx, () => {});
    expect(policy).toEqual({ recording: 'off' });
    expect(await isAdministered(ctx)).toBe(true);
  });

  it('is empty on a computer that is not managed', async () => {
    get.mockRejectedValue(new Error('Managed storage manifest not found'));
    const ctx = createContext();
    await storePolicy(ctx, () => {});
    expect(policy).toEqual({});
    expect(await isAdministered(ctx)).toBe(false);
    expect(await isAdministered(createContext('admin'))).toBe(true);
  });

  it('stays as it was while the browser does not answer, and is read again when it answers with another policy', async () => {
    policy = { record: 'time' };
    isLate();
    const ctx = createContext();
    const onLateChange = vi.fn();
    await storePolicy(ctx, onLateChange);
    expect(policy).toEqual({ record: 'time' });
    // Later questions do not wait.
    expect(await isAdministered(ctx)).toBe(true);
    await storePolicy(ctx, onLateChange);
    expect(get).toHaveBeenCalledTimes(1);
    expect(onLateChange).not.toHaveBeenCalled();

    answer({ recording: 'off' });
    await vi.waitFor(() => expect(onLateChange).toHaveBeenCalledTimes(2));
    get.mockResolvedValue({ recording: 'off' });
    await storePolicy(ctx, onLateChange);
    expect(policy).toEqual({ recording: 'off' });
  });

  it('is not read again when the late answer is the same', async () => {
    isLate();
    const ctx = createContext();
    const onLateChange = vi.fn();
    await storePolicy(ctx, onLateChange);
    expect(policy).toEqual({});
    answer({});
    get.mockResolvedValue({});
    await vi.waitFor(async () => {
      await isAdministered(ctx);
      expect(get).toHaveBeenCalledTimes(2);
    });
    expect(onLateChange).not.toHaveBeenCalled();
  });
});
