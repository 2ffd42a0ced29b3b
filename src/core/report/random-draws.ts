/** Everything random in one month's report, drawn once and stored. "Finish and forget" deletes it. */
import {
  afterHoursChannel,
  attentionChannel,
  type DrawInteger,
  type NoiseLevel,
  noiseLevels,
} from './randomized-response.ts';
import { insertAtRandom, questionGroups, weightDrawRange } from './sampling.ts';

export const sampledParts = ['unit', 'obligation', 'act', 'phone'] as const;
export type SampledPart = (typeof sampledParts)[number];
/** What there is to be sampled. */
export type Candidates = Readonly<Record<SampledPart, readonly string[]>>;

export interface MonthDraws {
  /** 128 bits each, hexadecimal. */
  readonly cardId: string;
  readonly slipId: string;
  /** Uniform below sixteen: which part a standard report shows. */
  readonly part: number;
  /** Which group of questions the part `answers` holds. */
  readonly questions: number;
  /** Random orders of what was there to be sampled; the first that is still there is the sample. */
  readonly orders: Candidates;
  /** Uniform below `weightDrawRange`. */
  readonly weight: number;
  /** Uniform below the channels' totals: with the true bucket they give the output. */
  readonly noise: readonly { readonly e: NoiseLevel; readonly attention: number; readonly afterHours: number }[];
}

/** The first draws of a month. */
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

/** Gives what is new a place in the orders; what was drawn stays. */
export function extendDraws(draws: MonthDraws, candidates: Candidates, draw: DrawInteger): MonthDraws {
  const order = (sort: SampledPart) => insertAtRandom(draws.orders[sort], candidates[sort], draw);
  return {
    ...draws,
    orders: { unit: order('unit'), obligation: order('obligation'), act: order('act'), phone: order('phone') },
  };
}
