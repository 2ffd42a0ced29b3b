/**
 * `npm run screens [-- --only NAME,…] [--language zh-CN] [--again] [--dist DIR]`: checks every screen and state in
 * three languages, at 320, 360, 400 and 1366 px and at 200 % zoom, in light, dark and forced colours. Prints the faults
 * and writes out/screens/ and out/screens.json. With `--again` the command makes no sample ledger, but uses the
 * worker's answers of the latest run.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Language, languages } from '../../src/core/settings.ts';
import { axe, emulateScheme, layout } from './checks.ts';
import { walkByKeyboard } from './keyboard.ts';
import { openStage, type Stage } from './open-screen.ts';
import { pageBytes } from './page-bytes.ts';
import { type Screen, screens } from './screens.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    language: { type: 'string' },
    again: { type: 'boolean', default: false },
    dist: { type: 'string', default: 'dist/chrome' },
  },
});
const out = 'out/screens';
const answersFile = 'out/screens-answers.json';
/** Widths of the window in CSS pixels. 683 × 384 is 1366 × 768 at 200 % zoom. */
const widths = { page: [1366, 683, 400, 360, 320], popup: [400, 360, 320], brief: [1366, 320] } as const;
const heightOf = (width: number) => (width === 683 ? 384 : 768);

interface Fault {
  readonly screen: string;
  readonly language: string;
  readonly at: string;
  readonly fault: string;
}

/** Checks one screen in one language at all widths and in all colour schemes. Returns the number of pictures taken. */
async function checkScreen(
  stage: Stage,
  screen: Screen,
  language: Language,
  note: (at: string, found: string[]) => void,
) {
  const sizes = screen.brief ? widths.brief : screen.popup === true ? widths.popup : widths.page;
  const [widest] = sizes;
  const { page, errors } = await stage.open(screen, language, widest);
  let pictures = 0;
  const takePicture = async (at: string) => {
    await page.screenshot({
      path: `${join(out, language, screen.name)}-${at}.png`,
      fullPage: true,
      optimizeForSpeed: true,
    });
    pictures++;
  };
  note('light', await axe(page));
  for (const width of sizes) {
    if (width !== widest) await page.setViewport({ width, height: heightOf(width) });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    note(String(width), await layout(page));
    if (screen.popup === true && (language !== 'en' || width >= 360)) {
      // Leave out the line that marks sample data: a real ledger does not have it.
      const height = await page.evaluate(() => {
        const sample = document.querySelector<HTMLElement>('.sample')?.offsetHeight ?? 0;
        return (document.querySelector('main')?.scrollHeight ?? 0) - sample;
      });
      // Browsers scroll a popup that is higher than 600 px. Chinese texts must leave some space.
      const maxHeight = language === 'en' ? 600 : 560;
      if (height > maxHeight) note(String(width), [`is ${height} px high: more than ${maxHeight}`]);
    }
    if (width === widest || width === 320) await takePicture(String(width));
  }
  if (screen.brief) {
    note('all', await errors());
    return pictures;
  }
  await page.setViewport({ width: widest, height: 768 });
  for (const scheme of ['dark', 'forced'] as const) {
    await emulateScheme(page, scheme);
    note(scheme, await axe(page, 'colours'));
    // Colours do not depend on the language.
    if (language === 'zh-CN') await takePicture(scheme);
  }
  note('all', await errors());
  return pictures;
}

async function main(): Promise<number> {
  const started = Date.now();
  const chosen = screens.filter((s) => values.only === undefined || values.only.split(',').includes(s.name));
  if (values.only === undefined && values.language === undefined) rmSync(out, { recursive: true, force: true });
  for (const language of languages) mkdirSync(join(out, language), { recursive: true });
  const faults: Fault[] = [];
  const known = values.again && existsSync(answersFile) ? JSON.parse(readFileSync(answersFile, 'utf8')) : {};
  const stage = await openStage({ answers: known, dist: values.dist });
  console.error(`browser and sample ledger are ready after ${Math.round((Date.now() - started) / 1000)} s`);
  let pictures = 0;
  try {
    for (const language of languages) {
      if (values.language !== undefined && values.language !== language) continue;
      for (const screen of chosen) {
        if (screen.brief && language !== 'zh-CN') continue;
        const note = (at: string, found: readonly string[]) => {
          for (const fault of found) {
            faults.push({ screen: screen.name, language, at, fault });
            console.log(`${screen.name} ${language} ${at}: ${fault}`);
          }
        };
        pictures += await checkScreen(stage, screen, language, note).catch((error: Error) => {
          note('all', [`could not be checked: ${error.message}`]);
          return 0;
        });
        if (!values.again) writeFileSync(answersFile, JSON.stringify(known));
      }
      const seconds = Math.round((Date.now() - started) / 1000);
      console.error(`${language}: ${chosen.length} screens, ${faults.length} faults so far, ${seconds} s`);
    }
    if (values.only === undefined && (values.language ?? 'zh-CN') === 'zh-CN') {
      const steps = await walkByKeyboard(stage);
      writeFileSync(join(out, 'keyboard.json'), `${JSON.stringify(steps.path, null, 2)}\n`);
      for (const fault of steps.faults) console.log(`keyboard: ${fault}`);
      for (const fault of steps.faults)
        faults.push({ screen: fault.split(':')[0] ?? '', language: 'zh-CN', at: 'keyboard', fault });
    }
  } finally {
    await stage.close();
  }
  const bytes = Object.fromEntries(
    ['popup', 'dashboard', 'consent'].map((page) => [
      page,
      pageBytes(values.dist, `src/ui/${page}/index.html`, [
        `assets/zh-CN-${page}${page === 'popup' ? '' : '-page'}`,
      ]).reduce((sum, f) => sum + f.gzip, 0),
    ]),
  );
  writeFileSync(
    values.language === undefined ? 'out/screens.json' : `out/screens-${values.language}.json`,
    `${JSON.stringify({ screens: chosen.length, shots: pictures, bytes, faults }, null, 2)}\n`,
  );
  console.table(bytes);
  console.log(`${chosen.length} screens and states, ${pictures} pictures in ${out}/, ${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
