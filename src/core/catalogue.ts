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

/**
 * What is cut out again of sites that the owner added by a wildcard: registered scripts know no globs, so each label is
 * written out. A label further down (`12345.a.example.cn` of `*.example.cn`) is left to the worker, which refuses it.
 */
export const neverBelow = (origins: readonly string[], labels: LabelRules): string[] =>
  origins.flatMap((origin) => {
    const host = /^[a-z*]+:\/\/\*\.([^/]+)\/\*$/.exec(origin)?.[1];
    return host === undefined ? [] : labels.never.labels.map((label) => `*://*.${label}.${host}/*`);
  });

export interface HostStanding {
  readonly entry: PortalEntry | null;
  readonly kind: string;
  /** `never` by its entry or by one of its labels (promise P10). */
  readonly grant: PortalEntry['grant'] | 'none';
}

/** Looks hosts up: the longest match wins, whole host names before wildcards. Ports are ignored. */
export function openCatalogue(portals: readonly PortalEntry[], labels: LabelRules): (host: string) => HostStanding {
  const exact = new Map<string, PortalEntry>();
  const below = new Map<string, PortalEntry>();
  for (const entry of portals)
    for (const match of entry.match) {
      if (match.startsWith('*.')) below.set(match.slice(2), entry);
      else exact.set(match, entry);
    }
  const never = new Set(labels.never.labels);
  const kinds = new Map(labels.rules.flatMap((rule) => rule.labels.map((label) => [label, rule.kind] as const)));
  return (hostWithPort) => {
    const host = hostWithPort.replace(/:\d+$/, '').toLowerCase();
    const parts = host.split('.');
    let entry = exact.get(host) ?? null;
    for (let i = 0; entry === null && i < parts.length - 1; i++) entry = below.get(parts.slice(i).join('.')) ?? null;
    const label = parts[0] ?? '';
    const byLabel = labels.ambiguous.includes(label) ? undefined : kinds.get(label);
    const kind = (entry?.kind === 'gov-website' ? byLabel : undefined) ?? entry?.kind ?? 'unknown';
    const grant = parts.some((part) => never.has(part)) ? 'never' : (entry?.grant ?? 'none');
    return { entry, kind, grant };
  };
}
