/**
 * Fuzzes backups, reports and messages. The code must refuse a bad input with an error message of one line, must not
 * crash and must change nothing. This test tries some hundreds of inputs; `npm run fuzz` tries more than 100,000.
 */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ownMessages } from '../../src/background/owner/check-arguments.ts';
import { parseBackup } from '../../src/core/backup/parse-backup.ts';
import { parseMonthReport } from '../../src/core/report/parse-report.ts';
import { readBackup } from '../../src/ui/dashboard/backup/backup-file.ts';
import { fromOwn, fromPage, noon, openInMemoryWorker } from '../support/in-memory-worker.ts';
import { damagedBytes, mutantsOf } from '../support/mutants.ts';
import { otherLedgerBackup } from '../support/other-ledger-backup.ts';
import { injectFaults } from '../support/worker-lifetimes.ts';

const many = process.env.RUN === 'fuzz';
const runs = (few: number, all: number) => ({ numRuns: many ? all : few, ...(many && { endOnFailure: true }) });
const minutes = 60_000;

/** Expects an `Error` that the extension throws on purpose, with a message of one line. */
function expectDeliberateError(error: unknown, start = /^Cannot /): void {
  if (!(error instanceof Error)) throw error;
  // A TypeError or RangeError means that the code crashed.
  if (error.constructor !== Error) throw error;
  expect(error.message).toMatch(start);
  expect(error.message).not.toMatch(/[\n\r]/);
  expect(error.message.length).toBeLessThan(300);
}

let worker = openInMemoryWorker();
let sealed: unknown;
/** Opens a ledger with a sealed day and digests, and stores its backup in `sealed`. */
async function prepare(): Promise<void> {
  worker = openInMemoryWorker();
  await worker.request('settings.write', [{ consent: 1 }], fromOwn);
  await worker.request('backup.restore', [otherLedgerBackup(noon)], fromOwn);
  await worker.raise('alarms.onAlarm', { name: 'chores' });
  sealed = await worker.request('backup.read', [{ digests: true }], fromOwn);
}
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
  await prepare();
});
afterAll(async () => {
  vi.useRealTimers();
  await worker.close();
});
afterEach(() => injectFaults(() => 'none'));

/** Returns the whole ledger as text. */
const readLedger = async () =>
  JSON.stringify([
    await worker.request('backup.read', [{ digests: true }], fromOwn),
    await worker.request('studies.read', [], fromOwn),
    await worker.request('settings.read', [], fromOwn),
  ]);

describe('restoring a backup', () => {
  it(
    'accepts a mutant of a valid backup, or refuses it with a message of one line',
    () => {
      const real = JSON.parse(JSON.stringify(sealed));
      fc.assert(
        fc.property(mutantsOf(real), (value) => {
          try {
            parseBackup(value);
          } catch (error) {
            expectDeliberateError(error);
          }
        }),
        runs(300, 40_000),
      );
    },
    30 * minutes,
  );

  it(
    'refuses an arbitrary value with a message of one line',
    () => {
      fc.assert(
        fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
          expect(() => parseBackup(value)).toThrow();
          try {
            parseBackup(value);
          } catch (error) {
            expectDeliberateError(error);
          }
        }),
        runs(100, 5000),
      );
    },
    30 * minutes,
  );

  it(
    'accepts a damaged file, or refuses it and leaves the ledger unchanged',
    async () => {
      const text = new TextEncoder().encode(JSON.stringify(sealed));
      const before = await readLedger();
      let writes = 0;
      await fc.assert(
        fc.asyncProperty(damagedBytes(text), async (bytes) => {
          const file = { name: 'b.json', size: bytes.length, arrayBuffer: async () => bytes.slice().buffer };
          const read = await readBackup(file, null);
          if ('refused' in read) expect(['torn', 'foreign', 'wrong-passphrase']).toContain(read.refused);
          if (!('backup' in read)) return;
          writes = 0;
          injectFaults((step) => {
            if (step === 'commit') writes++;
            return 'none';
          });
          const inspected = await worker.send('backup.inspect', [read.backup]);
          expect(writes, 'writes while inspecting').toBe(0);
          if (inspected !== 'stopped' && 'ok' in inspected) return;
          const answer = await worker.send('backup.restore', [read.backup]);
          if (answer === 'stopped' || 'ok' in answer) throw new Error('a backup that inspect refused was restored');
          expectDeliberateError(new Error(answer.error));
        }),
        runs(60, 10_000),
      );
      injectFaults(() => 'none');
      expect(await readLedger()).toBe(before);
    },
    30 * minutes,
  );

  it(
    'allows every day to be read after an accepted mutant was restored',
    async () => {
      const real = JSON.parse(JSON.stringify(sealed));
      await worker.close();
      await fc.assert(
        fc.asyncProperty(mutantsOf(real), async (value) => {
          try {
            parseBackup(value);
          } catch {
            return; // The first test covers refused mutants.
          }
          const fresh = openInMemoryWorker();
          try {
            await fresh.request('settings.write', [{ consent: 1 }], fromOwn);
            const answer = await fresh.send('backup.restore', [value]);
            if (answer === 'stopped') throw new Error('the worker was stopped');
            if ('error' in answer) {
              expectDeliberateError(new Error(answer.error));
              return;
            }
            await fresh.request('days.read', ['2020-01-01', '2027-01-01'] as never, fromOwn);
            await fresh.request('repeats.read', ['2020-01-01', '2027-01-01'] as never, fromOwn);
            await fresh.request('months.read', [], fromOwn);
          } finally {
            await fresh.close();
          }
        }),
        runs(5, 500),
      );
      await prepare();
    },
    30 * minutes,
  );

  it('refuses a file that is too large without reading it', async () => {
    const file = {
      name: 'b.json',
      size: 2 ** 31,
      arrayBuffer: () => Promise.reject(new Error('the file was read')),
    };
    expect(await readBackup(file, null)).toEqual({ refused: 'too-large' });
  });
});

describe('month reports', () => {
  const reports = async () =>
    Promise.all(
      (['least', 'standard', 'noisy'] as const).map(
        async (level) => (await worker.request('month.lines', [{ month: '2026-02', level }], fromOwn)).bytes as string,
      ),
    );
  it(
    'accepts a mutant of a valid report, or refuses it with a message of one line',
    async () => {
      for (const report of await reports()) {
        const check = (text: string) => {
          try {
            parseMonthReport(text);
          } catch (error) {
            expectDeliberateError(error, /^/);
          }
        };
        fc.assert(
          fc.property(mutantsOf(JSON.parse(report)), (value) => check(JSON.stringify(value))),
          runs(60, 8000),
        );
        fc.assert(
          fc.property(damagedBytes(new TextEncoder().encode(report)), (bytes) =>
            check(new TextDecoder().decode(bytes)),
          ),
          runs(60, 5000),
        );
      }
    },
    30 * minutes,
  );
});

describe('messages', () => {
  const names = [
    // `ledger.erase` is left out: the later messages need a ledger.
    ...ownMessages.filter((name) => name !== 'ledger.erase'),
    ...[
      'page.open',
      'page.focus',
      'page.forms',
      'page.acts',
      'page.secret',
      'log.append',
      '__proto__',
      'constructor',
      'toString',
    ],
  ];
  const words = fc.constantFrom(
    '2026-03-06',
    '2026-02',
    'least',
    'lwzb.stats.gov.cn',
    'check-in',
    'json',
    '',
    '\n',
    '𝒳'.repeat(500),
  );
  const argument = fc.oneof(words, fc.jsonValue(), fc.anything({ maxDepth: 2 }).filter(isCloneable));
  const event = fc.record(
    {
      kind: fc.constantFrom(
        'span',
        'field',
        'commit',
        'outcome',
        'copied',
        'table',
        'act',
        'login',
        'dropped',
        'idle',
        'toString',
      ),
      at: fc.oneof(fc.integer({ min: noon - 1e6, max: noon + 1e6 }), fc.double(), fc.string()),
      of: fc.constantFrom('presence', 'input', 'x'),
      start: fc.integer(),
      end: fc.integer(),
      form: fc.constantFrom('check-in', 'x'),
      count: fc.integer(),
      ms: fc.double(),
      extra: fc.string(),
    },
    { requiredKeys: ['kind'] },
  );
  const messages = fc.oneof(
    fc.anything({ maxDepth: 2 }).filter(isCloneable),
    fc.record({ name: fc.constantFrom(...names), args: fc.array(argument, { maxLength: 3 }) }),
    fc.record({ name: fc.constant('log.append'), args: fc.tuple(fc.array(event, { maxLength: 8 })) }),
  );
  it(
    'answers any message from any sender, or refuses it with a message of one line',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          messages,
          fc.constantFrom(fromPage, fromOwn, {}, { url: 'x' }, { tab: { id: 1 } }),
          async (message, sender) => {
            const answer = (await worker.sendRaw(message, sender)) as { ok?: unknown; error?: string };
            expect(Object.keys(answer)).toHaveLength(1);
            if ('error' in answer) expectDeliberateError(new Error(answer.error), /^Cannot /);
            else expect(answer).toHaveProperty('ok');
          },
        ),
        runs(150, 25_000),
      );
      // The worker still answers.
      expect(await worker.request('state.read', [], fromOwn)).toHaveProperty('today');
      await worker.request('days.read', ['2020-01-01', '2027-01-01'] as never, fromOwn);
    },
    30 * minutes,
  );
});

function isCloneable(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false; // functions and symbols can't be sent between pages
  }
}
