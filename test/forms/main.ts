/**
 * `npm run forms` performs submissions and near misses by real input in real builds of component libraries. It compares
 * the counted submissions with the log of the server, the counted entries with the fields that were changed, and the
 * counted repeat entries with the typed data. Prints a table and writes out/forms.json. Other arguments select libraries
 * by name; `--tuned` and `--chromium` limit the run.
 * The libraries of the set "held-out" were not used while the rules were tuned.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row, SystemKey } from '../../src/core/events.ts';
import { hostPatterns, type LabelRules, type PortalEntry } from '../../src/core/sites/catalogue.ts';
import { type Office, openOffice } from '../office/office.ts';
import { type } from '../office/user-input.ts';
import { openChrome } from '../support/chrome.ts';
import { type Driver, sleep } from '../support/driver.ts';
import { openFirefox } from '../support/firefox.ts';
import { type Case, type CaseTools, casesOf, formOf, type Library, libraries, type Part } from './cases.ts';
import { unpackAll } from './fetch-packages.ts';
import { moreLibraries } from './more-libraries.ts';
import { realShapes } from './real-shapes.ts';
import type { Person } from './sample-people.ts';
import { situations } from './situations.ts';
import { unseenSituations } from './unseen-situations.ts';

interface CaseRun {
  readonly library: Library;
  readonly testCase: Case;
  readonly host: string;
  /** Kind and expected verdict of each eligible value, in the order in which the values were sent. */
  readonly verdicts: readonly string[];
  /** How often the page showed that a submission was accepted. */
  readonly sent: number;
  /** How many fields the person changed; null if the case does not compare entries. */
  readonly entries: number | null;
  readonly error: string | null;
}

const root = join(import.meta.dirname, '../..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const kinds: Partial<Record<Part, string>> = { idNumber: 'identity', phone: 'phone', address: 'address' };

/** Returns the declared hosts that no label rule excludes. Each case uses one of them. */
function hosts(): string[] {
  const never = new Set((read('src/data/host-label-rules.json') as LabelRules).never.labels);
  return hostPatterns(read('src/data/portals.json') as PortalEntry[], read('src/data/host-label-rules.json'))
    .matches.map((m) => m.replace('*://', '').replace('/*', '').replace('*.', ''))
    .filter((host) => /\.gansu\.gov\.cn$|\.gov\.cn$/.test(host) && !host.split('.').some((l) => never.has(l)));
}

async function workAll(driver: Driver, _office: Office, chosen: readonly Library[]): Promise<CaseRun[]> {
  const free = hosts();
  const out: CaseRun[] = [];
  const sentBefore = new Map<string, Set<string>>();
  let n = 0;
  for (const library of chosen)
    for (const testCase of casesOf(library)) {
      n++;
      const host = free[n] as string;
      const verdicts: string[] = [];
      let noted: [Part, string][] = [];
      let sent = 0;
      let entries = 0;
      const page = await driver.open(`http://${host}/${testCase.page ?? library.page}`);
      // Some example pages open dialogs when they load.
      page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
      const tools: CaseTools = {
        page,
        async fill(who: Person, parts = ['name', 'idNumber', 'phone', 'address']) {
          for (const part of parts) {
            await type(await formOf(page, library), library.selectors[part] as string, who[part], 0);
            noted.push([part, who[part]]);
          }
        },
        note(who, parts) {
          for (const part of parts) noted.push([part, who[part]]);
        },
        noteEntries(count) {
          entries += count;
        },
        noteSent() {
          sent++;
          const batch = noted.filter(([part]) => kinds[part] !== undefined);
          for (const [part, value] of batch) {
            const before = sentBefore.get(value) ?? new Set<string>();
            const verdict = [...before].some((h) => h !== host)
              ? 'other-system'
              : before.size > 0
                ? 'same-system'
                : 'none';
            verdicts.push(`${kinds[part]} ${verdict}`);
          }
          for (const [, value] of batch) sentBefore.set(value, (sentBefore.get(value) ?? new Set()).add(host));
          noted = [];
        },
        noteDropped() {
          noted = [];
        },
      };
      let error: string | null = null;
      try {
        await testCase.work(tools, library, n);
      } catch (thrown) {
        error = String(thrown).split('\n')[0] as string;
      }
      out.push({ library, testCase, host, verdicts, sent, entries: testCase.comparesEntries ? entries : null, error });
      process.stdout.write(error === null ? '.' : '!');
      setTimeout(() => void page.close().catch(() => {}), 4_000);
    }
  process.stdout.write('\n');
  await sleep(12_000);
  return out;
}

interface Line {
  set: string;
  library: string;
  browser: string;
  submissions: number;
  found: number;
  nearMisses: number;
  falseAlarms: number;
  /** Fields that persons changed, fields that were counted, and the sum of the differences by case. */
  entries: number;
  countedEntries: number;
  entryErrors: number;
  /** Differences in the further figures that cases compare. */
  otherErrors: number;
}

async function compareRuns(driver: Driver, office: Office, runs: readonly CaseRun[]) {
  // The worker decides about pending fields before it reads a day.
  await driver.askWorker('day.read', (await driver.askWorker('state.read')).today);
  const backup = await driver.askWorker('backup.read');
  const rows = backup.rows as readonly Row[];
  const systems = backup.systems as readonly { key: SystemKey; host: string }[];
  const lines = new Map<string, Line>();
  const repeats = { right: 0, wrong: 0, missed: 0 };
  for (const { library, testCase, host, verdicts, sent, entries, error } of runs) {
    const key = systems.find((s) => s.host === host)?.key;
    const rowsOfHost = rows.filter((r) => 'system' in r && r.system === key);
    const counted = rowsOfHost.filter((r) => r.kind === 'submission' && r.outcome === 'sent').length;
    // A submission counts as sent if the server has it, or if the page showed that the submission was accepted.
    const saves = library.isShipped ? sent : Math.max(sent, office.requestsTo(host, 'save').length);
    const line = lines.get(library.name) ?? {
      set: library.set,
      library: library.name,
      browser: driver.name,
      submissions: 0,
      found: 0,
      nearMisses: 0,
      falseAlarms: 0,
      entries: 0,
      countedEntries: 0,
      entryErrors: 0,
      otherErrors: 0,
    };
    lines.set(library.name, line);
    line.submissions += saves;
    line.found += Math.min(saves, counted);
    if (testCase.isNearMiss) line.nearMisses++;
    line.falseAlarms += Math.max(0, counted - saves);
    if (error !== null || counted !== saves)
      console.log(
        `  ${library.name}, ${testCase.name} (${host}): sent ${saves}, counted ${counted}${error === null ? '' : `; ${error}`}`,
      );
    if (entries !== null && error === null) {
      const ways = rowsOfHost.flatMap((r) => (r.kind === 'entry' ? [r.way] : []));
      const countedEntries = ways.length;
      line.entries += entries;
      line.countedEntries += countedEntries;
      line.entryErrors += Math.abs(entries - countedEntries);
      if (entries !== countedEntries)
        console.log(
          `  ${library.name}, ${testCase.name} (${host}): ${entries} entries, counted ${countedEntries}: ${ways.join(', ')}`,
        );
    }
    const further = {
      logins: rowsOfHost.filter((r) => r.kind === 'login').length,
      failed: rowsOfHost.filter((r) => r.kind === 'submission' && r.outcome === 'failed').length,
      lookUps: rowsOfHost.filter((r) => r.kind === 'entry' && r.repeat === 'look-up').length,
      repeats: rowsOfHost.filter((r) => r.kind === 'entry' && r.repeat.endsWith('-system')).length,
      acts: rowsOfHost.filter((r) => r.kind === 'act').length,
    };
    for (const [figure, expected] of Object.entries(testCase.counts ?? {})) {
      const countedFigure = further[figure as keyof typeof further];
      if (countedFigure === expected) continue;
      line.otherErrors++;
      console.log(`  ${library.name}, ${testCase.name} (${host}): ${expected} ${figure}, counted ${countedFigure}`);
    }
    const rest = rowsOfHost.flatMap((r) =>
      r.kind === 'entry' &&
      r.eligible &&
      ['identity', 'phone', 'address'].includes(r.fieldKind ?? '') &&
      r.repeat !== 'look-up'
        ? [`${r.fieldKind} ${r.repeat}`]
        : [],
    );
    const isRepeat = (v: string) => v.endsWith('-system');
    for (const verdict of verdicts.filter(isRepeat)) {
      const i = rest.indexOf(verdict);
      if (i < 0) {
        repeats.missed++;
        console.log(`  ${library.name}, ${testCase.name} (${host}): missed ${verdict} among ${rest.join(', ')}`);
      } else {
        repeats.right++;
        rest.splice(i, 1);
      }
    }
    for (const extra of rest.filter(isRepeat)) {
      repeats.wrong++;
      console.log(`  ${library.name}, ${testCase.name} (${host}): not a repeat: ${extra}`);
    }
  }
  return { lines: [...lines.values()], repeats };
}

const only = process.argv.slice(2).filter((a) => !a.startsWith('-'));
const chosen = (inFirefox: boolean) =>
  [...libraries, ...moreLibraries, ...realShapes, ...situations, ...unseenSituations].filter(
    (l) =>
      (!inFirefox || l.isInFirefoxToo) &&
      (!process.argv.includes('--tuned') || l.set === 'tuned') &&
      (only.length === 0 || only.some((o) => l.name.includes(o))),
  );
const all: Line[] = [];
const sum = { right: 0, wrong: 0, missed: 0 };

/** Runs the cases of some libraries in a new browser. */
async function runIn(open: (options: { port: number }) => Promise<Driver>, part: readonly Library[]): Promise<void> {
  if (part.length === 0) return;
  const office = await openOffice({
    more: {
      pages: join(import.meta.dirname, 'pages'),
      folders: unpackAll(),
    },
  });
  const driver = await open({ port: office.port });
  try {
    await driver.agree();
    const { lines, repeats } = await compareRuns(driver, office, await workAll(driver, office, part));
    all.push(...lines);
    for (const key of ['right', 'wrong', 'missed'] as const) sum[key] += repeats[key];
  } finally {
    await driver.close();
    await office.close();
  }
}
// Two browsers at a time, because most of the time of a case is waiting. Each browser has a ledger of its own.
const inChromium = chosen(false);
await Promise.all(
  [0, 1].map((half) =>
    runIn(
      openChrome,
      inChromium.filter((_, i) => i % 2 === half),
    ),
  ),
);
if (!process.argv.includes('--chromium')) await runIn(openFirefox, chosen(true));
const n = sum.right + sum.missed;
const repeats = {
  precision: sum.right + sum.wrong === 0 ? 1 : sum.right / (sum.right + sum.wrong),
  recall: n === 0 ? 1 : sum.right / n,
  n,
};
console.log(`\n${'set'.padEnd(10)}${'library'.padEnd(36)}${'browser'.padEnd(10)} sent  found  near misses  false`);
for (const l of all)
  console.log(
    `${l.set.padEnd(10)}${l.library.padEnd(36)}${l.browser.padEnd(10)}${String(l.submissions).padStart(5)}${String(l.found).padStart(7)}${String(l.nearMisses).padStart(13)}${String(l.falseAlarms).padStart(7)}`,
  );
for (const set of ['tuned', 'held-out'] as const) {
  const linesOfSet = all.filter((l) => l.set === set);
  const total = (key: Exclude<keyof Line, 'set' | 'library' | 'browser'>) => linesOfSet.reduce((t, l) => t + l[key], 0);
  console.log(
    `${set}: ${total('found')} of ${total('submissions')} found, ${total('falseAlarms')} false in ${total('nearMisses')} near misses; ${total('countedEntries')} of ${total('entries')} entries counted, ${total('entryErrors')} wrong by case, ${total('otherErrors')} other figures wrong`,
  );
}
console.log(`repeats: precision ${repeats.precision.toFixed(3)}, recall ${repeats.recall.toFixed(3)}, n ${n}`);
mkdirSync(join(root, 'out'), { recursive: true });
writeFileSync(join(root, 'out/forms.json'), `${JSON.stringify({ sets: all, repeats }, null, 2)}\n`);
