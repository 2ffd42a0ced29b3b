/**
 * `npm run screenshots [-- --again] [-- --dist DIR] [-- --years N]`: makes the pictures of the README, the documents
 * and the stores. Some show screens of the extension, with data that is marked there as sample data. The others show
 * the pages on which the browsers list their extensions. The pictures are written to docs/images/ as palette PNGs. The
 * command needs dist/chrome and dist/firefox (`npm run build`). `--again` uses the answers of the worker from the
 * latest `npm run screens`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Language, languages } from '../../src/core/settings.ts';
import { emulateScheme } from '../../test/screens/checks.ts';
import { openStage } from '../../test/screens/open-screen.ts';
import { screens } from '../../test/screens/screens.ts';
import { screenshotChromium, screenshotFirefox } from './installation-pages.ts';
import { palettePng } from './palette-png.ts';

const { values } = parseArgs({
  options: {
    again: { type: 'boolean', default: false },
    dist: { type: 'string', default: 'dist/chrome' },
    years: { type: 'string', default: '0.6' },
  },
});
const out = join(import.meta.dirname, '../../docs/images');
const answers = 'out/screens-answers.json';
type Picture = readonly [file: string, screen: string, language: Language, scheme: 'light' | 'dark'];
/**
 * Pictures for the stores have 1280 × 800 pixels. Each language has at most five of them. The picture of the popup has
 * the size of the popup.
 */
const pictures: readonly Picture[] = [
  ...languages.flatMap((language): Picture[] => [
    [`popup-${language}`, 'popup', language, 'light'],
    [`store/${language}-1-overview`, 'overview', language, 'light'],
    [`store/${language}-2-repeats`, 'repeats', language, 'light'],
    [`store/${language}-3-report`, 'export-check', language, 'light'],
  ]),
  ['store/zh-CN-4-day', 'time-day', 'zh-CN', 'light'],
  ['store/zh-CN-5-consent', 'consent', 'zh-CN', 'light'],
  ['overview-dark', 'overview', 'zh-CN', 'dark'],
];

async function main(): Promise<void> {
  mkdirSync(join(out, 'store'), { recursive: true });
  const savedAnswers = values.again && existsSync(answers) ? JSON.parse(readFileSync(answers, 'utf8')) : {};
  const stage = await openStage({ answers: savedAnswers, dist: values.dist, years: Number(values.years) });
  try {
    for (const [file, name, language, scheme] of pictures) {
      const screen = screens.find((s) => s.name === name);
      if (screen === undefined) throw new Error(`Cannot take a picture of "${name}": unknown screen`);
      const { page } = await stage.open(screen, language, screen.popup === true ? 360 : 1280);
      await emulateScheme(page, scheme);
      if (screen.popup !== true) await page.setViewport({ width: 1280, height: 800 });
      const shot =
        screen.popup === true ? await (await page.$('body'))?.screenshot() : await page.screenshot({ fullPage: false });
      if (shot === undefined) throw new Error(`Cannot take a picture of "${name}": the page has no body`);
      write(file, shot);
    }
  } finally {
    await stage.close();
  }
  write('install-chromium', await screenshotChromium(values.dist));
  write('install-firefox', await screenshotFirefox('dist/firefox'));
}

function write(file: string, shot: Uint8Array): void {
  const small = palettePng(shot);
  writeFileSync(join(out, `${file}.png`), small);
  console.log(`docs/images/${file}.png: ${Math.round(small.length / 1000)} kB`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
