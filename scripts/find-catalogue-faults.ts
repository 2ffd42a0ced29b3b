/** What must hold of the catalogue: docs/catalogue.md. */
import { indexCatalogue, type LabelRules, type PortalEntry } from '../src/core/sites/catalogue.ts';
import { sitePattern } from '../src/core/sites/site-choices.ts';

const languages = ['zh-CN', 'zh-TW', 'en'] as const;
/** A city whose own name is a label of the courts elsewhere: promise P10 goes first, so it is not recorded. */
const yields: ReadonlySet<string> = new Set(['gov-341200-fuyang']);
const grants = ['declared', 'optional', 'never'];

/** Every fault as one line that names the entry; none when all is well. */
export function checkCatalogue(
  portals: readonly (PortalEntry & { readonly replaces?: string })[],
  kinds: Readonly<Record<string, unknown>>,
  labels: LabelRules,
): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const owners = new Map<string, string>();
  for (const { id, match, name, kind, grant, replaces } of portals) {
    const say = (what: string) => faults.push(`Entry "${id}": ${what}`);
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) say('its id must be of a–z, 0–9 and hyphens');
    if (ids.has(id)) say('its id is used twice');
    ids.add(id);
    if (replaces !== undefined && portals.some((p) => p.id === replaces))
      say(`it replaces "${replaces}", which is still there`);
    if (!Object.hasOwn(kinds, kind)) say(`its kind "${kind}" is unknown`);
    if (!grants.includes(grant)) say(`its grant "${grant}" is unknown`);
    for (const language of languages) if (!name?.[language]?.trim()) say(`its name is missing in ${language}`);
    if (match.length === 0) say('it has no host');
    for (const host of match) {
      try {
        if (sitePattern(host) !== host) say(`"${host}" must be in lower case, without scheme and path`);
      } catch {
        say(`"${host}" must be host or *.host, and no public suffix`);
      }
      const other = owners.get(host);
      if (other !== undefined) say(`"${host}" is claimed by "${other}" too`);
      owners.set(host, id);
    }
  }
  const standingOf = indexCatalogue(portals, labels);
  for (const { id, match, grant } of portals)
    for (const host of match)
      if (grant === 'declared' && !yields.has(id) && standingOf(host.replace('*.', '')).grant === 'never')
        faults.push(`Entry "${id}": "${host}" is declared, but a label or another entry puts it under never`);
  for (const { labels: known, kind } of labels.rules)
    if (!Object.hasOwn(kinds, kind)) faults.push(`Labels ${known.join(', ')}: their kind "${kind}" is unknown`);
  return faults;
}
