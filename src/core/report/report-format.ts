/**
 * The monthly report's shape: fixed buckets, no portal, no text, no time finer than the month.
 * What each level holds, against whom it protects and the numbers behind it: docs/privacy-model.md, "The monthly
 * report". Published as docs/schemas/month-report.schema.json (CC0). The lists below are the only vocabulary.
 *
 * A file of level `standard` holds the whole card or one slip, never both: which of them is drawn at random
 * (slips.ts), and a slip's `weight` carries the chance of that draw. Any field but ids, months and what names the
 * thing (`kind`, `form`, `burden`) may be absent: its owner removed it, or the level leaves it out.
 */
import type { BurdenForm, PhoneBurden } from '../events.ts';
import type { NoiseLevel } from './randomized-response.ts';

export const reportLevels = ['least', 'standard', 'noisy'] as const;
/** The three levels of a month report. */
export type ReportLevel = (typeof reportLevels)[number];

export const tiers = ['city-up', 'county', 'township'] as const;
/** Hours of attention in the month: active and watching. */
export const attentionBuckets = ['0-5h', '5-10h', '10-20h', '20-40h', '40-80h', '80h-'] as const;
/** Hours before 08:00, after 18:00 and on rest days, whatever the owner's own hours are. */
export const afterHoursBuckets = ['0-1h', '1-5h', '5-20h', '20h-'] as const;
/** Repeated entries among those that could be told. */
export const shareBuckets = ['0-10%', '10-30%', '30-60%', '60%-'] as const;
/** Days with a record. */
export const coverageBuckets = ['1-9 days', '10- days'] as const;
export const countBuckets = ['1-4', '5-19', '20-99', '100-'] as const;
export const minuteBuckets = ['0-5min', '5-15min', '15-60min', '60min-'] as const;
export const fieldBuckets = ['1-5', '6-15', '16-40', '41-'] as const;
export const dayBuckets = ['1-2', '3-9', '10-'] as const;
export const systemBuckets = ['1', '2', '3-'] as const;
export const regions = ['north', 'northeast', 'east', 'central', 'south', 'southwest', 'northwest'] as const;
export const jobPosts = ['village-community', 'office-staff', 'frontline-service', 'teacher-medic', 'other'] as const;
/** Kinds of portals, folded until each is common; `unitKindOf` in unit-kinds.ts maps the catalogue's kinds. */
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
/** How many of last month's reports done on a computer were done in this browser. */
export const shareBands = ['0-20%', '20-40%', '40-60%', '60-80%', '80-100%'] as const;
/** This month's attention against last month's: below ½, below ⅘, up to 5⁄4, up to 2, above. */
export const changeBands = ['much-less', 'less', 'same', 'more', 'much-more'] as const;

type In<L extends readonly unknown[]> = L[number];
export type Tier = In<typeof tiers>;
export type UnitKind = In<typeof unitKinds>;
export type AttentionBucket = In<typeof attentionBuckets>;
export type AfterHoursBucket = In<typeof afterHoursBuckets>;
export type ShareBucket = In<typeof shareBuckets>;
export type CountBucket = In<typeof countBuckets>;
export type ChangeBand = In<typeof changeBands>;

/** Withheld until the ledger is 35 days old: the share would rise by construction. */
export type RepeatShare = ShareBucket | 'withheld';

export interface Card {
  /** 128 random bits, hexadecimal. */
  readonly id: string;
  /** The catalogue's major version. */
  readonly catalogueVersion?: number;
  /** The owner's own word; null is the default and means "not said". */
  readonly tier?: Tier | null;
  readonly coverage?: In<typeof coverageBuckets>;
  readonly attention?: AttentionBucket;
  readonly afterHours?: AfterHoursBucket;
  readonly repeatShare?: RepeatShare;
  /** Only for a study that asks. */
  readonly region?: In<typeof regions>;
  /** Only for a study that asks. */
  readonly post?: In<typeof jobPosts>;
}

/** The card of level `noisy`: outputs of the integer channels in noise.ts. */
export interface NoisyCard {
  readonly id: string;
  readonly catalogueVersion?: number;
  readonly tier?: Tier | null;
  /** e to the ε that each of the two fields costs. */
  readonly e: NoiseLevel;
  /** Index of an output of `attentionChannel(e)`. */
  readonly attention?: number;
  /** Index of an output of `afterHoursChannel(e)`. */
  readonly afterHours?: number;
}

interface SampleHead {
  /** Its own, unlike the card's. */
  readonly id: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly tier?: Tier | null;
}
interface WeightedSample extends SampleHead {
  /**
   * One by the chance of being drawn: the chance of the part, times the number it was drawn from, the latter rounded
   * at random to a power of two whose expectation is exact. Σ weight × value over all standard reports of a month
   * estimates the sum over their owners.
   */
  readonly weight?: number;
}
/** One kind of portal, drawn uniformly from those that were used. */
export interface UnitSample extends WeightedSample {
  readonly slip: 'unit';
  readonly kind: UnitKind;
  readonly attention?: AttentionBucket;
  readonly entries?: CountBucket | '0';
  readonly submissions?: CountBucket | '0';
  readonly repeats?: CountBucket | '0';
}
/** One form family, drawn uniformly: what the Standard Cost Model needs. */
export interface ObligationSample extends WeightedSample {
  readonly slip: 'obligation';
  /** The kind of portal that asked it first. */
  readonly kind?: UnitKind;
  /** Submissions in the month. */
  readonly frequency?: CountBucket;
  /** Minutes of one submission. */
  readonly minutes?: In<typeof minuteBuckets>;
  /** Fields of one submission. */
  readonly fields?: In<typeof fieldBuckets>;
  readonly repeatShare?: RepeatShare;
  /** How many systems ask it. */
  readonly systems?: In<typeof systemBuckets>;
}
/** One burden form, drawn uniformly from those that were met. */
export interface ActSample extends WeightedSample {
  readonly slip: 'act';
  readonly form: BurdenForm;
  readonly count?: CountBucket;
  readonly days?: In<typeof dayBuckets>;
}
/** One phone burden, drawn uniformly from those logged by hand: self-reported, never mixed with what was measured. */
export interface PhoneSample extends WeightedSample {
  readonly slip: 'phone';
  readonly burden: PhoneBurden;
  readonly count?: CountBucket;
}
/** What the owner answered; every question may be skipped. */
export interface AnswersSample extends SampleHead {
  readonly slip: 'answers';
  /** 1 (no burden at all) to 5 (very great): adapted from Jilke, Bækgaard, Herd & Moynihan, not validated. */
  readonly burden?: 1 | 2 | 3 | 4 | 5;
  readonly share?: In<typeof shareBands>;
  /** Hours on portals as the owner remembers them. */
  readonly recalled?: AttentionBucket;
  /** Whether others use this computer, or the owner uses another one too. */
  readonly shared?: boolean;
  /** Computed on the device from two months' attention. */
  readonly change?: ChangeBand;
}
export type AnySample = UnitSample | ObligationSample | ActSample | PhoneSample | AnswersSample;

/** The parts of a month. A standard report holds one of them, drawn at random (slips.ts). */
export const reportParts = ['overview', 'unit', 'obligation', 'act', 'phone', 'answers'] as const;
export type ReportPart = In<typeof reportParts>;

interface Head {
  readonly format: 'fingertip-ledger-month-report';
  readonly schemaVersion: 1;
  readonly definitionsVersion: number;
  /** `YYYY-MM`. */
  readonly month: string;
  /** The month was still running: for its owner only. */
  readonly partial: boolean;
  /** How many fields the owner removed; itself removable. */
  readonly removed?: number;
}
export interface CoarseReport extends Head {
  readonly level: Exclude<ReportLevel, 'noisy'>;
  /** Level `standard`: the part that was drawn, also when it is empty: then it counts as nothing done. */
  readonly drawn?: ReportPart;
  readonly card: Card;
  readonly slips: readonly AnySample[];
}
export interface NoisyReport extends Head {
  readonly level: 'noisy';
  readonly card: NoisyCard;
  readonly slips: readonly [];
}
export type MonthReport = CoarseReport | NoisyReport;
