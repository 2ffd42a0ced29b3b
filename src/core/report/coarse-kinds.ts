/**
 * Groups the catalogue's kinds of portals into coarse kinds. A coarse kind is common enough not to identify the owner
 * of a report. docs/privacy-model.md
 */
import type { UnitKind } from './report-format.ts';

/** Coarse kind → kinds of the catalogue. */
const groups: Readonly<Record<Exclude<UnitKind, 'other'>, readonly string[]>> = {
  office: ['office-oa', 'online-docs', 'im-workspace', 'mail-meeting'],
  study: ['party-study', 'cadre-training', 'professional-training'],
  'service-platform': ['service-platform'],
  'gov-website': ['gov-website', 'cyberspace-newmedia'],
  'forms-surveys': ['forms-surveys'],
  economy: ['statistics', 'finance-audit', 'development-credit', 'industry-commerce', 'market-regulation'],
  welfare: ['civil-affairs', 'hr-social-security', 'health', 'education', 'veterans-mobilization'],
  'land-rural': [
    'rural-revitalization',
    'land-resources',
    'housing-construction',
    'ecology-water',
    'transport',
    'culture-tourism',
  ],
  'law-emergency': ['emergency', 'justice-politics-law', 'petition-hotline', 'discipline-inspection'],
  'party-mass': ['party-building', 'mass-organization', 'civility-volunteer', 'npc-cppcc'],
};
const unitKindOfKind = new Map(
  Object.entries(groups).flatMap(([unit, kinds]) => kinds.map((kind) => [kind, unit as UnitKind] as const)),
);

/** Returns the coarse kind of a catalogue kind; `other` for a kind that is in no group. */
export const unitKindOf = (kind: string): UnitKind => unitKindOfKind.get(kind) ?? 'other';
