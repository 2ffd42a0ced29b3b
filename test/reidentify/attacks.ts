/** Attacks that try to find the sender of a file. They see whole files, as a collector gets them, without the random ids. */

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
  readonly seen: readonly string[];
}

export interface Finding {
  readonly attack: string;
  readonly level: string;
  readonly groupSize: number;
  /** Shares of people, 0 to 1. */
  readonly unique: number;
  readonly classBelow10: number;
  /** The attacker names the right person; ties are decided by lot. */
  readonly reidentified: number;
}

/** How well a file fits what is known about a person. The attacker picks the file with the highest score. */
type Match = (report: MonthReport, target: Subject) => number;

/** Identical files can't be told apart: a person's class is everyone with the same file. */
export function sameFiles(groups: readonly (readonly Subject[])[]): Omit<Finding, 'attack' | 'level' | 'groupSize'> {
  return tally(groups, (group) => {
    const classes = new Map<string, number>();
    for (const { file } of group) classes.set(file, (classes.get(file) ?? 0) + 1);
    return group.map(({ file }) => ({ size: classes.get(file) as number, chance: 1 / (classes.get(file) as number) }));
  });
}

/** The attacker looks for the target's file among all files of a group; tries up to `targets` people of each group. */
export function nearest(
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

const order = ['0-5h', '5-10h', '10-20h', '20-40h', '40-80h', '80h-'];

/** One known figure: the hours. A file that states them must agree; a file that leaves them out scores 0. */
export const knowsHours: Match = ({ level, card }, { attention, hours }) => {
  if (card.attention === undefined) return 0;
  if (level !== 'noisy') return card.attention === attention ? 1 : -9;
  const { e, attention: output } = card as { e: 3 | 7 | 20; attention: number };
  const channel = attentionChannel(e);
  const x = Math.min(channel.inputs - 1, Math.floor(hours / 5));
  return channel.weight(x, output) > 1 ? 1 : -1;
};

/** A colleague knows three systems, the hours to within a bucket and the tier. Scores are like log likelihoods. */
export const knowsHabits: Match = (report, target) => {
  let score = 0;
  const { card, slips, level } = report;
  if (card.tier != null) score += card.tier === target.tier ? 0.5 : -9;
  if (card.attention !== undefined) {
    if (level === 'noisy') score += knowsHours(report, target);
    else score += 1 - Math.abs(order.indexOf(String(card.attention)) - order.indexOf(target.attention));
  }
  const [slip] = slips;
  if (slip?.slip === 'unit') {
    score += target.seen.includes(slip.kind) ? 1 : -2;
    if (order.indexOf(slip.attention ?? '') > order.indexOf(target.attention)) score -= 9;
  }
  return score;
};
