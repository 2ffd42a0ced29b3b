/**
 * Which hosts are portals, of which kind, and which are never recorded (promise P10).
 * A system is a host with its port; a catalogue entry may cover many systems.
 * Definitions: docs/catalogue.md.
 */

export interface PortalEntry {
  readonly id: string;
  /** `host` or `*.host`; the second covers the apex and every subdomain. */
  readonly match: readonly string[];
  readonly name: { readonly 'zh-CN': string; readonly 'zh-TW': string; readonly en: string };
  readonly level: string;
  readonly region: string | null;
  readonly kind: string;
  readonly grant: 'declared' | 'optional' | 'never';
}

export interface LabelRules {
  readonly ambiguous: readonly string[];
  readonly rules: readonly { readonly labels: readonly string[]; readonly kind: string }[];
  readonly never: { readonly labels: readonly string[] };
}

/** What the shipped manifest says: hosts our content script runs on, and those cut out again. */
export function hostPatterns(
  portals: readonly PortalEntry[],
  labels: LabelRules,
): { matches: string[]; excludeMatches: string[]; excludeGlobs: string[] } {
  const of = (grant: PortalEntry['grant']) =>
    portals.filter((p) => p.grant === grant).flatMap((p) => p.match.map((host) => `*://${host}/*`));
  return {
    matches: of('declared').sort(),
    excludeMatches: of('never').sort(),
    excludeGlobs: labels.never.labels.flatMap((label) => [`*://${label}.*`, `*://*.${label}.*`]).sort(),
  };
}
