/**
 * What each of our own pages' messages may carry: one check an argument, in order. A message whose arguments have no
 * check does not compile. Backups and what a month says have doors of their own (core/backup/parse-backup.ts, core/report/parse-said.ts).
 */
import { dayField, faultInSettings } from '../../core/backup/backup-schema.ts';
import { type Check, count, flag, isRecord, list, maybe, nullOr, number, oneOf, shape } from '../../core/checks.ts';
import { purposes } from '../../core/days/day-summary.ts';
import { phoneBurdens } from '../../core/events.ts';
import { levels } from '../../core/report/report-format.ts';
import type { OwnMessages } from '../../messages.ts';

const text =
  (longest: number): Check =>
  (v) =>
    typeof v === 'string' && v.length <= longest;
const whatever: Check = () => true;
const day = dayField;
const host = text(260);
const word = text(64);
/** Wall times up to the year 2100. */
const instant = number(4_102_444_800_000);
const month: Check = (v) => typeof v === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(v);
const level = oneOf(levels);
const settings: Check = (v) => faultInSettings(v) === null;
const choice = shape({
  month,
  level,
  e: maybe((v) => v === undefined || v === 3 || v === 7 || v === 20),
  removed: maybe((v) => v === undefined || list(text(200), 5000)(v)),
});
const ofMonth = shape({ year: count(9999), month: (v) => count(12)(v) && v !== 0, level });
const change = shape({ purpose: maybe(nullOr(oneOf(purposes))), exempt: maybe(flag), asked: maybe((v) => v === true) });
const options = shape({ digests: maybe(flag) });

/** One check an argument. */
type Checks<A extends readonly unknown[]> = { readonly [I in keyof A]-?: Check };
const shapes: { readonly [N in keyof OwnMessages]: Checks<Parameters<OwnMessages[N]>> } = {
  'state.read': [],
  'site.read': [text(100_000)],
  'day.read': [day],
  'today.read': [],
  'day.timeline': [day],
  'days.read': [day, day],
  'days.brief': [day, day],
  'repeats.read': [day, day],
  'names.read': [],
  'systems.read': [],
  'system.write': [host, change],
  'month.export': [ofMonth],
  'month.csv': [ofMonth],
  'months.read': [],
  'month.lines': [choice],
  'month.say': [month, isRecord],
  'month.save': [choice, oneOf(['json', 'csv', 'sealed'])],
  'month.forget': [month],
  'saves.read': [],
  'studies.read': [],
  'study.add': [text(10_000)],
  'study.remove': [text(1000)],
  'settings.read': [],
  'settings.write': [settings],
  'pauses.read': [day, day],
  'backup.read': [maybe((v) => v === undefined || v === null || options(v))],
  'backup.saved': [],
  'backup.inspect': [whatever],
  'backup.restore': [whatever],
  'ledger.erase': [],
  'storage.read': [],
  'ledger.dropLast': [number(1440)],
  'days.erase': [day, day],
  'stretch.erase': [instant, instant],
  'system.erase': [host],
  undo: [text(64)],
  'self.add': [oneOf(phoneBurdens), nullOr(number(1440))],
  'self.remove': [count(Number.MAX_SAFE_INTEGER)],
  'catalogue.read': [],
  'catalogue.group': [word, flag],
  'site.add': [text(400), word],
  'site.remove': [text(400)],
  'site.skip': [host, flag],
  'timer.start': [oneOf(phoneBurdens)],
  'timer.stop': [],
};

/** The messages that our own pages may send. */
export const ownMessages = Object.keys(shapes) as readonly (keyof OwnMessages)[];

/** Whether this is one of them. */
export const isOwnMessage = (name: string): name is keyof OwnMessages => Object.hasOwn(shapes, name);

/** What is wrong with the arguments of a message, or null. */
export function faultInArguments(name: keyof OwnMessages, args: readonly unknown[]): string | null {
  const checks = shapes[name] as readonly Check[];
  if (args.length > checks.length) return `it has ${args.length} arguments, ${checks.length} are known`;
  for (const [i, check] of checks.entries()) {
    if (i >= args.length && 'maybe' in check) continue;
    if (!check(args[i])) return `argument ${i + 1} is malformed`;
  }
  return null;
}
