/**
 * `npm run sample -- --years N --out FILE [--hours H] [--seed S]`: writes the ledger of an invented person as a backup
 * file, for tests of speed and screens. H is the number of hours on portals in a working day, by default 2.3. The same
 * arguments give the same bytes. The file is marked as sample data.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BurdenForm, Day, EpochMs, LogEvent, SystemKey, TabKey } from '../src/core/events.ts';
import { dayOf, isWeekend, nextDay, startOfDay } from '../src/core/time/local-time.ts';
import { seededRandom } from '../test/support/seeded-random.ts';

const timeZone = 'Asia/Shanghai';
const lastDay = '2026-10-31' as Day;
/** Hours on portals in a working day. */
const usualHours = 2.3;
const hosts = [
  ['oa.gansu.gov.cn', 'gov-620000-gansu', 'office-oa'],
  ['mzt.gansu.gov.cn', 'dept-62-mz', 'civil-affairs'],
  ['fpxx.nrra.gov.cn', 'nrra', 'rural-revitalization'],
  ['lwzb.stats.gov.cn', 'stats-lwzb', 'statistics'],
  ['www.gsdj.gov.cn', 'dj-gansu', 'party-building'],
  ['www.gsgwypx.com.cn', 'acad-gansu-gwy', 'cadre-training'],
  ['zwfw.gansu.gov.cn', 'zwfw-gansu', 'service-platform'],
] as const;
const kinds = ['name', 'identity', 'phone', 'address', 'income', 'note'];
const acts: readonly BurdenForm[] = [
  'check-in',
  'photo-proof',
  'micro-directive',
  'engagement-quota',
  'deadline-reply',
];

/**
 * Yields the events of one day. `workFactor` is 1 for `usualHours` on portals in a working day, and 2 for twice as many
 * hours.
 */
function* dayEvents(day: Day, draw: () => number, workFactor: number): Generator<LogEvent> {
  const between = (low: number, high: number) => low + draw() * (high - low);
  const start = startOfDay(day, timeZone);
  const visits = Math.round(workFactor * (isWeekend(day) ? between(0, 3) : between(8, 22)));
  let now = start + between(8.2, 9.2) * 3_600_000;
  for (let i = 0; i < visits; i++) {
    now += (between(2, 35) * 60_000) / workFactor ** 2;
    const systemIndex = Math.floor(draw() ** 1.4 * hosts.length);
    const system = keyOf(systemIndex);
    const tab = `t${systemIndex}` as TabKey;
    const durationMs = between(0.5, systemIndex === 5 ? 45 : 14) * 60_000;
    // All events of a day must have the date of that day, so no visit may continue past midnight.
    if (now + durationMs > start + 23 * 3_600_000) return;
    const at = (ms: number) => Math.round(ms) as EpochMs;
    yield { kind: 'span', of: 'presence', start: at(now), end: at(now + durationMs), system, tab };
    yield { kind: 'span', of: 'input', start: at(now + 500), end: at(now + durationMs * between(0.3, 1)), system, tab };
    if (systemIndex !== 5 && draw() < 0.5) {
      const repeated = draw() < 0.6;
      const fields = kinds.slice(0, 3 + Math.floor(draw() * 4));
      for (const [n, fieldKind] of fields.entries())
        yield {
          kind: 'entry',
          at: at(now + (durationMs * (n + 1)) / 9),
          system,
          way: draw() < 0.2 ? 'pasted' : 'composed',
          fieldKind,
          label: null,
          eligible: n > 0,
          repeat: n > 0 && repeated ? (draw() < 0.8 ? 'other-system' : 'same-system') : 'none',
          characters: Math.round(between(3, 30)),
          focusMs: Math.round(between(1500, 15_000)),
        };
      yield {
        kind: 'submission',
        at: at(now + durationMs * 0.8),
        system,
        outcome: draw() < 0.1 ? 'failed' : 'sent',
        family: `00000000000${fields.length}`,
        fieldKinds: [...fields].sort(),
        fields: fields.length,
        eligible: fields.length - 1,
        repeated: repeated ? fields.length - 1 : 0,
        ms: Math.round(durationMs * 0.8),
        nearDuplicate: repeated && fields.length > 3,
      };
    }
    if (draw() < 0.35)
      yield {
        kind: 'act',
        at: at(now + durationMs / 2),
        form: acts[Math.floor(draw() * acts.length)] as BurdenForm,
        count: 1,
        ms: Math.round(between(0, 40_000)),
        system,
      };
    now += durationMs;
  }
}

const keyOf = (systemIndex: number) => `5a5a5a5a5a${String(systemIndex).padStart(2, '0')}` as SystemKey;

function sampleLedger(years: number, seed: number, workFactor: number): string {
  const draw = seededRandom(seed);
  const sourceId = `5a3b1e${String(seed).padStart(10, '0')}`;
  const rows: object[] = [];
  let seq = 0;
  const first = startOfDay(lastDay, timeZone) - Math.round(years * 365) * 86_400_000;
  for (let day = dayOf(first as EpochMs, timeZone); day <= lastDay; day = nextDay(day))
    for (const event of dayEvents(day, draw, workFactor)) rows.push({ ...event, sourceId, seq: seq++, day, timeZone });
  const systems = hosts.map(([host, catalogueId, kind], i) => ({
    key: keyOf(i),
    host,
    catalogueId,
    kind,
    purpose: null,
    exempt: false,
  }));
  return JSON.stringify({ format: 'fingertip-ledger-backup', version: 1, sample: true, rows, systems });
}

function main(): number {
  const { values } = parseArgs({
    options: {
      years: { type: 'string' },
      out: { type: 'string' },
      hours: { type: 'string', default: String(usualHours) },
      seed: { type: 'string', default: '1' },
    },
  });
  const years = Number(values.years);
  const seed = Number(values.seed);
  const hours = Number(values.hours);
  if (!(hours > 0 && hours <= 10))
    throw new Error(
      `Cannot make a sample of "${values.hours}" hours a day: --hours takes a number above 0 and up to 10`,
    );
  if (!(years > 0 && years <= 20))
    throw new Error(`Cannot make a sample of "${values.years}" years: --years takes a number above 0 and up to 20`);
  if (!Number.isInteger(seed) || seed < 0 || seed > 9_999_999_999)
    throw new Error(`Cannot use seed "${values.seed}": not an integer from 0 to 9999999999`);
  if (!values.out) throw new Error('Cannot write the sample: missing option --out FILE');
  const text = sampleLedger(years, seed, hours / usualHours);
  writeFileSync(values.out, text);
  console.log(`${values.out}: ${years} years, ${(text.length / 1e6).toFixed(1)} MB of sample data`);
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
