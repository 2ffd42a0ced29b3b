/**
 * Lists the clauses of the rules that a burden form relates to. The extension observes features of a portal and never
 * states that a rule was violated (docs/privacy-model.md, P7). docs/rules.md lists the sources and what each source
 * forbids.
 */
import type { BurdenForm } from '../events.ts';

/**
 * The documents that contain the clauses. `apps-2026`: 国办函〔2026〕12号, measures for government mobile applications;
 * `opinions-2023`: the opinions on 指尖上的形式主义; `relief-2024`: the provisions on relieving the grass roots; `local`: rules
 * of single provinces and towns.
 */
export const instruments = ['apps-2026', 'opinions-2023', 'relief-2024', 'local'] as const;
export type Instrument = (typeof instruments)[number];

/** The clauses. The texts of the screens have one entry for each clause. */
export const clauseIds = [
  'reporting',
  'report-once',
  'traces',
  'photos',
  'check-in',
  'instant-reply',
  'likes',
  'ranking',
  'online-time',
  'install',
  'one-stop',
  'off-hours',
] as const;
export type ClauseId = (typeof clauseIds)[number];

/**
 * What an observation can show about a clause. `function`: the portal has the function. `count`: how often the function
 * is used. `hint`: only a hint that the portal may have the function.
 */
export type Strength = 'function' | 'count' | 'hint';

/** One clause that a burden form relates to. */
export interface Clause {
  readonly id: ClauseId;
  readonly instrument: Instrument;
  readonly strength: Strength;
  /** Whether the clause has an exception for security and emergencies (安保、应急). */
  readonly hasException: boolean;
}

const clause = (id: ClauseId, instrument: Instrument, strength: Strength, hasException = false): Clause => ({
  id,
  instrument,
  strength,
  hasException,
});

/**
 * The clauses of each burden form. The form of office documents has no clauses, because these documents are the work
 * itself.
 */
export const clausesOf: Readonly<Record<BurdenForm, readonly Clause[]>> = {
  'multi-reporting': [clause('reporting', 'apps-2026', 'hint'), clause('report-once', 'relief-2024', 'hint')],
  'trace-keeping': [clause('traces', 'opinions-2023', 'count'), clause('traces', 'relief-2024', 'count')],
  'photo-proof': [clause('photos', 'apps-2026', 'count'), clause('photos', 'opinions-2023', 'count')],
  'check-in': [
    clause('check-in', 'apps-2026', 'function', true),
    clause('check-in', 'opinions-2023', 'function', true),
  ],
  'deadline-reply': [clause('instant-reply', 'opinions-2023', 'hint')],
  'micro-directive': [clause('instant-reply', 'opinions-2023', 'hint')],
  'engagement-quota': [clause('likes', 'apps-2026', 'hint'), clause('likes', 'opinions-2023', 'hint')],
  ranking: [clause('ranking', 'apps-2026', 'function', true), clause('ranking', 'opinions-2023', 'function', true)],
  'online-duration': [
    clause('online-time', 'apps-2026', 'function', true),
    clause('online-time', 'opinions-2023', 'function', true),
  ],
  'forced-install': [clause('install', 'apps-2026', 'hint'), clause('install', 'opinions-2023', 'hint')],
  fragmentation: [clause('one-stop', 'opinions-2023', 'hint')],
  'after-hours': [clause('off-hours', 'local', 'hint')],
  'office-oa': [],
};
