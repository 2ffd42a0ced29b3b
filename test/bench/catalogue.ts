/**
 * `npm run bench:catalogue` measures look-ups per second in the worker's code path (indexCatalogue, then the owner's
 * choices), compared with a plain map of the same hosts. The command measures the shipped catalogue, and the catalogue
 * with one more site for each county (these are not shipped). `--browser` also measures what declaring those hosts
 * costs the browser.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexCatalogue, type PortalEntry } from '../../src/core/sites/catalogue.ts';
import { applyChoices, type SiteChoices } from '../../src/core/sites/site-choices.ts';
import { labelRules, portals } from '../../src/data/index.ts';
import { measureHosts } from './host-costs.ts';

/** Returns typical hosts: listed hosts, hosts below wildcards, hosts with ports, and hosts that are not listed. */
function hostsOf(entries: readonly PortalEntry[]): string[] {
  return entries.flatMap((p, i) =>
    p.match.flatMap((m) => {
      const bare = m.replace('*.', '');
      return m.startsWith('*.')
        ? [bare, `oa.${bare}`, `a.b.${bare}:8080`, `x${i}.example.org`]
        : [bare, `${bare}:80`, `y${i}.example.com`];
    }),
  );
}

const choices: SiteChoices = { off: ['education'], added: [{ pattern: '10.1.2.3:8080', kind: 'office-oa' }] };
const county = Array.from({ length: 2_745 }, (_, i): PortalEntry => {
  const name = `County ${i}`;
  return {
    id: `county-${i}`,
    match: [`*.c${i}.gov.cn`],
    name: { 'zh-CN': name, 'zh-TW': name, en: name },
    level: 'county',
    region: null,
    kind: 'gov-website',
    grant: 'optional',
  };
});

const lines = [
  { catalogue: 'as shipped', entries: portals },
  { catalogue: 'with 2,745 more', entries: [...portals, ...county] },
].map(({ catalogue, entries }) => {
  const begun = performance.now();
  const standingOf = indexCatalogue(entries, labelRules);
  const openMs = performance.now() - begun;
  const hosts = hostsOf(portals);
  const map = new Map(hosts.map((host) => [host, 1]));
  const rate = (look: (host: string) => unknown) => {
    let best = 0;
    for (let round = 0; round < 5; round++) {
      const from = performance.now();
      let seen = 0;
      for (let i = 0; i < 8; i++) for (const host of hosts) if (look(host) !== null) seen++;
      best = Math.max(best, (seen / (performance.now() - from)) * 1000);
    }
    return Math.round(best);
  };
  return {
    catalogue,
    entries: entries.length,
    openMs: Number(openMs.toFixed(1)),
    hostsPerSecond: rate((host) => applyChoices(standingOf(host), host, choices)),
    plainMapPerSecond: rate((host) => map.get(host)),
  };
});
console.table(lines);
const browser = process.argv.includes('--browser')
  ? await measureHosts(
      join(import.meta.dirname, '../../dist/chrome'),
      county.flatMap((entry) => entry.match),
    )
  : undefined;
if (browser !== undefined) for (const cost of browser) console.log(cost);
const out = join(import.meta.dirname, '../../out');
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'bench-catalogue.json'), `${JSON.stringify({ lines, browser }, null, 2)}\n`);
process.exitCode = lines.every((l) => l.hostsPerSecond >= 1_000_000) ? 0 : 1;
