/**
 * Attacks that try to find the sender of a file. The attacker has whole files, as a collector has, but not the random
 * ids.
 */

import { attentionChannel } from '../../src/core/report/draws/randomized-response.ts';
import type { MonthReport } from '../../src/core/report/report-format.ts';

export interface Subject {
  readonly office: number;
  /** The file without ids, as one text. */
  readonly file: string;
  readonly report: MonthReport;
  readonly hours: number;
  readonly attention: string;
  readonly tier: string;
  /** Kinds of up to three systems that a colleague saw this person use. */
  readonly knownKinds: readonly string[];
}

export interface Finding {
  readonly attack: string;
  readonly level: string;
  readonly groupSize: number;
  /** Shares of people, 0 to 1. */
  readonly unique: number;
  readonly classBelow10: number;
  /**
   * The attacker names the right person. If several files have the same highest score, the attacker guesses among them.
   */
  readonly reidentified: number;
}

/**
 * Scores how well a file fits what the attacker knows about a person. The attacker picks the file with the highest
 * score.
 */
type Match = (report: MonthReport, target: Subject) => number;

/**
 * Measures how many people have the same file. Identical files form a class, because the attacker can't distinguish
 * them.
 */
export function attackBySameFile(
  groups: readonly (readonly Subject[])[],
): Omit<Finding, 'attack' | 'level' | 'groupSize'> {
  return tally(groups, (group) => {
    const classes = new Map<string, number>();
    for (const { file } of group) classes.set(file, (classes.get(file) ?? 0) + 1);
    return group.map(({ file }) => ({ size: classes.get(file) as number, chance: 1 / (classes.get(file) as number) }));
  });
}

/**
 * The attacker looks for a person's file among all files of the group. The function tries this for about `targets`
 * people of each group.
 */
export function attackByBestMatch(
  groups: readonly (readonly Subject[])[],
  match: Match,
  targets: number,
): Omit<Finding, 'attack' | 'level' | 'groupSize'> {
  return tally(groups, (group) => {
    const classes = new Map<string, { report: MonthReport; size: number }>();
    for (const { file, report } of group) classes.set(file, { report, size: (classes.get(file)?.size ?? 0) + 1 });
    const step = Math.max(1, Math.floor(group.length / targets));
    return group
      .filter((_, i) => i % step === 0)
      .map((target) => {
        let best = Number.NEGATIVE_INFINITY;
        let size = 0;
        let isTargetAmongBest = false;
        for (const [file, found] of classes) {
          const score = match(found.report, target);
          if (score < best) continue;
          if (score > best) {
            best = score;
            size = 0;
            isTargetAmongBest = false;
          }
          size += found.size;
          isTargetAmongBest ||= file === target.file;
        }
        return { size, chance: isTargetAmongBest ? 1 / size : 0 };
      });
  });
}

function tally(
  groups: readonly (readonly Subject[])[],
  attack: (group: readonly Subject[]) => readonly { size: number; chance: number }[],
): Omit<Finding, 'attack' | 'level' | 'groupSize'> {
  let people = 0;
  let unique = 0;
  let below = 0;
  let right = 0;
  for (const group of groups)
    for (const { size, chance } of attack(group)) {
      people++;
      if (size === 1) unique++;
      if (size < 10) below++;
      right += chance;
    }
  return { unique: unique / people, classBelow10: below / people, reidentified: right / people };
}

const hourBuckets = ['0-5h', '5-10h', '10-20h', '20-40h', '40-80h', '80h-'];

/** Scores a file for an attacker who knows the hours of the person. A file without hours scores 0. */
export const matchHours: Match = ({ level, card }, { attention, hours }) => {
  if (card.attention === undefined) return 0;
  if (level !== 'noisy') return card.attention === attention ? 1 : -9;
  const { e, attention: output } = card as { e: 3 | 7 | 20; attention: number };
  const channel = attentionChannel(e);
  const x = Math.min(channel.inputs - 1, Math.floor(hours / 5));
  return channel.weight(x, output) > 1 ? 1 : -1;
};

/**
 * Scores a file for a colleague who knows three systems, the hours to within a bucket, and the tier. Scores are like
 * log likelihoods.
 */
export const matchHabits: Match = (report, target) => {
  let score = 0;
  const { card, slips, level } = report;
  if (card.tier != null) score += card.tier === target.tier ? 0.5 : -9;
  if (card.attention !== undefined) {
    if (level === 'noisy') score += matchHours(report, target);
    else score += 1 - Math.abs(hourBuckets.indexOf(String(card.attention)) - hourBuckets.indexOf(target.attention));
  }
  const [part] = slips;
  if (part?.slip === 'unit') {
    score += target.knownKinds.includes(part.kind) ? 1 : -2;
    if (hourBuckets.indexOf(part.attention ?? '') > hourBuckets.indexOf(target.attention)) score -= 9;
  }
  return score;
};
