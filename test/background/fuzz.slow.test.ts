/**
 * What strangers and torn disks may hand us: backups, reports, messages. Never a crash, never a change, always one
 * clear line. Some hundreds of inputs here; `npm run fuzz` takes more than 100,000.
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

/** One line, in our own words. */
function expectClear(trouble: unknown, start = /^Cannot /): void {
  if (!(trouble instanceof Error)) throw trouble;
  // A TypeError or RangeError is the language's word for a crash.
  if (trouble.constructor !== Error) throw trouble;
  expect(trouble.message).toMatch(start);
  expect(trouble.message).not.toMatch(/[\n\r]/);
  expect(trouble.message.length).toBeLessThan(300);
}

let world = openInMemoryWorker();
let sealed: unknown;
/** A ledger with a history. */
async function prepare(): Promise<void> {
  world = openInMemoryWorker();
  await world.request('settings.write', [{ consent: 1 }], fromOwn);
  await world.request('backup.restore', [otherLedgerBackup(noon)], fromOwn);
  await world.raise('alarms.onAlarm', { name: 'chores' });
  // With a sealed day, and digests.
  sealed = await world.request('backup.read', [{ digests: true }], fromOwn);
}
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
  await prepare();
});
afterAll(async () => {
  vi.useRealTimers();
  await world.close();
});
afterEach(() => injectFaults(() => 'none'));

/** Everything of the ledger, as it stands. */
const everything = async () =>
  JSON.stringify([
    await world.request('backup.read', [{ digests: true }], fromOwn),
    await world.request('studies.read', [], fromOwn),
    await world.request('settings.read', [], fromOwn),
  ]);

describe('restore', () => {
  it(
    'every mutant of a real backup is taken or refused in one line',
    () => {
      const real = JSON.parse(JSON.stringify(sealed));
      fc.assert(
        fc.property(mutantsOf(real), (value) => {
          try {
            parseBackup(value);
          } catch (trouble) {
            expectClear(trouble);
          }
        }),
        runs(300, 40_000),
      );
    },
    30 * minutes,
  );

  it(
    'any other value is refused in one line',
    () => {
      fc.assert(
        fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
          expect(() => parseBackup(value)).toThrow();
          try {
            parseBackup(value);
          } catch (trouble) {
            expectClear(trouble);
          }
        }),
        runs(100, 5000),
      );
    },
    30 * minutes,
  );

  it(
    'torn and foreign files are known before they are parsed, and the worker changes nothing for a refused one',
    async () => {
      const text = new TextEncoder().encode(JSON.stringify(sealed));
      const before = await everything();
      let writes = 0;
      await fc.assert(
        fc.asyncProperty(damagedBytes(text), async (bytes) => {
          const file = { name: 'b.json', size: bytes.length, arrayBuffer: async () => bytes.slice().buffer };
          const read = await readBackup(file, null);
          if ('refused' in read) expect(['torn', 'foreign', 'wrong-passphrase']).toContain(read.refused);
          if (!('backup' in read)) return;
          writes = 0;
          injectFaults((what) => {
            if (what === 'commit') writes++;
            return 'none';
          });
          const seen = await world.send('backup.inspect', [read.backup]);
          expect(writes, 'looking changes nothing').toBe(0);
          if (seen !== 'stopped' && 'ok' in seen) return;
          const answer = await world.send('backup.restore', [read.backup]);
          if (answer === 'stopped' || 'ok' in answer) throw new Error('what was refused was taken');
          expectClear(new Error(answer.error));
        }),
        runs(60, 10_000),
      );
      injectFaults(() => 'none');
      expect(await everything()).toBe(before);
    },
    30 * minutes,
  );

  it(
    'what is taken can be read: no mutant leaves a day that breaks its readers',
    async () => {
      const real = JSON.parse(JSON.stringify(sealed));
      await world.close();
      await fc.assert(
        fc.asyncProperty(mutantsOf(real), async (value) => {
          try {
            parseBackup(value);
          } catch {
            return; // refused, see above
          }
          const fresh = openInMemoryWorker();
          try {
            await fresh.request('settings.write', [{ consent: 1 }], fromOwn);
            const answer = await fresh.send('backup.restore', [value]);
            if (answer === 'stopped') throw new Error('stopped');
            if ('error' in answer) {
              expectClear(new Error(answer.error));
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

  it('an enormous file is refused by its size, unread', async () => {
    const file = {
      name: 'b.json',
      size: 2 ** 31,
      arrayBuffer: () => Promise.reject(new Error('it was read')),
    };
    expect(await readBackup(file, null)).toEqual({ refused: 'too-large' });
  });
});

describe('month reports', () => {
  const reports = async () =>
    Promise.all(
      (['least', 'standard', 'noisy'] as const).map(
        async (level) => (await world.request('month.lines', [{ month: '2026-02', level }], fromOwn)).bytes as string,
      ),
    );
  it(
    'every mutant of a real report is read or refused in one line',
    async () => {
      for (const text of await reports()) {
        const check = (given: string) => {
          try {
            parseMonthReport(given);
          } catch (trouble) {
            expectClear(trouble, /^/);
          }
        };
        fc.assert(
          fc.property(mutantsOf(JSON.parse(text)), (value) => check(JSON.stringify(value))),
          runs(60, 8000),
        );
        fc.assert(
          fc.property(damagedBytes(new TextEncoder().encode(text)), (bytes) => check(new TextDecoder().decode(bytes))),
          runs(60, 5000),
        );
      }
    },
    30 * minutes,
  );
});

describe('messages', () => {
  const names = [
    // Erasing everything would leave nothing for the others to be tried on.
    ...ownMessages.filter((name) => name !== 'ledger.erase'),
    ...['page.open', 'page.forms', 'page.acts', 'page.secret', 'log.append', '__proto__', 'constructor', 'toString'],
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
    'whatever is sent, by whomever: an answer, or one line',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          messages,
          fc.constantFrom(fromPage, fromOwn, {}, { url: 'x' }, { tab: { id: 1 } }),
          async (message, sender) => {
            const answer = (await world.sendRaw(message, sender)) as { ok?: unknown; error?: string };
            expect(Object.keys(answer)).toHaveLength(1);
            if ('error' in answer) expectClear(new Error(answer.error), /^Cannot /);
            else expect(answer).toHaveProperty('ok');
          },
        ),
        runs(150, 25_000),
      );
      // And it still answers.
      expect(await world.request('state.read', [], fromOwn)).toHaveProperty('today');
      await world.request('days.read', ['2020-01-01', '2027-01-01'] as never, fromOwn);
    },
    30 * minutes,
  );
});

function isCloneable(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false; // functions and symbols don't travel between pages
  }
}
