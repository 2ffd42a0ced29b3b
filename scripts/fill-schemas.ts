/** Fills the published JSON schemas with the values of the lists in src/core, so that no value is copied by hand. */
import { purposes } from '../src/core/days/day-summary.ts';
import { actFeatures, burdenForms, dropReasons, leadTimes, phoneBurdens } from '../src/core/events.ts';
import { afterHoursChannel, attentionChannel, noiseLevels } from '../src/core/report/draws/randomized-response.ts';
import {
  afterHoursBuckets,
  attentionBuckets,
  changeBands,
  countBuckets,
  coverageBuckets,
  dayBuckets,
  drawsOnePart,
  fieldBuckets,
  isPerturbed,
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
} from '../src/core/report/report-format.ts';

/** A part of a JSON schema. */
// biome-ignore lint/suspicious/noExplicitAny: a schema has a free form; the unit test compares the result with the file.
type Node = any;

/**
 * Replaces the properties of `node` by one property for each name. Each new property has the shape of the first of the
 * old properties.
 */
function fillProperties(node: Node, names: readonly string[]): void {
  const [shape] = Object.values(node.properties);
  node.properties = Object.fromEntries(names.map((name) => [name, shape]));
}

/** Fills the schema of day summaries. */
function fillDaySummary({ properties }: Node): void {
  fillProperties(properties.acts, burdenForms);
  fillProperties(properties.leadTimes, leadTimes);
  fillProperties(properties.selfReported, phoneBurdens);
  fillProperties(properties.dropped, dropReasons);
  const feature = properties.features.items.properties;
  feature.form.enum = burdenForms;
  feature.feature.enum = [...actFeatures, 'media'];
  properties.systems.items.properties.purpose.enum = [...purposes, null];
}

/** Fills the schema of month reports. The schema gets one variant for each level, with the fields of that level. */
function fillMonthReport(schema: Node): void {
  const variants: readonly Node[] = schema.oneOf;
  const sampled = variants.find(({ properties }) => 'drawn' in properties).properties;
  const { card: noisyCards } = variants.find(({ properties }) => 'oneOf' in properties.card).properties;
  const [noisyCard] = noisyCards.oneOf;
  const { drawn: _, slips: __, ...head } = sampled;
  const perturbedCard = {
    ...noisyCards,
    oneOf: noiseLevels.map((e) => ({
      ...noisyCard,
      properties: {
        ...noisyCard.properties,
        e: { const: e },
        attention: { ...noisyCard.properties.attention, maximum: attentionChannel(e).outputs - 1 },
        afterHours: { ...noisyCard.properties.afterHours, maximum: afterHoursChannel(e).outputs - 1 },
      },
    })),
  };
  schema.oneOf = reportLevels.map((level) => {
    const { removed, ...properties } = {
      ...head,
      level: { const: level },
      card: isPerturbed(level) ? perturbedCard : { $ref: '#/definitions/card' },
    };
    const slips = drawsOnePart(level) ? sampled.slips : { type: 'array', maxItems: 0 };
    const drawn = drawsOnePart(level) ? { drawn: { ...sampled.drawn, enum: reportParts } } : {};
    return { ...variants[0], properties: { ...properties, slips, removed, ...drawn } };
  });

  const { tier, card, unit, obligation, act, phone, answers } = schema.definitions;
  const amounts = [...countBuckets, '0'];
  const repeatShares = [...shareBuckets, 'withheld'];
  const lists: readonly (readonly [Node, Readonly<Record<string, readonly string[]>>])[] = [
    [
      card,
      {
        coverage: coverageBuckets,
        attention: attentionBuckets,
        afterHours: afterHoursBuckets,
        repeatShare: repeatShares,
        region: regions,
        post: jobPosts,
      },
    ],
    [unit, { kind: unitKinds, attention: attentionBuckets, entries: amounts, submissions: amounts, repeats: amounts }],
    [
      obligation,
      {
        kind: unitKinds,
        frequency: countBuckets,
        minutes: minuteBuckets,
        fields: fieldBuckets,
        repeatShare: repeatShares,
        systems: systemBuckets,
      },
    ],
    [act, { form: burdenForms, count: countBuckets, days: dayBuckets }],
    [phone, { burden: phoneBurdens, count: countBuckets }],
    [answers, { share: shareBands, recalled: attentionBuckets, change: changeBands }],
  ];
  tier.enum = [...tiers, null];
  for (const [node, fields] of lists)
    for (const [field, list] of Object.entries(fields)) node.properties[field].enum = list;
}

/** Functions that fill a schema, by file name in docs/schemas. */
const fillers: Readonly<Record<string, (schema: Node) => void>> = {
  'day-summary.schema.json': fillDaySummary,
  'month-report.schema.json': fillMonthReport,
};
export const schemaFiles = Object.keys(fillers);

/** Returns the text of a schema file with the current values of the lists. `text` is the present text of the file. */
export function fillSchema(file: string, text: string): string {
  const schema = JSON.parse(text);
  fillers[file]?.(schema);
  return `${JSON.stringify(schema, null, 2)}\n`;
}
