/**
 * `npm run screenshots`: the pictures of the README and docs, from sample data that is marked as such on every screen.
 * Writes docs/images/; needs dist/chrome (`npm run build`).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../src/core/settings.ts';
import { seenAs } from '../test/screens/checks.ts';
import { openStage } from '../test/screens/open-screen.ts';
import { screens } from '../test/screens/screens.ts';

const out = join(import.meta.dirname, '../docs/images');
const pictures: readonly (readonly [screen: string, language: Language, scheme: 'light' | 'dark'])[] = [
  ['popup', 'zh-CN', 'light'],
  ['popup', 'en', 'light'],
  ['overview', 'zh-CN', 'light'],
  ['overview', 'en', 'light'],
  ['overview', 'zh-CN', 'dark'],
  ['repeats', 'zh-CN', 'light'],
  ['time-day', 'zh-CN', 'light'],
  ['consent', 'zh-CN', 'light'],
];

async function main(): Promise<void> {
  mkdirSync(out, { recursive: true });
  const stage = await openStage();
  try {
    for (const [name, language, scheme] of pictures) {
      const screen = screens.find((s) => s.name === name);
      if (screen === undefined) throw new Error(`Cannot picture "${name}": no such screen`);
      const { page } = await stage.open(screen, language, screen.popup === true ? 360 : 1280);
      await seenAs(page, scheme);
      if (screen.popup !== true) await page.setViewport({ width: 1280, height: 800 });
      const file = `${join(out, name)}-${language}${scheme === 'dark' ? '-dark' : ''}.png` as const;
      await page.screenshot({ path: file as `${string}.png`, fullPage: screen.popup === true });
      await page.close();
      console.log(file);
    }
  } finally {
    await stage.close();
  }
}

main().catch((trouble: unknown) => {
  console.error(trouble instanceof Error ? trouble.message : trouble);
  process.exit(1);
});
