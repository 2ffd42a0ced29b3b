/** Checks the entries of the catalogue against the rules in docs/catalogue.md. */
import { indexCatalogue, type LabelRules, type PortalEntry } from '../src/core/sites/catalogue.ts';
import { sitePattern } from '../src/core/sites/site-choices.ts';

const languages = ['zh-CN', 'zh-TW', 'en'] as const;
/**
 * Entries of cities whose name is also a label of court sites. Courts are never recorded (docs/privacy-model.md, P10).
 * That rule has priority over an entry, so the sites of these cities are not recorded either.
 */
const neverDespiteEntry: ReadonlySet<string> = new Set(['gov-341200-fuyang']);
const grants = ['declared', 'optional', 'never'];

/** Returns one line for each fault, with the id of the faulty entry. The list is empty when there is no fault. */
export function findCatalogueFaults(
  portals: readonly (PortalEntry & { readonly replaces?: string })[],
  kinds: Readonly<Record<string, unknown>>,
  labels: LabelRules,
): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const owners = new Map<string, string>();
  for (const { id, match, name, kind, grant, replaces } of portals) {
    const addFault = (fault: string) => faults.push(`Entry "${id}": ${fault}`);
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) addFault('id must consist of a–z, 0–9 and hyphens');
    if (ids.has(id)) addFault('id is used twice');
    ids.add(id);
    if (replaces !== undefined && portals.some((p) => p.id === replaces))
      addFault(`replaces "${replaces}", which is still in the catalogue`);
    if (!Object.hasOwn(kinds, kind)) addFault(`unknown kind "${kind}"`);
    if (!grants.includes(grant)) addFault(`unknown grant "${grant}"`);
    for (const language of languages) if (!name?.[language]?.trim()) addFault(`missing name in ${language}`);
    if (match.length === 0) addFault('missing host');
    for (const host of match) {
      try {
        if (sitePattern(host) !== host) addFault(`"${host}" must be in lower case, without scheme and path`);
      } catch {
        addFault(`"${host}" must be host or *.host, and no public suffix`);
      }
      const other = owners.get(host);
      if (other !== undefined) addFault(`"${host}" is also claimed by "${other}"`);
      owners.set(host, id);
    }
  }
  const standingOf = indexCatalogue(portals, labels);
  for (const { id, match, grant } of portals)
    for (const host of match)
      if (grant === 'declared' && !neverDespiteEntry.has(id) && standingOf(host.replace('*.', '')).grant === 'never')
        faults.push(`Entry "${id}": "${host}" is declared, but a label or another entry makes it never recorded`);
  for (const { labels: known, kind } of labels.rules)
    if (!Object.hasOwn(kinds, kind)) faults.push(`Labels ${known.join(', ')}: unknown kind "${kind}"`);
  return faults;
}
