/**
 * The catalogue of portals: which hosts are portals, of which kind each portal is, and which hosts are never recorded
 * (docs/privacy-model.md, P10). A system is a host with its port; one catalogue entry may cover many systems.
 * docs/catalogue.md
 *
 * The code in the folder sites/ decides what a host is and whether it is recorded, from the catalogue, the owner's
 * choices and the policy.
 */

/** An entry of src/data/portals.json. */
export interface PortalEntry {
  readonly id: string;
  /** `host`, or `*.host` for the host and all its subdomains. */
  readonly match: readonly string[];
  readonly name: { readonly 'zh-CN': string; readonly 'zh-TW': string; readonly en: string };
  readonly level: string;
  readonly region: string | null;
  readonly kind: string;
  readonly grant: 'declared' | 'optional' | 'never';
}

/** Rules for single labels of host names (src/data/host-label-rules.json). */
export interface LabelRules {
  /** Labels that tell nothing about the kind of a portal when they stand first in a host name. */
  readonly ambiguous: readonly string[];
  readonly rules: readonly { readonly labels: readonly string[]; readonly kind: string }[];
  /** Labels whose hosts are never recorded. */
  readonly never: { readonly labels: readonly string[] };
}

/**
 * Returns the match patterns for the shipped manifest: hosts on which the content script runs, and exceptions from
 * them.
 */
export function hostPatterns(
  portals: readonly PortalEntry[],
  labels: LabelRules,
): { matches: string[]; excludeMatches: string[]; excludeGlobs: string[] } {
  const patternsOf = (grant: PortalEntry['grant']) =>
    portals.filter((p) => p.grant === grant).flatMap((p) => p.match.map((host) => `*://${host}/*`));
  return {
    matches: patternsOf('declared').sort(),
    excludeMatches: patternsOf('never').sort(),
    excludeGlobs: labels.never.labels.flatMap((label) => [`*://${label}.*`, `*://*.${label}.*`]).sort(),
  };
}

/**
 * Returns the match patterns to exclude below sites that the owner added with a wildcard. Registered content scripts
 * support no globs, so the result has one pattern for each label that is never recorded. A label further down
 * (`12345.a.example.cn` below `*.example.cn`) is not excluded here. The worker refuses the messages of such a host.
 */
export const excludedBelow = (origins: readonly string[], labels: LabelRules): string[] =>
  origins.flatMap((origin) => {
    const host = /^[a-z*]+:\/\/\*\.([^/]+)\/\*$/.exec(origin)?.[1];
    return host === undefined ? [] : labels.never.labels.map((label) => `*://*.${label}.${host}/*`);
  });

/** The result of looking up a host in the catalogue. */
export interface HostStanding {
  readonly entry: PortalEntry | null;
  readonly kind: string;
  /**
   * `never` if the catalogue entry of the host or a label of the host name is marked as never recorded
   * (docs/privacy-model.md, P10). `none` if the host is not in the catalogue.
   */
  readonly grant: PortalEntry['grant'] | 'none';
}

/**
 * Indexes the catalogue. The returned function looks up a host. A whole host name takes precedence over wildcards, and
 * a longer wildcard over a shorter one. The port is ignored.
 */
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
    // Drops one label after another from the left, so the longest wildcard is tried first.
    for (let start = 0, dot = host.indexOf('.'); ; start = dot + 1, dot = host.indexOf('.', start)) {
      isNever ||= never.has(dot < 0 ? host.slice(start) : host.slice(start, dot));
      if (dot < 0) break;
      entry ??= below.get(host.slice(start)) ?? null;
    }
    // The first label of a government website may name its kind: `oa.` is office automation.
    const label = host.split('.', 1)[0] as string;
    const byLabel = entry?.kind === 'gov-website' && !labels.ambiguous.includes(label) ? kinds.get(label) : undefined;
    const kind = byLabel ?? entry?.kind ?? 'unknown';
    const grant = isNever ? 'never' : (entry?.grant ?? 'none');
    return { entry, kind, grant };
  };
}
