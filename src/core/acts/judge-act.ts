/**
 * Judges which words count as burden acts. The evidence comes from the page (classes of words on a control, near the
 * control, and on the page) and from the worker (the kind of the portal, and what the portal showed before).
 * docs/rules.md, "When a word counts"
 */
import type { ActFeature, BurdenForm, EpochMs, LeadTime, WordsSeen } from '../events.ts';
import { isStudyKind, rulesOf } from './form-rules.ts';

/** The burden form and the feature that the words count as. */
export interface Verdict {
  readonly form: BurdenForm;
  readonly feature: ActFeature;
}

/** Returns the burden forms of those word classes that belong to one place. */
const formsOf = (ids: readonly string[], place: string): BurdenForm[] =>
  ids.filter((id) => id.startsWith(`${place} `)).map((id) => id.slice(place.length + 1) as BurdenForm);

/**
 * Returns the verdict on words that were found on a portal of this kind, or null when the words don't count. `shown`
 * holds the forms that the system has shown in this browser session. `page` holds the classes of the headings that this
 * document has shown.
 */
export function judgeWords(
  seen: WordsSeen,
  kind: string,
  shown: readonly string[],
  page: readonly string[] = [],
): Verdict | null {
  // Words about news near a control normally mean that a like is not a quota. On portals for study this rule does not
  // apply, because there the news is the study material.
  const near = isStudyKind(kind) ? seen.near.filter((id) => id !== 'friend engagement-quota') : seen.near;
  const shows = (form: BurdenForm) => shown.includes(form) || formsOf(page, 'heading').includes(form);
  const verdict = judge({ ...seen, near }, shows);
  if (verdict === null) return null;
  const { excludedKinds = [], pressKinds } = rulesOf(verdict.form);
  if (excludedKinds.includes(kind)) return null;
  if (pressKinds === undefined || verdict.feature !== 'press') return verdict;
  // A like or share counts as a quota only where tasks, points or ranks are shown.
  const isTask = ['engagement-quota', 'ranking'].some(
    (other) => shown.includes(other) || page.includes(`heading ${other}`) || seen.near.includes(`heading ${other}`),
  );
  return pressKinds.includes(kind) && isTask ? verdict : null;
}

function judge({ sort, on, near, due }: WordsSeen, shows: (form: BurdenForm) => boolean): Verdict | null {
  const isFriend = (form: BurdenForm) => near.includes(`friend ${form}`) || on.includes(`friend ${form}`);
  const firstForm = (places: readonly string[], isWanted: (form: BurdenForm) => boolean = () => true) =>
    places.flatMap((place) => formsOf(on, place)).find((form) => isWanted(form) && !isFriend(form));
  switch (sort) {
    case 'reply':
      return { form: 'micro-directive', feature: 'reply' };
    case 'change':
    case 'paste': {
      const form = near
        .flatMap((id) => formsOf([id], 'label').concat(formsOf([id], 'button')))
        .find((f) => rulesOf(f).isUpload);
      if (form === undefined || isFriend(form)) return null;
      return { form, feature: sort === 'change' ? 'file' : 'pasted-image' };
    }
    case 'shown': {
      if (due.length > 0 && formsOf(on, 'due').length > 0)
        return isFriend('deadline-reply') ? null : { form: 'deadline-reply', feature: 'deadline' };
      if (!on.includes('title')) return null;
      // A `medium` word has several meanings, so it needs a `heading` word of the same form on the page.
      const form = firstForm(['heading', 'medium'], (f) => on.includes(`heading ${f}`) || shows(f));
      if (form === undefined) return null;
      const { shownFeature, needsNumber } = rulesOf(form);
      if (shownFeature === undefined || (needsNumber && !on.includes('number'))) return null;
      return { form, feature: shownFeature };
    }
    case 'click': {
      if (on.includes('answer') && near.includes('prompt') && !near.includes('logout'))
        return { form: 'online-duration', feature: 'prompt' };
      const direct = firstForm(['direct']);
      if (direct) return { form: direct, feature: 'press' };
      const report = firstForm(['report']);
      if (report) return { form: report, feature: 'report' };
      const button = firstForm(['button']);
      if (button) return { form: button, feature: 'press' };
      const hasContext = (form: BurdenForm) =>
        ['heading', 'medium', 'label'].some((place) => near.includes(`${place} ${form}`)) ||
        (rulesOf(form).isReport === true && shows(form));
      const weak = firstForm(['weak'], hasContext);
      return weak ? { form: weak, feature: rulesOf(weak).isReport ? 'report' : 'press' } : null;
    }
  }
}

const hourMs = 3_600_000;

/**
 * Returns the instant of a date on a page, in the local time of this computer. `date` is `year,month,day,hour,minute`.
 * An empty year means the current year, and an empty hour means the end of the day.
 */
export function parseDueDate(date: string, now: EpochMs): EpochMs {
  const [year, month, day, hour, minute] = date.split(',');
  const days = [Number(year || new Date(now).getFullYear()), Number(month) - 1, Number(day)] as const;
  return new Date(...days, Number(hour || 24), Number(minute || 0)).getTime() as EpochMs;
}

/**
 * Returns the lead time of a deadline that is first seen at `now`; null when the deadline has passed or is over a year
 * away. `dayEnd` is the end of the local day.
 */
export function leadTimeOf(now: EpochMs, due: EpochMs, dayEnd: EpochMs): LeadTime | null {
  const ms = due - now;
  if (ms <= 0 || ms > 366 * 24 * hourMs) return null;
  if (due <= dayEnd) return 'same-day';
  if (ms < 24 * hourMs) return 'under-24h';
  if (ms < 72 * hourMs) return 'under-3d';
  return ms < 168 * hourMs ? 'under-7d' : 'longer';
}

/**
 * The submission must follow the press of a reporting control within this time, which includes the time for a
 * confirmation.
 */
const reportMs = 30_000;
/** A submission with fewer fields than this is a search or a reply. */
const minFields = 3;

/** Whether a submission belongs to the press of a reporting control. */
export const isReportSubmission = (
  pressedAt: number,
  sent: { readonly at: number; readonly fields: number; readonly outcome: string },
): boolean =>
  sent.outcome === 'sent' &&
  sent.fields >= minFields &&
  sent.at >= pressedAt - 1_000 &&
  sent.at <= pressedAt + reportMs;
