/**
 * Invented people. A latent normal variable stands for how burdened a person is. A higher value gives more hours,
 * repeats, kinds of portals, forms and acts. Every parameter is an assumption; none is measured.
 */
import { burdenForms, phoneBurdens } from '../../core/events.ts';
import { type Tier, tiers, unitKinds } from '../../core/report/report-format.ts';
import type { Random } from './seeded-random.ts';

/** A form family that the person must fill in. `kind` is a place in `unitKinds`. */
export interface Family {
  readonly kind: number;
  readonly frequency: number;
  /** Per submission. */
  readonly minutes: number;
  readonly fields: number;
  readonly systems: number;
}

/** What a person did in a month. */
export interface Person {
  readonly tier: Tier | null;
  /** Days with a record. */
  readonly days: number;
  /** Hours. */
  readonly attention: number;
  readonly afterHours: number;
  readonly repeatShare: number;
  /** Hours by kind. */
  readonly units: readonly (readonly [kind: number, hours: number])[];
  readonly families: readonly Family[];
  /** Counts by burden form. */
  readonly acts: readonly (readonly [form: number, count: number])[];
  readonly phone: readonly (readonly [burden: number, count: number])[];
  readonly burden: 1 | 2 | 3 | 4 | 5;
}

/** Returns `count` different numbers below n, in random order. */
function subset(random: Random, n: number, count: number): number[] {
  const all = Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const j = i + random.below(n - i);
    [all[i], all[j]] = [all[j] as number, all[i] as number];
  }
  return all.slice(0, count);
}

/**
 * Draws a person. `latent`: a standard normal number; `busier`: factor on all hours. Don't reorder the draws, because
 * their order decides which people a seed gives.
 */
export function drawPerson(random: Random, latent: number, busier: number): Person {
  const drawnTier = random.uniform();
  const tier = drawnTier < 0.15 ? null : (tiers[drawnTier < 0.3 ? 0 : drawnTier < 0.6 ? 1 : 2] as Tier);
  const township = tier === 'township' ? 0.25 : 0;
  const attention = Math.min(200, busier * Math.exp(2.7 + township + 0.7 * latent));
  // A second normal variable, correlated with the first by 0.5.
  const second = 0.5 * latent + Math.sqrt(0.75) * random.normal();
  const afterHours = attention * Math.min(0.6, 0.12 * Math.exp(0.6 * second));
  const kindsUsed = Math.min(unitKinds.length, 1 + random.poisson(Math.exp(0.8 + 0.25 * latent)));
  const chosen = subset(random, unitKinds.length, kindsUsed);
  // Exponential numbers divided by their sum: a random split of the hours over the kinds.
  const portions = chosen.map(() => -Math.log(1 - random.uniform()));
  const sum = portions.reduce((a, b) => a + b, 0);
  const families = Array.from({ length: random.poisson(Math.exp(1.2 + 0.3 * latent)) }, () => ({
    kind: random.below(unitKinds.length),
    frequency: 1 + random.poisson(4 * Math.exp(0.4 * random.normal())),
    minutes: Math.exp(2 + 0.8 * random.normal()),
    fields: 1 + random.poisson(12),
    systems: 1 + random.poisson(0.6),
  }));
  const acts = subset(
    random,
    burdenForms.length,
    Math.min(burdenForms.length, random.poisson(Math.exp(0.9 + 0.3 * latent))),
  ).map((form) => [form, 1 + random.poisson(8 * Math.exp(0.5 * random.normal()))] as const);
  const phone = subset(random, phoneBurdens.length, Math.min(phoneBurdens.length, random.poisson(1.2))).map(
    (burden) => [burden, 1 + random.poisson(6)] as const,
  );
  return {
    tier,
    days: Math.min(23, 4 + random.poisson(14)),
    attention,
    afterHours,
    repeatShare: Math.min(0.95, 0.2 * Math.exp(0.6 * second)),
    units: chosen.map((kind, i) => [kind, (attention * (portions[i] as number)) / sum]),
    families,
    acts,
    phone,
    burden: Math.max(1, Math.min(5, Math.round(3 + latent + 0.7 * random.normal()))) as Person['burden'],
  };
}
