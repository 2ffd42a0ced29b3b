/**
 * The random draws of one month's report. The numbers are drawn once and stored, so that the report stays the same when
 * it is built again. "Finish and forget" deletes the draws. Property names are stored and never change.
 *
 * The folder draws/ holds the code for everything in a report that is random.
 */
import {
  afterHoursChannel,
  attentionChannel,
  type DrawInteger,
  type NoiseLevel,
  noiseLevels,
} from './randomized-response.ts';
import { insertAtRandom, questionGroups, weightDrawRange } from './sampling.ts';

/** Parts of a report that show one sampled item. */
export const sampledParts = ['unit', 'obligation', 'act', 'phone'] as const;
export type SampledPart = (typeof sampledParts)[number];
/** The items of the month from which a sample can be drawn. */
export type Candidates = Readonly<Record<SampledPart, readonly string[]>>;

/** The draws of one month. */
export interface MonthDraws {
  /** Ids of the card and of the sample: 128 bits each, hexadecimal. */
  readonly cardId: string;
  readonly slipId: string;
  /** A uniform integer from 0 to 15, which picks the part of a standard report. */
  readonly part: number;
  /** Index of the group of questions in part `answers`. */
  readonly questions: number;
  /** Random orders of the candidates. The first candidate that the month still has is the sample. */
  readonly orders: Candidates;
  /** A uniform integer below `weightDrawRange`, for rounding the weight. */
  readonly weight: number;
  /**
   * For each `e`, one uniform integer for each channel, below the `total` of the channel. This integer and the true
   * bucket determine the output of the channel.
   */
  readonly noise: readonly { readonly e: NoiseLevel; readonly attention: number; readonly afterHours: number }[];
}

/** Makes the first draws of a month. */
export function firstDraws(draw: DrawInteger): MonthDraws {
  const id = () => Array.from({ length: 32 }, () => draw(16).toString(16)).join('');
  return {
    cardId: id(),
    slipId: id(),
    part: draw(16),
    questions: draw(questionGroups.length),
    orders: { unit: [], obligation: [], act: [], phone: [] },
    weight: draw(weightDrawRange),
    noise: noiseLevels.map((e) => ({
      e,
      attention: draw(attentionChannel(e).total),
      afterHours: draw(afterHoursChannel(e).total),
    })),
  };
}

/** Inserts new candidates into the orders. Existing draws stay as they are. */
export function extendDraws(draws: MonthDraws, candidates: Candidates, draw: DrawInteger): MonthDraws {
  const order = (part: SampledPart) => insertAtRandom(draws.orders[part], candidates[part], draw);
  return {
    ...draws,
    orders: { unit: order('unit'), obligation: order('obligation'), act: order('act'), phone: order('phone') },
  };
}
