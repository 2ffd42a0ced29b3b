/**
 * The codes of a store's rows. A report becomes a row of the table `cards` and a row of the table `slips` for each
 * sampled part (a slip), all small integers. A code is a value's place in its list, from 1; 0 means absent. A store
 * carries the lists in `codebook.json`, so that its Parquet files can be read without this code. A store that was made
 * with another codebook is refused. So after any change of `codebook`, even of a note, stores must be made again from
 * the reports.
 */
import { burdenForms, phoneBurdens } from '../../core/events.ts';
import {
  afterHoursBuckets,
  attentionBuckets,
  changeBands,
  countBuckets,
  coverageBuckets,
  dayBuckets,
  fieldBuckets,
  jobPosts,
  minuteBuckets,
  regions,
  reportLevels,
  reportParts,
  shareBands,
  shareBuckets,
  systemBuckets,
  tiers,
  unitKinds,
} from '../../core/report/report-format.ts';

/** Values in the order of their codes. */
type CodeList = readonly string[];
const repeatShares: CodeList = [...shareBuckets, 'withheld'];
const amounts: CodeList = ['0', ...countBuckets];

/**
 * Columns of the table `cards`, in order. `random_group` (drawn from the id) and `cluster_group` (the recruitment
 * batch) are jackknife blocks.
 */
export const cardColumns = [
  'month',
  'definitions',
  'catalogue',
  'level',
  'drawn',
  'removed',
  'partial',
  'tier',
  'region',
  'post',
  'weight',
  'coverage',
  'attention',
  'after_hours',
  'repeat_share',
  'noise',
  'noisy_attention',
  'noisy_after_hours',
  'random_group',
  'cluster_group',
] as const;

/**
 * Columns of the table `slips`, in order. The meaning of `subject` and `first` to `fifth` depends on `slip`; see
 * `slipSchemas`.
 */
export const slipColumns = [
  'month',
  'slip',
  'tier',
  'subject',
  'weight',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'random_group',
  'cluster_group',
] as const;

/** Bytes per value of the columns that need more than one byte. */
export const columnBytes: Readonly<Record<string, 1 | 2 | 4>> = { month: 2, definitions: 2, catalogue: 2, weight: 4 };

/** The values of the columns of `cards` that hold codes. */
export const cardLists = {
  level: reportLevels as CodeList,
  drawn: reportParts as CodeList,
  tier: tiers as CodeList,
  region: regions as CodeList,
  post: jobPosts as CodeList,
  coverage: coverageBuckets as CodeList,
  attention: attentionBuckets as CodeList,
  afterHours: afterHoursBuckets as CodeList,
  repeatShare: repeatShares,
} as const;

/** The meaning of the columns of `slips` for one kind of slip. */
export interface SlipSchema {
  readonly slip: string;
  /** The field that holds the subject of the slip (a kind of portal, a burden form), and its list. */
  readonly subject: readonly [field: string, list: CodeList] | null;
  /** Fields of the columns `first` to `fifth`. */
  readonly fields: readonly (readonly [field: string, list: CodeList])[];
}

/** The kinds of slips, in the order of their codes. */
export const slipSchemas: readonly SlipSchema[] = [
  {
    slip: 'unit',
    subject: ['kind', unitKinds],
    fields: [
      ['attention', attentionBuckets],
      ['entries', amounts],
      ['submissions', amounts],
      ['repeats', amounts],
    ],
  },
  {
    slip: 'obligation',
    subject: ['kind', unitKinds],
    fields: [
      ['frequency', countBuckets],
      ['minutes', minuteBuckets],
      ['fields', fieldBuckets],
      ['repeatShare', repeatShares],
      ['systems', systemBuckets],
    ],
  },
  {
    slip: 'act',
    subject: ['form', burdenForms],
    fields: [
      ['count', countBuckets],
      ['days', dayBuckets],
    ],
  },
  { slip: 'phone', subject: ['burden', phoneBurdens], fields: [['count', countBuckets]] },
  {
    slip: 'answers',
    subject: null,
    fields: [
      ['burden', ['1', '2', '3', '4', '5']],
      ['share', shareBands],
      ['recalled', attentionBuckets],
      ['shared', ['false', 'true']],
      ['change', changeBands],
    ],
  },
];

/**
 * Returns the code of a value; 0 for undefined and null. Throws an `Error` for a value outside the list, so that no
 * value is counted as another value.
 */
export function codeOf(list: CodeList, value: unknown): number {
  if (value === undefined || value === null) return 0;
  const index = list.indexOf(String(value));
  if (index < 0) throw new Error(`value is not in the codebook: ${JSON.stringify(value)}`);
  return index + 1;
}

/** What a store carries as `codebook.json`. Its keys and texts are part of the format of stores. */
export const codebook = {
  cards: { columns: cardColumns, lists: cardLists, noise: ['3', '7', '20'] },
  slips: { columns: slipColumns, sorts: slipSchemas },
  notes: {
    month: 'year of the century times 100 plus month: 2603 is 2026-03',
    code: 'place in the list, from 1; 0 is absent or not said',
    weight: 'cards: 2 where half the standard reports show the card, 1 at level least, 0 where it shows none',
    noisy: 'noisy_attention and noisy_after_hours are output index plus 1',
  },
};
