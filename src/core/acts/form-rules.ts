/**
 * The special rules of burden forms, in one table. judge-act.ts, compile-lexicon.ts and the worker's pending acts read
 * it. A form without an entry is recognised by its words in src/data/lexicon.json alone. docs/rules.md
 */
import type { ActFeature, BurdenForm } from '../events.ts';

/** Kinds of portals for study, which have hours, credits and lectures. */
const studyKinds = ['party-study', 'cadre-training', 'professional-training'];
/** Whether a kind of portal is for study. */
export const isStudyKind = (kind: string): boolean => studyKinds.includes(kind);

/** The rules of one form that differ from the common ones. */
interface FormRules {
  /**
   * Where the words of the form count, if not everywhere: on controls only, or nowhere because the form is measured by
   * time and by systems.
   */
  readonly words?: 'controls' | 'none';
  /** The form is an upload: its words belong to chosen files and pasted images. */
  readonly isUpload?: true;
  /** A press of its control counts once the submission that follows was sent. */
  readonly isReport?: true;
  /** Its labels belong to a deadline on the page. */
  readonly isDeadline?: true;
  /** The feature that the form has when a heading of the page shows it. */
  readonly shownFeature?: ActFeature;
  /** Its headings show figures. A heading without a number is a menu item and does not count. */
  readonly needsNumber?: true;
  /** Kinds of portals where its words mean something else. */
  readonly excludedKinds?: readonly string[];
  /** A press counts only on these kinds of portals, and only where tasks, points or ranks are shown. */
  readonly pressKinds?: readonly string[];
}

const rules = {
  // An applicant's materials are no traces of work.
  'trace-keeping': { isUpload: true, excludedKinds: ['service-platform'] },
  'photo-proof': { isUpload: true },
  'check-in': { excludedKinds: ['mail-meeting'] },
  'multi-reporting': { isReport: true },
  'deadline-reply': { isDeadline: true },
  ranking: { shownFeature: 'leaderboard', needsNumber: true },
  // In education, hours and credits are those of pupils and students.
  'online-duration': { shownFeature: 'counter', needsNumber: true, excludedKinds: ['education'] },
  'engagement-quota': {
    shownFeature: 'task',
    // Elsewhere likes and shares belong to ordinary news.
    pressKinds: [...studyKinds, 'party-building', 'cyberspace-newmedia', 'civility-volunteer', 'mass-organization'],
  },
  'forced-install': { shownFeature: 'promotion' },
  fragmentation: { words: 'none' },
  'after-hours': { words: 'none' },
  // The circulation of documents is the work itself.
  'office-oa': { words: 'controls' },
} as const satisfies Readonly<Partial<Record<BurdenForm, FormRules>>>;

/** The special rules of a burden form; empty when it has none. */
export const rulesOf = (form: string): FormRules => (rules as Readonly<Record<string, FormRules>>)[form] ?? {};
