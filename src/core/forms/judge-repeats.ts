/**
 * What a settled set of fields comes to: entries and submissions with their verdicts.
 * docs/measurement.md, "Repeat entry" and "Near-duplicate submission".
 */
import type { EntryMade, LogEvent, RepeatVerdict, SubmissionMade, SystemKey } from '../events.ts';
import { minTextOverlap, type PendingField, type SettledFields } from './match-submissions.ts';

/** For how many days a submitted value is remembered. A ledger that is younger can't show a full share of repeats. */
export const lookBackDays = 35;

/** In which systems a digest was part of a successful submission within the look-back. */
export type KnownDigests = ReadonlyMap<string, readonly SystemKey[]>;

/** The systems that have had this field's value. */
function seenIn(field: PendingField, known: KnownDigests): ReadonlySet<SystemKey> {
  const agreeing = new Map<SystemKey, number>();
  for (const { digests } of field.prints)
    for (const system of new Set(digests.flatMap((d) => known.get(d) ?? [])))
      agreeing.set(system, (agreeing.get(system) ?? 0) + 1);
  const needed = field.prints.length * minTextOverlap;
  return new Set([...agreeing].filter(([, n]) => n >= needed).map(([system]) => system));
}

/** Judges settled fields; `family` is their form's keyed digest. */
export function judgeRepeats(
  closed: SettledFields,
  system: SystemKey,
  family: string | null,
  known: KnownDigests,
): LogEvent[] {
  const { how, at, fields } = closed;
  const seen = new Map(fields.map((f) => [f, seenIn(f, known)]));
  const events: LogEvent[] = [];
  const verdictOf = (field: PendingField): RepeatVerdict => {
    if (how === 'searched') return field.prints.length > 0 ? 'look-up' : 'none';
    const systems = how === 'left' ? new Set<SystemKey>() : (seen.get(field) ?? new Set<SystemKey>());
    if ([...systems].some((s) => s !== system)) return 'other-system';
    if (systems.has(system)) return 'same-system';
    return field.again ? 'rework' : 'none';
  };
  // A failed attempt and a draft keep their entries waiting: they are counted once, when they are sent or left.
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
      ms: workMs(closed),
      nearDuplicate: how === 'sent' && isNearDuplicate(eligible, seen),
    } satisfies SubmissionMade);
  }
  return events;
}

/** One earlier system holds at least three of the eligible values and at least 0.6 of them, or a text like this one. */
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

export const fieldKindsOf = (fields: readonly PendingField[]): string[] =>
  [...new Set(fields.flatMap((f) => (f.fieldKind === null ? [] : [f.fieldKind])))].sort();

/**
 * What a form is told by: its field kinds when there are at least three (so that 联系电话 and 手机号 are one),
 * else its labels; null when it has neither. Keyed before it is kept.
 */
export function formFamilyText(fields: readonly PendingField[]): string | null {
  const kinds = fieldKindsOf(fields);
  if (kinds.length >= 3) return `kinds ${kinds.join(' ')}`;
  const labels = [...new Set(fields.flatMap((f) => (f.label === null ? [] : [f.label])))].sort();
  return labels.length === 0 ? null : `labels ${labels.join(' ')}`;
}

/** From the first entry to the commit, each gap counted up to 60 s, and the first field's own time before its report. */
function workMs({ at, fields }: SettledFields): number {
  const moments = [...fields.map((f) => f.at), at].sort((a, b) => a - b);
  let ms = Math.min(60_000, fields.find((f) => f.at === moments[0])?.focusMs ?? 0);
  for (let i = 1; i < moments.length; i++) ms += Math.min(60_000, (moments[i] as number) - (moments[i - 1] as number));
  return ms;
}
