/**
 * Which words count as burden acts, and where: what a page met (classes of words on a control, near it, on the page)
 * together with what only the worker knows (the kind of the portal, what it showed before).
 * docs/rules.md, "When a word counts".
 */
import type { ActFeature, BurdenForm, EpochMs, LeadTime, WordsSeen } from '../events.ts';

/** Kinds whose purpose is study: hours, credits and lectures belong to them. */
const study = ['party-study', 'cadre-training', 'professional-training'];
export const isStudyKind = (kind: string): boolean => study.includes(kind);

/** Kinds on which likes and shares may be a quota: elsewhere they are ordinary news. */
const quota = [...study, 'party-building', 'cyberspace-newmedia', 'civility-volunteer', 'mass-organization'];

/** Kinds where a form's words mean something else: materials of an applicant are no traces of work. */
const not: Partial<Record<BurdenForm, readonly string[]>> = {
  'trace-keeping': ['service-platform'],
  'check-in': ['mail-meeting'],
  // Credits of pupils and students.
  'online-duration': ['education'],
};

const shownAs: Partial<Record<BurdenForm, ActFeature>> = {
  ranking: 'leaderboard',
  'online-duration': 'counter',
  'engagement-quota': 'task',
  'forced-install': 'promotion',
};
/** These are known by their figures: a heading without any is a menu. */
const withNumber: readonly BurdenForm[] = ['ranking', 'online-duration'];

export interface Verdict {
  readonly form: BurdenForm;
  readonly feature: ActFeature;
}

const formsOf = (ids: readonly string[], place: string): BurdenForm[] =>
  ids.filter((id) => id.startsWith(`${place} `)).map((id) => id.slice(place.length + 1) as BurdenForm);

/**
 * What words come to on a portal of this kind, or null. `shown`: forms that the system showed in this session; `page`:
 * classes of the headings that this document showed.
 */
export function judgeWords(
  seen: WordsSeen,
  kind: string,
  shown: readonly string[],
  page: readonly string[] = [],
): Verdict | null {
  // On systems of study the news is what there is to study: no friend of a quota there.
  const near = isStudyKind(kind) ? seen.near.filter((id) => id !== 'friend engagement-quota') : seen.near;
  const shows = (form: BurdenForm) => shown.includes(form) || formsOf(page, 'heading').includes(form);
  const verdict = judge({ ...seen, near }, shows);
  if (verdict === null || not[verdict.form]?.includes(kind)) return null;
  const { form, feature } = verdict;
  if (form !== 'engagement-quota' || feature !== 'press') return verdict;
  // Judged as a quota only where tasks, points or ranks are shown.
  const isTask = ['engagement-quota', 'ranking'].some(
    (other) => shown.includes(other) || page.includes(`heading ${other}`) || seen.near.includes(`heading ${other}`),
  );
  return quota.includes(kind) && isTask ? verdict : null;
}

function judge({ sort, on, near, due }: WordsSeen, shows: (form: BurdenForm) => boolean): Verdict | null {
  const isFriend = (form: BurdenForm) => near.includes(`friend ${form}`) || on.includes(`friend ${form}`);
  const first = (places: readonly string[], also: (form: BurdenForm) => boolean = () => true) =>
    places.flatMap((place) => formsOf(on, place)).find((form) => also(form) && !isFriend(form));
  switch (sort) {
    case 'reply':
      return { form: 'micro-directive', feature: 'reply' };
    case 'change':
    case 'paste': {
      const form = near
        .flatMap((id) => formsOf([id], 'label').concat(formsOf([id], 'button')))
        .find((f) => f === 'photo-proof' || f === 'trace-keeping');
      if (form === undefined || isFriend(form)) return null;
      return { form, feature: sort === 'change' ? 'file' : 'pasted-image' };
    }
    case 'shown': {
      if (due.length > 0 && formsOf(on, 'due').length > 0)
        return isFriend('deadline-reply') ? null : { form: 'deadline-reply', feature: 'deadline' };
      if (!on.includes('title')) return null;
      // A word that may mean anything needs a precise one of its form on the same page.
      const form = first(['heading', 'medium'], (f) => on.includes(`heading ${f}`) || shows(f));
      const feature = form && shownAs[form];
      if (!form || !feature || (withNumber.includes(form) && !on.includes('number'))) return null;
      return { form, feature };
    }
    case 'click': {
      if (on.includes('answer') && near.includes('prompt') && !near.includes('logout'))
        return { form: 'online-duration', feature: 'prompt' };
      const direct = first(['direct']);
      if (direct) return { form: direct, feature: 'press' };
      const report = first(['report']);
      if (report) return { form: report, feature: 'report' };
      const plain = first(['button']);
      if (plain) return { form: plain, feature: 'press' };
      const isKin = (form: BurdenForm) =>
        ['heading', 'medium', 'label'].some((place) => near.includes(`${place} ${form}`)) ||
        (form === 'multi-reporting' && shows(form));
      const weak = first(['weak'], isKin);
      return weak ? { form: weak, feature: weak === 'multi-reporting' ? 'report' : 'press' } : null;
    }
  }
}

const hour = 3_600_000;

/**
 * The moment that a date on a page means, in local time: `year,month,day,hour,minute`, of which year, hour and minute
 * may be empty. Without a year it is this year's, without an hour the day's end. `now` in milliseconds since 1970.
 */
export function parseDueDate(date: string, now: EpochMs): EpochMs {
  const [year, month, day, hour, minute] = date.split(',');
  const days = [Number(year || new Date(now).getFullYear()), Number(month) - 1, Number(day)] as const;
  return new Date(...days, Number(hour || 24), Number(minute || 0)).getTime() as EpochMs;
}

/** How far off a deadline is when it is first seen; null when it has passed. `dayEnd`: the end of the local day. */
export function leadTimeOf(now: EpochMs, due: EpochMs, dayEnd: EpochMs): LeadTime | null {
  const ms = due - now;
  if (ms <= 0 || ms > 366 * 24 * hour) return null;
  if (due <= dayEnd) return 'same-day';
  if (ms < 24 * hour) return 'under-24h';
  if (ms < 72 * hour) return 'under-3d';
  return ms < 168 * hour ? 'under-7d' : 'longer';
}

/** A report that was pressed waits for its submission: so long it may take, confirming it included. */
const reportMs = 30_000;
/** Fewer fields are a search or a reply, no report. */
const fewestFields = 3;

/** Whether a submission is the one that a press of a reporting control led to. */
export const isReportSubmission = (
  pressedAt: number,
  sent: { readonly at: number; readonly fields: number; readonly outcome: string },
): boolean =>
  sent.outcome === 'sent' &&
  sent.fields >= fewestFields &&
  sent.at >= pressedAt - 1_000 &&
  sent.at <= pressedAt + reportMs;
