/**
 * Invented people with correlated habits. Colleagues share an office, its portals and part of its workload. People with
 * a higher workload work later, fill in more forms and repeat more. Every number below is an assumption: figures for
 * real people must come from a pilot study.
 */
import { burdenForms, phoneBurdens } from '../../src/core/events.ts';
import type { OwnerStatements } from '../../src/core/report/build-report.ts';
import type { MonthFigures } from '../../src/core/report/month-figures.ts';
import { jobPosts, regions, type Tier, tiers, type UnitKind, unitKinds } from '../../src/core/report/report-format.ts';
import type { Chance } from './random.ts';

export interface Person {
  readonly office: number;
  readonly tier: Tier;
  readonly statements: OwnerStatements;
  /** Further statements, for a study that asks for them. */
  readonly studyFields: Pick<OwnerStatements, 'region' | 'post'>;
  readonly figures: MonthFigures;
  readonly ageDays: number;
  readonly previousAttentionMs: number | null;
  /** The systems that the person uses, as `kind/number`. The most used system comes first. */
  readonly systems: readonly string[];
}

interface Office {
  readonly tier: Tier;
  readonly region: (typeof regions)[number];
  /** Logarithm of a factor on the usual workload. */
  readonly load: number;
  /** Factors on the use of each kind of portal. */
  readonly portalFactors: ReadonlyMap<UnitKind, number>;
  /** Factors on the chance of each burden form. */
  readonly actFactors: ReadonlyMap<string, number>;
}

const hour = 3_600_000;
/** Share of people who use a kind of portal at all, by post. */
const usageShares: Readonly<Record<(typeof jobPosts)[number], Readonly<Partial<Record<UnitKind, number>>>>> = {
  'village-community': {
    study: 0.8,
    office: 0.4,
    welfare: 0.8,
    'land-rural': 0.7,
    'forms-surveys': 0.6,
    'party-mass': 0.5,
  },
  'office-staff': {
    study: 0.9,
    office: 0.9,
    economy: 0.5,
    'gov-website': 0.5,
    'forms-surveys': 0.5,
    'party-mass': 0.4,
  },
  'frontline-service': { study: 0.6, 'service-platform': 0.9, welfare: 0.6, office: 0.5, 'gov-website': 0.4 },
  'teacher-medic': { study: 0.8, welfare: 0.9, 'forms-surveys': 0.6, office: 0.3, 'party-mass': 0.3 },
  other: { study: 0.6, office: 0.5, 'law-emergency': 0.5, economy: 0.4, 'gov-website': 0.3 },
};
/** Share of people who have a burden form at least once in the month. */
const actChance: Readonly<Record<string, number>> = {
  'multi-reporting': 0.6,
  'trace-keeping': 0.5,
  'photo-proof': 0.5,
  'check-in': 0.7,
  'deadline-reply': 0.4,
  'micro-directive': 0.3,
  'engagement-quota': 0.25,
  ranking: 0.3,
  'online-duration': 0.6,
  'forced-install': 0.05,
  fragmentation: 0.2,
  'after-hours': 0.3,
  'office-oa': 0.5,
};

const clamp = (x: number, low: number, high: number) => Math.min(high, Math.max(low, x));
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

export function drawOffice(chance: Chance): Office {
  return {
    tier: chance.pick(tiers, [0.12, 0.28, 0.6]),
    region: chance.pick(regions, [13, 7, 30, 16, 12, 14, 8]),
    load: chance.normal() * 0.35,
    portalFactors: new Map(unitKinds.map((kind) => [kind, Math.exp(chance.normal() * 0.6)])),
    actFactors: new Map(burdenForms.map((form) => [form, Math.exp(chance.normal() * 0.5)])),
  };
}

/** Draws a person of the office; `number` is the office's number. */
export function drawPerson(office: Office, number: number, chance: Chance): Person {
  const post = chance.pick(jobPosts, office.tier === 'township' ? [40, 20, 15, 20, 5] : [5, 50, 20, 10, 15]);
  const load = office.load + chance.normal() * 0.75;
  const attentionMs = clamp(16 * Math.exp(0.75 * load + 0.15 * chance.normal()), 0.05, 220) * hour;
  const days = chance.isDrawn(0.07) ? 1 + chance.below(9) : 10 + chance.below(14);

  const kinds = unitKinds.filter((kind) => {
    const habit = usageShares[post][kind] ?? (kind === 'other' ? 0.25 : 0.08);
    return chance.isDrawn(clamp(habit * (office.portalFactors.get(kind) ?? 1), 0.01, 0.98));
  });
  if (kinds.length === 0) kinds.push('study');
  const weights = kinds.map((kind) => Math.exp(chance.normal() * 0.9) * (office.portalFactors.get(kind) ?? 1));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const units = new Map(
    kinds.map((kind, i) => [kind, { attentionMs: (attentionMs * (weights[i] as number)) / total }]),
  );
  const systems = [...kinds]
    .sort((a, b) => (units.get(b)?.attentionMs ?? 0) - (units.get(a)?.attentionMs ?? 0))
    .flatMap((kind) => Array.from({ length: 1 + chance.below(3) }, () => `${kind}/${chance.below(12)}`));

  const families = new Map<string, { systems: Set<string>; submissions: number; ms: number }>();
  const forms = chance.isDrawn(0.12) ? 0 : Math.round(clamp(5 * Math.exp(0.5 * load + 0.5 * chance.normal()), 1, 60));
  for (let i = 0; i < forms; i++) {
    const submissions = Math.max(1, Math.round(Math.exp(1.1 + 0.4 * load + 1.1 * chance.normal())));
    const minutes = Math.exp(1.9 + 0.8 * chance.normal());
    const systemCount = chance.pick([1, 2, 3, 4], [70, 20, 7, 3]);
    families.set(`${i}`, {
      systems: new Set(Array.from({ length: systemCount }, (_, s) => `${s}`)),
      submissions,
      ms: submissions * minutes * 60_000,
    });
  }
  const acts = new Map<string, number>();
  for (const form of burdenForms)
    if (
      chance.isDrawn(
        clamp((actChance[form] ?? 0.2) * (office.actFactors.get(form) ?? 1) * logistic(load + 1), 0.005, 0.98),
      )
    )
      acts.set(form, Math.max(1, Math.round(Math.exp(1.8 + 0.5 * load + 1.1 * chance.normal()))));
  const phone = new Map<string, number>();
  if (chance.isDrawn(0.3))
    for (const burden of phoneBurdens)
      if (chance.isDrawn(0.35))
        phone.set(burden, Math.max(1, Math.round(Math.exp(1.6 + 0.4 * load + chance.normal()))));

  const eligible = families.size === 0 ? 0 : 40;
  return {
    office: number,
    tier: office.tier,
    statements: {
      tier: chance.isDrawn(0.5) ? office.tier : null,
      ...(chance.isDrawn(0.5) ? { answers: answersOf(load, attentionMs / hour, chance) } : {}),
    },
    studyFields: { region: office.region, post },
    figures: {
      days,
      attentionMs,
      afterHoursMs: attentionMs * logistic(-1.6 + 0.7 * load + 0.8 * chance.normal()),
      eligible,
      repeated: eligible * logistic(-0.9 + 0.5 * load + 0.9 * chance.normal()),
      units,
      families,
      acts,
      phone,
    },
    ageDays: chance.isDrawn(0.1) ? 20 : 90,
    previousAttentionMs: chance.isDrawn(0.8) ? attentionMs * Math.exp(0.45 * chance.normal()) : null,
    systems,
  };
}

function answersOf(load: number, hours: number, chance: Chance): NonNullable<OwnerStatements['answers']> {
  const recalled = hours * Math.exp(0.5 * chance.normal() + 0.1);
  const bucket = [5, 10, 20, 40, 80].filter((edge) => recalled >= edge).length;
  return {
    burden: clamp(Math.round(3 + load + 0.8 * chance.normal()), 1, 5) as 1 | 2 | 3 | 4 | 5,
    share: chance.pick(['0-20%', '20-40%', '40-60%', '60-80%', '80-100%'] as const, [12, 14, 20, 26, 28]),
    recalled: (['0-5h', '5-10h', '10-20h', '20-40h', '40-80h', '80h-'] as const)[bucket] ?? '80h-',
    shared: chance.isDrawn(0.25),
  };
}
