/**
 * `npm run acts` uses controls by real input in real component libraries, in simplified Chinese, traditional Chinese
 * and English, and compares the counted acts with the burden form of each control. Prints a table and writes
 * out/acts.json. `--brief` runs the tuned controls of two scenes, each in one language, for `npm test`, and writes
 * out/acts-brief.json. Other arguments select scenes by name.
 */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RowOf, SystemKey } from '../../src/core/events.ts';
import type { LabelRules, PortalEntry } from '../../src/core/sites/catalogue.ts';
import { openOffice } from '../office/office.ts';
import { openChrome } from '../support/chrome.ts';
import { openFirefox } from '../support/firefox.ts';
import { type Case, isShown, type Scene, type Script, scenes, scripts } from './cases.ts';
import { hostsOfKind, type UsedScene, workScene } from './work-scene.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Tuned and held-out controls use different libraries. */
const libraryOf: Readonly<Record<Case['set'], Readonly<Record<Script, string>>>> = {
  tuned: { 'zh-CN': 'Element UI', 'zh-TW': 'Ant Design Vue', en: 'native' },
  'held-out': { 'zh-CN': 'layui', 'zh-TW': 'Element Plus', en: 'antd' },
};

interface Line {
  readonly set: Case['set'];
  readonly language: Script;
  readonly library: string;
  positives: number;
  found: number;
  counterExamples: number;
  falseAlarms: number;
}

type Act = RowOf<'act'>;

/** Compares the acts counted in a scene with the expected acts, and prints the differences. */
function compareScene(usedScene: UsedScene, acts: readonly Act[], line: Line): void {
  const rest = [...acts];
  const shows = (a: Act) => ['leaderboard', 'counter', 'task', 'promotion', 'deadline'].includes(a.feature ?? '');
  const printCase = (c: Case, result: string) =>
    console.log(
      `  ${line.language} ${line.library}, ${usedScene.scene.name}: ${c.heading[line.language]} / ${c.text[line.language]} (${c.use}) ${result}`,
    );
  for (const { control, from, to, error } of usedScene.cases) {
    if (error !== null) printCase(control, error);
    const candidates = rest.filter((a) => (isShown(control.use) ? shows(a) : !shows(a) && a.at >= from && a.at <= to));
    if (control.form !== null) {
      line.positives++;
      const hit = candidates.find((a) => a.form === control.form && (a.count > 0 || a.feature === 'task'));
      if (hit === undefined)
        printCase(control, `was missed${candidates.length > 0 ? `, counted as ${candidates.map((a) => a.form)}` : ''}`);
      else {
        line.found++;
        rest.splice(rest.indexOf(hit), 1);
      }
    } else line.counterExamples++;
  }
  for (const extra of rest.filter((a) => a.count > 0)) {
    line.falseAlarms += extra.count;
    const near = usedScene.cases.find((c) => !shows(extra) && extra.at >= c.from && extra.at <= c.to);
    if (near !== undefined) printCase(near.control, `was counted as ${extra.form} (${extra.feature})`);
    else
      console.log(
        `  ${line.language} ${line.library}, ${usedScene.scene.name}: ${extra.form} (${extra.feature}) was counted, but no control shows it`,
      );
  }
}

const isBrief = process.argv.includes('--brief');
const only = process.argv.slice(2).filter((a) => !a.startsWith('-'));
const sets: readonly Case['set'][] = process.argv.includes('--tuned') || isBrief ? ['tuned'] : ['tuned', 'held-out'];
/**
 * A scene with buttons and boards, and a scene whose first control is a file that is chosen before the act observer
 * loads.
 */
const brief: Readonly<Partial<Record<Script, string>>> = { 'zh-CN': 'party', 'zh-TW': 'law' };
const isChosen = (scene: Scene, language: Script) =>
  isBrief ? brief[language] === scene.name : only.length === 0 || only.includes(scene.name);
const languages = scripts.filter(
  (l) => !process.argv.some((a) => a.startsWith('--script=')) || process.argv.includes(`--script=${l}`),
);
const lines: Line[] = [];

const folder = mkdtempSync(join(tmpdir(), 'fingertip-acts-'));
const sceneFile = join(folder, 'scene.js');
const office = await openOffice({
  more: {
    pages: join(import.meta.dirname, 'pages'),
    folders: { '/scene.js': sceneFile, '/acts.js': join(import.meta.dirname, 'pages/acts.js') },
  },
});
const driver = await (process.argv.includes('--firefox') ? openFirefox : openChrome)({ port: office.port });
try {
  await driver.agree();
  const hosts = hostsOfKind(
    read('src/data/portals.json') as PortalEntry[],
    read('src/data/host-label-rules.json') as LabelRules,
  );
  const all: { usedScene: UsedScene; host: string; line: Line }[] = [];
  for (const language of languages)
    for (const scene of scenes.filter((s) => isChosen(s, language))) {
      const host = hosts(scene.kind);
      for (const set of sets) {
        const library = libraryOf[set][language];
        const line: Line = lines.find((l) => l.set === set && l.language === language) ?? {
          set,
          language,
          library,
          positives: 0,
          found: 0,
          counterExamples: 0,
          falseAlarms: 0,
        };
        if (!lines.includes(line)) lines.push(line);
        const work = { driver, scene, set, language, library, host, sceneFile };
        // Tries again, because a page may not open in time on a busy machine.
        const usedScene = await workScene(work).catch(() => workScene(work));
        all.push({ usedScene, host, line });
        process.stdout.write('.');
      }
    }
  process.stdout.write('\n');
  await driver.askWorker('day.read', (await driver.askWorker('state.read')).today);
  const backup = await driver.askWorker('backup.read');
  const systems = backup.systems as readonly { key: SystemKey; host: string }[];
  const acts = (backup.rows as readonly Act[]).filter((r) => r.kind === 'act');
  for (const { usedScene, host, line } of all) {
    const key = systems.find((s) => s.host === host)?.key;
    compareScene(
      usedScene,
      acts.filter((a) => a.system === key && a.at >= usedScene.from && a.at <= usedScene.to),
      line,
    );
  }
} finally {
  await driver.close();
  await office.close();
}

const sum = (summed: readonly Line[]) =>
  summed.reduce(
    (t, l) => ({
      positives: t.positives + l.positives,
      found: t.found + l.found,
      counterExamples: t.counterExamples + l.counterExamples,
      falseAlarms: t.falseAlarms + l.falseAlarms,
    }),
    { positives: 0, found: 0, counterExamples: 0, falseAlarms: 0 },
  );
const share = (part: number, whole: number) => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`);
console.table(
  [...lines, { set: 'all', language: '', library: '', ...sum(lines) }].map((l) => ({
    ...l,
    precision: share(l.found, l.found + l.falseAlarms),
    recall: share(l.found, l.positives),
  })),
);
const total = sum(lines);
const heldOut = sum(lines.filter((l) => l.set === 'held-out'));
mkdirSync(join(root, 'out'), { recursive: true });
writeFileSync(
  join(root, isBrief ? 'out/acts-brief.json' : 'out/acts.json'),
  `${JSON.stringify({ sets: lines, total: { ...total, precision: total.found / (total.found + total.falseAlarms), recall: total.found / total.positives }, heldOut }, null, 2)}\n`,
);
const isGood = (t: typeof total) => t.found >= 0.95 * t.positives && t.found >= 0.98 * (t.found + t.falseAlarms);
process.exitCode = isGood(total) ? 0 : 1;
