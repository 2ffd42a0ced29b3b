/**
 * What the owner made of the catalogue: groups switched off, sites of their own. docs/catalogue.md.
 * A group is a kind of portal. Groups of declared hosts are on until switched off; the others are off until the
 * owner switches them on and the browser has been asked.
 */
import type { Policy } from '../policy.ts';
import type { HostStanding, PortalEntry } from './catalogue.ts';

export interface SiteChoices {
  /** Groups (kinds) that the owner switched off. */
  readonly off: readonly string[];
  readonly added: readonly { readonly pattern: string; readonly kind: string }[];
}

export const noChoices: SiteChoices = { off: [], added: [] };

/** The owner's choices under a policy, which may forbid sites of their own. */
export const restrictSites = (choices: SiteChoices, policy: Policy): SiteChoices =>
  policy.addedSites === 'off' ? { ...choices, added: [] } : choices;

const hostName = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*(:\d{1,5})?$/;
const address = /^(\d{1,3}\.){3}\d{1,3}(:\d{1,5})?$/;
/** A wildcard over one label, such as `*.cn`, is no host name in the first place. */
const publicSuffix = /^\*\.(gov|com|net|org|edu|ac|mil)\.[a-z]{2,}(:\d+)?$/;

/**
 * `host`, `host:port`, `*.host` as written in the address bar (scheme and path are taken off), in lower case.
 * Throws when it is none, or covers a whole public suffix such as `*.gov.cn`.
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
  if (publicSuffix.test(pattern)) throw new Error(`Cannot add site "${written}": it covers too much`);
  return pattern;
}

/** The match pattern that the browser is asked for. Firefox knows no ports in them; the worker looks at the port. */
export const siteOrigin = (pattern: string): string => `*://${pattern.replace(/:\d+$/, '')}/*`;

/** Whether a host with its port is one of a pattern: a pattern without a port covers them all. */
export function siteMatches(pattern: string, host: string): boolean {
  const [name, port] = hostAndPort(pattern);
  const [hostName, hostPort] = hostAndPort(host.toLowerCase());
  if (port !== '' && port !== hostPort) return false;
  return name.startsWith('*.') ? hostName === name.slice(2) || hostName.endsWith(name.slice(1)) : hostName === name;
}

function hostAndPort(written: string): readonly [host: string, port: string] {
  const at = written.indexOf(':');
  return at < 0 ? [written, ''] : [written.slice(0, at), written.slice(at + 1)];
}

/** `off`: the owner switched its group off. */
export type ChosenStanding = HostStanding & { readonly off: boolean };

/** What a host is once the owner's choices are laid over the catalogue; promise P10 stands above them all. */
export function applyChoices(standing: HostStanding, host: string, choices: SiteChoices): ChosenStanding {
  const { entry, grant } = standing;
  const added = grant === 'never' ? undefined : choices.added.find((site) => siteMatches(site.pattern, host));
  const off = grant !== 'never' && added === undefined && entry !== null && choices.off.includes(entry.kind);
  return { entry, kind: added?.kind ?? standing.kind, grant, off };
}

export interface Group {
  readonly id: string;
  readonly entries: number;
  readonly hasDeclared: boolean;
  /** Origins of entries that are recorded only once the browser was asked. */
  readonly origins: readonly string[];
}

/** The catalogue's groups, largest first; what is never recorded is in none. */
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
