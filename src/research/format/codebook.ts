/**
 * How a report becomes two flat rows of small integers. A code is a value's place in its list, from 1; 0 is absent.
 * The store's `codebook.json` carries the lists, so that its Parquet files can be read without this code.
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

type List = readonly string[];
const repeatShares: List = [...shareBuckets, 'withheld'];
const amounts: List = ['0', ...countBuckets];

/** Columns of table `cards`, in order. `block` columns are drawn from the id: random groups for the jackknife. */
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

/** Columns of table `slips`, in order; what `subject` and `first` to `fifth` hold depends on `slip`: see `slipBook`. */
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

/** Bytes of the columns that one byte can't hold. */
export const columnBytes: Readonly<Record<string, 1 | 2 | 4>> = { month: 2, definitions: 2, catalogue: 2, weight: 4 };

export const cardLists = {
  level: reportLevels as List,
  drawn: reportParts as List,
  tier: tiers as List,
  region: regions as List,
  post: jobPosts as List,
  coverage: coverageBuckets as List,
  attention: attentionBuckets as List,
  afterHours: afterHoursBuckets as List,
  repeatShare: repeatShares,
} as const;

export interface SlipEntry {
  readonly slip: string;
  /** The field that names the thing, and its list. */
  readonly subject: readonly [field: string, list: List] | null;
  /** Fields of the columns `first` to `fifth`. */
  readonly fields: readonly (readonly [field: string, list: List])[];
}

export const slipBook: readonly SlipEntry[] = [
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

/** 0 for a value that is absent or null; throws for one that no list knows, so that none is ever miscounted. */
export function codeOf(list: List, value: unknown): number {
  if (value === undefined || value === null) return 0;
  const at = list.indexOf(String(value));
  if (at < 0) throw new Error(`no list knows ${JSON.stringify(value)}`);
  return at + 1;
}

/** The lists as the store carries them. */
export const codebook = {
  cards: { columns: cardColumns, lists: cardLists, noise: ['3', '7', '20'] },
  slips: { columns: slipColumns, sorts: slipBook },
  notes: {
    month: 'year of the century times 100 plus month: 2603 is 2026-03',
    code: 'place in the list, from 1; 0 is absent or not said',
    weight: 'cards: 2 where half the standard reports show the card, 1 at level least, 0 where it shows none',
    noisy: 'noisy_attention and noisy_after_hours are output index plus 1',
  },
};
