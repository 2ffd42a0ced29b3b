/**
 * What each of our own pages' messages may carry: one check an argument, in order. A message whose arguments have no
 * check does not compile. Backups and what a month says have doors of their own (core/backup/parse-backup.ts, core/report/parse-statements.ts).
 */
import { dayField, findSettingsFault } from '../../core/backup/backup-schema.ts';
import {
  arrayOf,
  type Check,
  integerUpTo,
  isBoolean,
  isOptional,
  isRecord,
  nullable,
  numberUpTo,
  objectOf,
  oneOf,
  optional,
} from '../../core/checks.ts';
import { purposes } from '../../core/days/day-summary.ts';
import { phoneBurdens } from '../../core/events.ts';
import { reportLevels } from '../../core/report/report-format.ts';
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
const instant = numberUpTo(4_102_444_800_000);
const month: Check = (v) => typeof v === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(v);
const level = oneOf(reportLevels);
const settings: Check = (v) => findSettingsFault(v) === null;
const choice = objectOf({
  month,
  level,
  e: optional((v) => v === undefined || v === 3 || v === 7 || v === 20),
  removed: optional((v) => v === undefined || arrayOf(text(200), 5000)(v)),
});
const ofMonth = objectOf({ year: integerUpTo(9999), month: (v) => integerUpTo(12)(v) && v !== 0, level });
const change = objectOf({
  purpose: optional(nullable(oneOf(purposes))),
  exempt: optional(isBoolean),
  asked: optional((v) => v === true),
});
const options = objectOf({ digests: optional(isBoolean) });

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
  'backup.read': [optional((v) => v === undefined || v === null || options(v))],
  'backup.saved': [],
  'backup.inspect': [whatever],
  'backup.restore': [whatever],
  'ledger.erase': [],
  'storage.read': [],
  'ledger.dropLast': [numberUpTo(1440)],
  'days.erase': [day, day],
  'stretch.erase': [instant, instant],
  'system.erase': [host],
  undo: [text(64)],
  'self.add': [oneOf(phoneBurdens), nullable(numberUpTo(1440))],
  'self.remove': [integerUpTo(Number.MAX_SAFE_INTEGER)],
  'catalogue.read': [],
  'catalogue.group': [word, isBoolean],
  'site.add': [text(400), word],
  'site.remove': [text(400)],
  'site.skip': [host, isBoolean],
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
    if (i >= args.length && isOptional(check)) continue;
    if (!check(args[i])) return `argument ${i + 1} is malformed`;
  }
  return null;
}
