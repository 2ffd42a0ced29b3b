/**
 * The special rules of burden forms, in one table. judge-act.ts, compile-lexicon.ts and the worker's pending acts read
 * this table. A form without an entry is recognised only by its words in src/data/lexicon.json. docs/rules.md
 */
import type { ActFeature, BurdenForm } from '../events.ts';

/** Kinds of portals for study, which have hours, credits and lectures. */
const studyKinds = ['party-study', 'cadre-training', 'professional-training'];
/** Whether a kind of portal is for study. */
export const isStudyKind = (kind: string): boolean => studyKinds.includes(kind);

/** The rules of one form that differ from the common rules. */
interface FormRules {
  /**
   * Where the words of the form count, if not everywhere. `controls`: on controls only. `none`: nowhere, because the
   * form is measured by the time spent and by the number of systems.
   */
  readonly words?: 'controls' | 'none';
  /** The form is an upload. Its words belong to chosen files and pasted images. */
  readonly isUpload?: true;
  /** A press of a control of the form counts when a sent submission follows. */
  readonly isReport?: true;
  /** The labels of the form belong to a deadline on the page. */
  readonly isDeadline?: true;
  /** The feature that the form has when a heading of the page shows it. */
  readonly shownFeature?: ActFeature;
  /** The headings of the form show figures. A heading without a number is a menu item and does not count. */
  readonly needsNumber?: true;
  /** Kinds of portals on which the words of the form mean something else. */
  readonly excludedKinds?: readonly string[];
  /** A press counts only on these kinds of portals, and only where tasks, points or ranks are shown. */
  readonly pressKinds?: readonly string[];
}

const rules = {
  // On these portals, the uploads are an applicant's materials and not traces of work.
  'trace-keeping': { isUpload: true, excludedKinds: ['service-platform'] },
  'photo-proof': { isUpload: true },
  'check-in': { excludedKinds: ['mail-meeting'] },
  'multi-reporting': { isReport: true },
  'deadline-reply': { isDeadline: true },
  ranking: { shownFeature: 'leaderboard', needsNumber: true },
  // On portals for education, the hours and credits are those of pupils and students.
  'online-duration': { shownFeature: 'counter', needsNumber: true, excludedKinds: ['education'] },
  'engagement-quota': {
    shownFeature: 'task',
    // On other kinds of portals, likes and shares belong to ordinary news.
    pressKinds: [...studyKinds, 'party-building', 'cyberspace-newmedia', 'civility-volunteer', 'mass-organization'],
  },
  'forced-install': { shownFeature: 'promotion' },
  fragmentation: { words: 'none' },
  'after-hours': { words: 'none' },
  // The circulation of documents is the work itself.
  'office-oa': { words: 'controls' },
} as const satisfies Readonly<Partial<Record<BurdenForm, FormRules>>>;

/** Returns the special rules of a burden form; empty when it has none. */
export const rulesOf = (form: string): FormRules => (rules as Readonly<Record<string, FormRules>>)[form] ?? {};
