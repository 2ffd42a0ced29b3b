/**
 * Turns settled fields into `entry` and `submission` events that hold verdicts on repeats. docs/measurement/repeats.md
 */
import type { EntryMade, LogEvent, RepeatVerdict, SubmissionMade, SystemKey } from '../events.ts';
import { minTextOverlap, type PendingField, type SettledFields } from './match-submissions.ts';

/**
 * Number of days for which a submitted value is remembered. In a ledger that is younger than this, the measured share
 * of repeats is too low.
 */
export const lookBackDays = 35;

/** Digest → systems in which a value with this digest was submitted successfully within the look-back period. */
export type KnownDigests = ReadonlyMap<string, readonly SystemKey[]>;

/** Returns the systems in which this field's value was submitted before. */
function systemsWith(field: PendingField, known: KnownDigests): ReadonlySet<SystemKey> {
  const agreeing = new Map<SystemKey, number>();
  for (const { digests } of field.prints)
    for (const system of new Set(digests.flatMap((d) => known.get(d) ?? [])))
      agreeing.set(system, (agreeing.get(system) ?? 0) + 1);
  const needed = field.prints.length * minTextOverlap;
  return new Set([...agreeing].filter(([, n]) => n >= needed).map(([system]) => system));
}

/**
 * Returns the events for fields that were settled together: an entry for each field that was sent, used for a search,
 * or left, and a submission if one was made (sent, failed or draft). `family` is the keyed digest of `formFamilyText`.
 */
export function judgeRepeats(
  settled: SettledFields,
  system: SystemKey,
  family: string | null,
  known: KnownDigests,
): LogEvent[] {
  const { how, at, fields } = settled;
  if (how === 'login') return [{ kind: 'login', at, system }];
  const seen = new Map(fields.map((f) => [f, systemsWith(f, known)]));
  const events: LogEvent[] = [];
  const verdictOf = (field: PendingField): RepeatVerdict => {
    if (how === 'searched') return field.prints.length > 0 ? 'look-up' : 'none';
    const systems = how === 'left' ? new Set<SystemKey>() : (seen.get(field) ?? new Set<SystemKey>());
    if ([...systems].some((s) => s !== system)) return 'other-system';
    if (systems.has(system)) return 'same-system';
    return field.again ? 'rework' : 'none';
  };
  // After a failed attempt or a draft, the fields stay pending. Each entry is counted once, when its field is sent or
  // left.
  if (how === 'sent' || how === 'searched' || how === 'left')
    for (const field of fields)
      events.push({
        kind: 'entry',
        at: field.at,
        system,
        way: field.way,
        fieldKind: field.fieldKind,
        label: field.label,
        eligible: field.prints.length > 0,
        repeat: verdictOf(field),
        ...(field.isCarried && how === 'sent' && { carried: true as const }),
        characters: field.characters,
        focusMs: field.focusMs,
      } satisfies EntryMade);
  if (how === 'sent' || how === 'failed' || how === 'draft') {
    const eligible = fields.filter((f) => f.prints.length > 0);
    const repeated = eligible.filter((f) => (seen.get(f)?.size ?? 0) > 0);
    events.push({
      kind: 'submission',
      at,
      system,
      outcome: how,
      family,
      fieldKinds: fieldKindsOf(fields),
      fields: fields.length,
      eligible: eligible.length,
      repeated: repeated.length,
      ms: workMs(settled),
      nearDuplicate: how === 'sent' && isNearDuplicate(eligible, seen),
    } satisfies SubmissionMade);
  }
  return events;
}

/**
 * Whether a submission is nearly a copy of earlier submissions in one system. This is so when that system already had
 * at least three of the eligible values, and at least 60 % of them. It is also so when a system already had a long text
 * that overlaps with a long text of the submission.
 */
function isNearDuplicate(
  eligible: readonly PendingField[],
  seen: ReadonlyMap<PendingField, ReadonlySet<SystemKey>>,
): boolean {
  const shared = new Map<SystemKey, number>();
  for (const field of eligible)
    for (const system of seen.get(field) ?? []) {
      if (field.prints.length > 1) return true;
      shared.set(system, (shared.get(system) ?? 0) + 1);
    }
  return [...shared.values()].some((n) => n >= 3 && n >= 0.6 * eligible.length);
}

/** Returns the field kinds of these fields, sorted and without duplicates. */
export const fieldKindsOf = (fields: readonly PendingField[]): string[] =>
  [...new Set(fields.flatMap((f) => (f.fieldKind === null ? [] : [f.fieldKind])))].sort();

/**
 * Returns the text that identifies a form family. With at least three field kinds, the text lists these kinds, so that
 * a form with 联系电话 and a form with 手机号 belong to the same family. With fewer kinds, the text lists the labels. Without
 * labels, the result is null. The worker stores only a keyed digest of the text.
 */
export function formFamilyText(fields: readonly PendingField[]): string | null {
  const kinds = fieldKindsOf(fields);
  if (kinds.length >= 3) return `kinds ${kinds.join(' ')}`;
  const labels = [...new Set(fields.flatMap((f) => (f.label === null ? [] : [f.label])))].sort();
  return labels.length === 0 ? null : `labels ${labels.join(' ')}`;
}

/** Longest gap between two entries that counts as work. */
const maxGapMs = 60_000;

/**
 * Returns the working time of a submission: the time from the first entry to the commit, with each gap counted up to 60
 * s, plus the focus time of the first field.
 */
function workMs({ at, fields }: SettledFields): number {
  const moments = [...fields.map((f) => f.at), at].sort((a, b) => a - b);
  let ms = Math.min(maxGapMs, fields.find((f) => f.at === moments[0])?.focusMs ?? 0);
  for (let i = 1; i < moments.length; i++)
    ms += Math.min(maxGapMs, (moments[i] as number) - (moments[i - 1] as number));
  return ms;
}
