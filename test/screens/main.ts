/**
 * `npm run screens [-- --only NAME,…] [--language zh-CN]`: every screen and state, in three languages, at 320, 360,
 * 400 and 1366 px and at 200 % zoom, light, dark and with forced colours. Writes out/screens/ and prints what is wrong.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '../../src/core/settings.ts';
import { axe, layout, seenAs } from './checks.ts';
import { walk } from './keyboard.ts';
import { openStage } from './open-screen.ts';
import { pageBytes } from './page-bytes.ts';
import { screens } from './screens.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, language: { type: 'string' } } });
const out = 'out/screens';
/** CSS pixels. 683 × 384 is 1366 × 768 at 200 %; the popup has its own three. */
const widths = { page: [1366, 683, 400, 360, 320], popup: [400, 360, 320] } as const;

async function main(): Promise<number> {
  const chosen = screens.filter((s) => values.only === undefined || values.only.split(',').includes(s.name));
  if (values.only === undefined) rmSync(out, { recursive: true, force: true });
  const faults: { screen: string; language: string; at: string; fault: string }[] = [];
  const stage = await openStage();
  let shots = 0;
  try {
    for (const language of languages) {
      if (values.language !== undefined && values.language !== language) continue;
      mkdirSync(join(out, language), { recursive: true });
      for (const screen of chosen) {
        const sizes = screen.popup === true ? widths.popup : widths.page;
        const { page, errors } = await stage.open(screen, language, sizes[0]);
        const note = (at: string, found: readonly string[]) => {
          for (const fault of found) {
            faults.push({ screen: screen.name, language, at, fault });
            console.log(`${screen.name} ${language} ${at}: ${fault}`);
          }
        };
        const shoot = async (at: string) => {
          await page.screenshot({ path: `${join(out, language, screen.name)}-${at}.png`, fullPage: true });
          shots++;
        };
        for (const width of sizes) {
          await page.setViewport({ width, height: screen.popup === true ? 560 : width === 683 ? 384 : 768 });
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          note(String(width), await layout(page));
          if (screen.popup === true && screen.name === 'popup' && width >= 360) {
            const height = await page.evaluate(() => document.querySelector('main')?.scrollHeight ?? 0);
            if (height > 600) note(String(width), [`is ${height} px high: more than the 600 a popup may have`]);
          }
          if (width === sizes[0] || width === 320) await shoot(String(width));
        }
        await page.setViewport({ width: sizes[0], height: 768 });
        for (const scheme of ['light', 'dark', 'forced'] as const) {
          await seenAs(page, scheme);
          note(scheme, await axe(page));
          if (scheme !== 'light') await shoot(scheme);
        }
        note('all', await errors());
        await page.close();
      }
      console.error(`${language}: ${chosen.length} screens, ${faults.length} faults so far`);
    }
    if (values.only === undefined) {
      const steps = await walk(stage);
      writeFileSync(join(out, 'keyboard.json'), `${JSON.stringify(steps.path, null, 2)}\n`);
      for (const fault of steps.faults) console.log(`keyboard: ${fault}`);
      for (const fault of steps.faults) faults.push({ screen: 'overview', language: 'zh-CN', at: 'keyboard', fault });
    }
  } finally {
    await stage.close();
  }
  const bytes = Object.fromEntries(
    ['popup', 'dashboard', 'consent'].map((page) => [
      page,
      pageBytes('dist/chrome', `src/ui/${page}/index.html`, page === 'popup' ? ['assets/zh-cn-'] : []).reduce(
        (sum, f) => sum + f.gzip,
        0,
      ),
    ]),
  );
  mkdirSync(out, { recursive: true });
  writeFileSync('out/screens.json', `${JSON.stringify({ screens: chosen.length, shots, bytes, faults }, null, 2)}\n`);
  console.table(bytes);
  console.log(`${chosen.length} screens and states, ${shots} shots in ${out}/, ${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (trouble: unknown) => {
    console.error(trouble instanceof Error ? trouble.message : trouble);
    process.exit(2);
  },
);
