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
export const excludedBelow = (origins: readonly string[], labels: LabelRules): string[] =>
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
export function indexCatalogue(portals: readonly PortalEntry[], labels: LabelRules): (host: string) => HostStanding {
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
    const host = (hostWithPort.includes(':') ? hostWithPort.replace(/:\d+$/, '') : hostWithPort).toLowerCase();
    let entry = exact.get(host) ?? null;
    let isNever = false;
    // Label by label from the left: what is left of the host is looked for below a wildcard, the longest first.
    for (let start = 0, dot = host.indexOf('.'); ; start = dot + 1, dot = host.indexOf('.', start)) {
      isNever ||= never.has(dot < 0 ? host.slice(start) : host.slice(start, dot));
      if (dot < 0) break;
      entry ??= below.get(host.slice(start)) ?? null;
    }
    // A group's site may say more by its first label: oa. is office automation.
    const label = host.split('.', 1)[0] as string;
    const byLabel = entry?.kind === 'gov-website' && !labels.ambiguous.includes(label) ? kinds.get(label) : undefined;
    const kind = byLabel ?? entry?.kind ?? 'unknown';
    const grant = isNever ? 'never' : (entry?.grant ?? 'none');
    return { entry, kind, grant };
  };
}
