/**
 * The format of month reports. A report holds values of fixed buckets. It names no portal, and holds no text and no
 * time finer than the month. docs/privacy-model.md, "The month report", describes what each level holds and against
 * whom it protects. The published schema is docs/schemas/month-report.schema.json (CC0). Property names and values are
 * an outside contract and never change.
 *
 * A file of level `standard` holds either the card or one sample (key `slips`). A random draw decides which of them it
 * holds (draws/sampling.ts). The `weight` of a sample follows from the probability of this draw. Ids, months and the
 * field that names the sampled item (`kind`, `form`, `burden`) are required. Any other field may be absent, because the
 * owner removed it or the level leaves it out.
 *
 * The code in the folder report/ builds, samples, protects and parses month reports.
 */
import type { BurdenForm, PhoneBurden } from '../events.ts';
import type { NoiseLevel } from './draws/randomized-response.ts';

/** The rules of a report level. */
interface LevelRules {
  /** Whether the card holds outputs of randomized response (`NoisyCard`) and not buckets (`Card`). */
  readonly isPerturbed: boolean;
  /**
   * Whether a report holds one part of the month, which is drawn at random. If false, a report of the level always
   * holds the card.
   */
  readonly drawsOnePart: boolean;
  /** The level that the owner is advised to choose when a report is rare; null when no level protects more. */
  readonly safer: string | null;
}

/**
 * The levels of a report: `least` holds a card of coarse buckets, `standard` holds one part drawn at random, `noisy`
 * holds randomized responses. A researcher's store holds the index of a level in this table, so a new level must be
 * added at the end. Code reads the rules of a level from this table and never compares a level with a name.
 */
export const levelRules = {
  least: { isPerturbed: false, drawsOnePart: false, safer: 'noisy' },
  standard: { isPerturbed: false, drawsOnePart: true, safer: 'least' },
  noisy: { isPerturbed: true, drawsOnePart: false, safer: null },
} as const satisfies Readonly<Record<string, LevelRules>>;
export type ReportLevel = keyof typeof levelRules;
export const reportLevels = Object.keys(levelRules) as readonly ReportLevel[];
/** The level that applies until the owner or the researcher chooses a level. */
export const defaultLevel: ReportLevel = 'standard';
/** Levels whose card is perturbed. */
export type PerturbedLevel = {
  [L in ReportLevel]: (typeof levelRules)[L]['isPerturbed'] extends true ? L : never;
}[ReportLevel];
/** Levels that the owner can be advised to choose. */
export type SaferLevel = NonNullable<(typeof levelRules)[ReportLevel]['safer']>;

/** Whether the card of a level is perturbed. */
export const isPerturbed = (level: ReportLevel): level is PerturbedLevel => levelRules[level].isPerturbed;
/** Whether a report of a level holds one part that is drawn at random. */
export const drawsOnePart = (level: ReportLevel): boolean => levelRules[level].drawsOnePart;

/** Levels of government at which an owner may work. */
export const tiers = ['city-up', 'county', 'township'] as const;
/** Hours of attention in the month. */
export const attentionBuckets = ['0-5h', '5-10h', '10-20h', '20-40h', '40-80h', '80h-'] as const;
/** Hours of attention outside the standard working hours: before 08:00, after 18:00, and on rest days. */
export const afterHoursBuckets = ['0-1h', '1-5h', '5-20h', '20h-'] as const;
/** Repeat entries as a share of entries whose values are compared. */
export const shareBuckets = ['0-10%', '10-30%', '30-60%', '60%-'] as const;
/** Days with a record. */
export const coverageBuckets = ['1-9 days', '10- days'] as const;
/** Buckets for counts of at least 1. */
export const countBuckets = ['1-4', '5-19', '20-99', '100-'] as const;
/** Minutes of one submission. */
export const minuteBuckets = ['0-5min', '5-15min', '15-60min', '60min-'] as const;
/** Fields of one submission. */
export const fieldBuckets = ['1-5', '6-15', '16-40', '41-'] as const;
/** Number of days with the burden form. */
export const dayBuckets = ['1-2', '3-9', '10-'] as const;
/** Number of systems, at least 1. */
export const systemBuckets = ['1', '2', '3-'] as const;
/** Regions of the country. A report states the region only for a study that asks for it. */
export const regions = ['north', 'northeast', 'east', 'central', 'south', 'southwest', 'northwest'] as const;
/** Kinds of job. A report states the kind of job only for a study that asks for it. */
export const jobPosts = ['village-community', 'office-staff', 'frontline-service', 'teacher-medic', 'other'] as const;
/** Coarse kinds of portals. `unitKindOf` (coarse-kinds.ts) maps the catalogue's kinds to them. */
export const unitKinds = [
  'office',
  'study',
  'service-platform',
  'gov-website',
  'forms-surveys',
  'economy',
  'welfare',
  'land-rural',
  'law-emergency',
  'party-mass',
  'other',
] as const;
/** Answers to the question how much of last month's reporting on a computer was done in this browser. */
export const shareBands = ['0-20%', '20-40%', '40-60%', '60-80%', '80-100%'] as const;
/**
 * Attention of this month divided by that of the previous month: below ½, below ⅘, below 5⁄4, below 2, or 2 and above.
 */
export const changeBands = ['much-less', 'less', 'same', 'more', 'much-more'] as const;

/** The values of a list. */
export type In<L extends readonly unknown[]> = L[number];
export type Tier = In<typeof tiers>;
export type UnitKind = In<typeof unitKinds>;
export type AttentionBucket = In<typeof attentionBuckets>;
export type AfterHoursBucket = In<typeof afterHoursBuckets>;
export type ShareBucket = In<typeof shareBuckets>;
export type CountBucket = In<typeof countBuckets>;
export type ChangeBand = In<typeof changeBands>;

/**
 * The share of repeat entries. `withheld` means that the ledger is younger than the look-back period, so that the share
 * still rises as the ledger grows older. It can also mean that no value was compared.
 */
export type RepeatShare = ShareBucket | 'withheld';

/** The overview of a month. */
export interface Card {
  /** 128 random bits, hexadecimal. */
  readonly id: string;
  /** The catalogue's major version. */
  readonly catalogueVersion?: number;
  /** The tier that the owner stated. Null, the default, means that the owner stated none. */
  readonly tier?: Tier | null;
  readonly coverage?: In<typeof coverageBuckets>;
  readonly attention?: AttentionBucket;
  readonly afterHours?: AfterHoursBucket;
  readonly repeatShare?: RepeatShare;
  /** The region, stated only for a study that asks for it. */
  readonly region?: In<typeof regions>;
  /** The kind of job, stated only for a study that asks for it. */
  readonly post?: In<typeof jobPosts>;
}

/** The card of level `noisy`. It holds outputs of randomized response (draws/randomized-response.ts). */
export interface NoisyCard {
  readonly id: string;
  readonly catalogueVersion?: number;
  readonly tier?: Tier | null;
  /** e^ε, where ε is the privacy cost of each of the two fields. */
  readonly e: NoiseLevel;
  /** Index of an output of `attentionChannel(e)`. */
  readonly attention?: number;
  /** Index of an output of `afterHoursChannel(e)`. */
  readonly afterHours?: number;
}

/** Fields of all samples. */
interface SampleHead {
  /** 128 random bits, hexadecimal. This id differs from the id of the card. */
  readonly id: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly tier?: Tier | null;
}
/** A sample of one item. */
interface WeightedSample extends SampleHead {
  /**
   * The inverse of the probability of the draw: 1 / (probability of the part), times the number of candidates. The
   * number of candidates is rounded at random to a power of two, in such a way that its mean over many draws is exact.
   * Σ weight × value over all standard reports of a month estimates the sum of the value over the owners of these
   * reports.
   */
  readonly weight?: number;
}
/** A sample of one kind of portal, drawn uniformly from the kinds with attention. */
export interface UnitSample extends WeightedSample {
  readonly slip: 'unit';
  readonly kind: UnitKind;
  readonly attention?: AttentionBucket;
  readonly entries?: CountBucket | '0';
  readonly submissions?: CountBucket | '0';
  readonly repeats?: CountBucket | '0';
}
/** A sample of one form family, drawn uniformly, with the figures that the Standard Cost Model needs. */
export interface ObligationSample extends WeightedSample {
  readonly slip: 'obligation';
  /** The kind of the portal that first asked for the form. */
  readonly kind?: UnitKind;
  /** Submissions in the month. */
  readonly frequency?: CountBucket;
  /** Minutes of one submission. */
  readonly minutes?: In<typeof minuteBuckets>;
  /** Fields of one submission. */
  readonly fields?: In<typeof fieldBuckets>;
  readonly repeatShare?: RepeatShare;
  /** Number of systems that ask for the form. */
  readonly systems?: In<typeof systemBuckets>;
}
/** A sample of one burden form, drawn uniformly from the burden forms with acts. */
export interface ActSample extends WeightedSample {
  readonly slip: 'act';
  readonly form: BurdenForm;
  readonly count?: CountBucket;
  readonly days?: In<typeof dayBuckets>;
}
/**
 * A sample of one phone burden, drawn uniformly from the self-reported phone burdens. Self-reported figures are never
 * mixed with measured figures.
 */
export interface PhoneSample extends WeightedSample {
  readonly slip: 'phone';
  readonly burden: PhoneBurden;
  readonly count?: CountBucket;
}
/** The owner's answers. Every question may be skipped. */
export interface AnswersSample extends SampleHead {
  readonly slip: 'answers';
  /**
   * From 1 (no burden at all) to 5 (very great). The question is adapted from Jilke, Bækgaard, Herd & Moynihan, and is
   * not validated.
   */
  readonly burden?: 1 | 2 | 3 | 4 | 5;
  readonly share?: In<typeof shareBands>;
  /** Hours on portals in the month, as the owner remembers them. */
  readonly recalled?: AttentionBucket;
  /** Whether other people also use this computer, or the owner also uses another computer. */
  readonly shared?: boolean;
  /** The change is computed from the attention of this month and of the previous month. */
  readonly change?: ChangeBand;
}
/** A sample of any part; `slip` names the part. */
export type AnySample = UnitSample | ObligationSample | ActSample | PhoneSample | AnswersSample;

/** The parts of a month. A standard report holds one of them, drawn at random (draws/sampling.ts). */
export const reportParts = ['overview', 'unit', 'obligation', 'act', 'phone', 'answers'] as const;
export type ReportPart = In<typeof reportParts>;

/** Fields of all reports. */
interface Head {
  readonly format: 'fingertip-ledger-month-report';
  readonly schemaVersion: 1;
  readonly definitionsVersion: number;
  /** `YYYY-MM`. */
  readonly month: string;
  /** Whether the month was not closed when the report was built. Only the owner may use such a report. */
  readonly partial: boolean;
  /** Number of fields that the owner removed. This field can be removed too. */
  readonly removed?: number;
  /**
   * The drawn part, at a level that draws one part. If the report has no sample of the drawn part, the figures of this
   * part are zero.
   */
  readonly drawn?: ReportPart;
}
/** A report of a level with buckets. */
export interface CoarseReport extends Head {
  readonly level: Exclude<ReportLevel, PerturbedLevel>;
  readonly card: Card;
  readonly slips: readonly AnySample[];
}
/** A report of a level with randomized responses. */
export interface NoisyReport extends Head {
  readonly level: PerturbedLevel;
  readonly card: NoisyCard;
  readonly slips: readonly [];
}
/** A month report of any level. */
export type MonthReport = CoarseReport | NoisyReport;

/** Whether the card of a report is a `NoisyCard`. */
export const isNoisyReport = (report: MonthReport): report is NoisyReport => isPerturbed(report.level);
