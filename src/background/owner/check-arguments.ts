/**
 * Checks the arguments of messages from the extension's own pages (popup, dashboard). There is one check for each
 * argument, in the order of the arguments. The code does not compile when a message has no checks. Two arguments are
 * checked by parsers instead: backups (core/backup/parse-backup.ts) and the owner's statements in a month report
 * (core/report/parse-statements.ts).
 */
import { dayField, findSettingsFault } from '../../core/backup/backup-schema.ts';
import {
  arrayOf,
  type Check,
  instant,
  integerUpTo,
  isBoolean,
  isOptional,
  isRecord,
  memberOf,
  nullable,
  numberUpTo,
  objectOf,
  oneOf,
  optional,
} from '../../core/checks.ts';
import { purposes } from '../../core/days/day-summary.ts';
import { phoneBurdens } from '../../core/events.ts';
import { noiseLevels } from '../../core/report/draws/randomized-response.ts';
import { reportLevels } from '../../core/report/report-format.ts';
import { type OwnMessages, saveFormats } from '../../messages.ts';

const text =
  (longest: number): Check =>
  (v) =>
    typeof v === 'string' && v.length <= longest;
const anything: Check = () => true;
const day = dayField;
const host = text(260);
const id = text(64);
const month: Check = (v) => typeof v === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(v);
const level = oneOf(reportLevels);
const settings: Check = (v) => findSettingsFault(v) === null;
const reportChoice = objectOf({
  month,
  level,
  /** The privacy parameter of a perturbed level. */
  e: optional((v) => v === undefined || memberOf(noiseLevels)(v)),
  removed: optional((v) => v === undefined || arrayOf(text(200), 5000)(v)),
});
const monthAndLevel = objectOf({ year: integerUpTo(9999), month: (v) => integerUpTo(12)(v) && v !== 0, level });
const systemChange = objectOf({
  purpose: optional(nullable(oneOf(purposes))),
  exempt: optional(isBoolean),
  asked: optional((v) => v === true),
});
const backupOptions = objectOf({ digests: optional(isBoolean) });

/** One check for each argument. */
type Checks<A extends readonly unknown[]> = { readonly [I in keyof A]-?: Check };
const checksOf: { readonly [N in keyof OwnMessages]: Checks<Parameters<OwnMessages[N]>> } = {
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
  'system.write': [host, systemChange],
  'month.export': [monthAndLevel],
  'month.csv': [monthAndLevel],
  'months.read': [],
  'month.lines': [reportChoice],
  'month.say': [month, isRecord],
  'month.save': [reportChoice, oneOf(saveFormats)],
  'month.forget': [month],
  'saves.read': [],
  'studies.read': [],
  'study.add': [text(10_000)],
  'study.remove': [text(1000)],
  'settings.read': [],
  'settings.write': [settings],
  'pauses.read': [day, day],
  'backup.read': [optional((v) => v === undefined || v === null || backupOptions(v))],
  'backup.saved': [],
  'backup.inspect': [anything],
  'backup.restore': [anything],
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
  'catalogue.group': [id, isBoolean],
  'site.add': [text(400), id],
  'site.remove': [text(400)],
  'site.skip': [host, isBoolean],
  'timer.start': [oneOf(phoneBurdens)],
  'timer.stop': [],
};

/** The names of all messages from the extension's own pages. */
export const ownMessages = Object.keys(checksOf) as readonly (keyof OwnMessages)[];

/** Whether the extension's own pages may send a message with this name. */
export const isOwnMessage = (name: string): name is keyof OwnMessages => Object.hasOwn(checksOf, name);

/**
 * Returns what is wrong with the arguments of a message (the part of an error message after the colon), or null when
 * the arguments are valid.
 */
export function argumentFault(name: keyof OwnMessages, args: readonly unknown[]): string | null {
  const checks = checksOf[name] as readonly Check[];
  if (args.length > checks.length) return `expected at most ${checks.length} arguments, got ${args.length}`;
  for (const [i, check] of checks.entries()) {
    if (i >= args.length && isOptional(check)) continue;
    if (!check(args[i])) return `argument ${i + 1} is not valid`;
  }
  return null;
}
