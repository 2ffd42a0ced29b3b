/**
 * The owner's choices about sites: which groups are switched off and which sites were added. A group is a kind of
 * portal. Groups of declared hosts are on until the owner switches them off. Other groups are off until the owner
 * switches them on and the browser grants their hosts. docs/catalogue.md
 */
import type { Policy } from '../policy.ts';
import type { HostStanding, PortalEntry } from './catalogue.ts';

/** The stored choices. */
export interface SiteChoices {
  /** Kinds of portals that the owner switched off. */
  readonly off: readonly string[];
  /** Sites that the owner added. */
  readonly added: readonly { readonly pattern: string; readonly kind: string }[];
}

/** Choices before the owner makes any. */
export const noChoices: SiteChoices = { off: [], added: [] };

/** Returns the owner's choices, restricted by a policy. A policy may forbid added sites. */
export const restrictSites = (choices: SiteChoices, policy: Policy): SiteChoices =>
  policy.addedSites === 'off' ? { ...choices, added: [] } : choices;

const hostName = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*(:\d{1,5})?$/;
const address = /^(\d{1,3}\.){3}\d{1,3}(:\d{1,5})?$/;
/**
 * Wildcards that cover a whole public suffix. `hostName` already refuses `*.cn`, because a host name must have two
 * labels there.
 */
const publicSuffix = /^\*\.(gov|com|net|org|edu|ac|mil)\.[a-z]{2,}(:\d+)?$/;

/**
 * Parses a site as people write it (`host`, `host:port` or `*.host`, with or without a scheme and a path) into a
 * pattern in lower case. Throws an error if the text is none of these, or if it covers a public suffix such as
 * `*.gov.cn`.
 */
export function sitePattern(written: string): string {
  const pattern = written
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '');
  const port = Number(/:(\d+)$/.exec(pattern)?.[1] ?? 1);
  const isAddress = address.test(pattern) && pattern.split(/[.:]/, 4).every((part) => Number(part) <= 255);
  if ((!isAddress && !hostName.test(pattern)) || port < 1 || port > 65_535)
    throw new Error(`Cannot add site "${written}": it must be a host, host:port or *.host`);
  if (publicSuffix.test(pattern)) throw new Error(`Cannot add site "${written}": it covers a public suffix`);
  return pattern;
}

/**
 * Returns the match pattern to request from the browser. Firefox allows no port in a match pattern, so the worker
 * checks the port.
 */
export const siteOrigin = (pattern: string): string => `*://${pattern.replace(/:\d+$/, '')}/*`;

/** Whether a pattern covers a host with its port. A pattern without a port covers all ports. */
export function siteMatches(pattern: string, host: string): boolean {
  const [name, port] = hostAndPort(pattern);
  const [hostName, hostPort] = hostAndPort(host.toLowerCase());
  if (port !== '' && port !== hostPort) return false;
  return name.startsWith('*.') ? hostName === name.slice(2) || hostName.endsWith(name.slice(1)) : hostName === name;
}

function hostAndPort(written: string): readonly [host: string, port: string] {
  const colon = written.indexOf(':');
  return colon < 0 ? [written, ''] : [written.slice(0, colon), written.slice(colon + 1)];
}

/** A host's standing in the catalogue and the owner's choices. `off`: the owner switched the host's group off. */
export type ChosenStanding = HostStanding & { readonly off: boolean };

/**
 * Applies the owner's choices to a host's standing in the catalogue. The choices can't change `never`
 * (docs/privacy-model.md, P10).
 */
export function applyChoices(standing: HostStanding, host: string, choices: SiteChoices): ChosenStanding {
  const { entry, grant } = standing;
  const added = grant === 'never' ? undefined : choices.added.find((site) => siteMatches(site.pattern, host));
  const off = grant !== 'never' && added === undefined && entry !== null && choices.off.includes(entry.kind);
  return { entry, kind: added?.kind ?? standing.kind, grant, off };
}

/** A kind of portal as the settings show it. */
export interface Group {
  readonly id: string;
  readonly entries: number;
  readonly hasDeclared: boolean;
  /** Match patterns of entries that are recorded only after the browser has granted these patterns. */
  readonly origins: readonly string[];
}

/** Returns the groups of the catalogue, the largest group first. Leaves out entries that are never recorded. */
export function groupsOf(portals: readonly PortalEntry[]): readonly Group[] {
  const groups = new Map<string, { id: string; entries: number; origins: string[]; hasDeclared: boolean }>();
  for (const { kind, grant, match } of portals) {
    if (grant === 'never') continue;
    const group = groups.get(kind) ?? { id: kind, entries: 0, origins: [], hasDeclared: false };
    groups.set(kind, group);
    group.entries++;
    if (grant === 'declared') group.hasDeclared = true;
    else group.origins.push(...match.map((host) => `*://${host}/*`));
  }
  return [...groups.values()].sort((a, b) => b.entries - a.entries);
}
