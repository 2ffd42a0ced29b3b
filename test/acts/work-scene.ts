/** Opens a scene, uses each control by real input, and notes when each control was used. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { indexCatalogue, type LabelRules, type PortalEntry } from '../../src/core/sites/catalogue.ts';
import { typeHere } from '../office/user-input.ts';
import { type Driver, sleep, until } from '../support/driver.ts';
import { boardFor, type Case, isShown, type Scene, type Script } from './cases.ts';

export interface UsedScene {
  readonly scene: Scene;
  readonly from: number;
  readonly to: number;
  readonly cases: readonly {
    readonly control: Case;
    readonly from: number;
    readonly to: number;
    readonly error: string | null;
  }[];
}

export interface Work {
  readonly driver: Driver;
  readonly scene: Scene;
  readonly set: Case['set'];
  readonly language: Script;
  readonly library: string;
  readonly host: string;
  /** The file from which the test office serves the content of the scene. */
  readonly sceneFile: string;
}

const photo = join(import.meta.dirname, '../office/media/photo.png');

/** Returns a function that returns a declared host of a kind, and never the same host twice. */
export function hostsOfKind(portals: readonly PortalEntry[], labels: LabelRules): (kind: string) => string {
  const standingOf = indexCatalogue(portals, labels);
  const free = portals
    .filter((p) => p.grant === 'declared')
    // Office automation systems are recognized by the label `oa` below a government host.
    .flatMap((p) => p.match.flatMap((m) => (m.startsWith('*.') ? [m.slice(2), `oa.${m.slice(2)}`] : [m])))
    .filter((host) => standingOf(host).grant === 'declared');
  return (kind) => {
    const i = free.findIndex((host) => standingOf(host).kind === kind);
    if (i < 0) throw new Error(`Cannot choose a host: no unused host of kind "${kind}"`);
    return free.splice(i, 1)[0] as string;
  };
}

/** The number of deadlines so far. Each deadline is different, because equal deadlines are counted once. */
let dues = 0;
const dueDate = () => {
  const at = new Date(Date.now() + (30 + 7 * dues++) * 3_600_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
};

export async function workScene({ driver, scene, set, language, library, host, sceneFile }: Work): Promise<UsedScene> {
  const cases = scene.cases.filter((c) => c.set === set);
  const board = boardFor(cases);
  writeFileSync(
    sceneFile,
    `window.scenes = ${JSON.stringify({
      it: {
        script: language,
        title: scene.title[language],
        cases: [
          ...cases.map(({ use, heading, text, dialogText }) => ({
            use,
            heading: heading[language],
            text: text[language],
            dialogText: dialogText[language],
            date: dueDate(),
          })),
          ...(board === null ? [] : [{ use: 'board', heading: board[language], text: '', dialogText: '', date: '' }]),
        ],
      },
    })};`,
  );
  const from = Date.now();
  const page = await driver.open(`http://${host}/acts.html?scene=it&library=${encodeURIComponent(library)}`);
  await page.waitForSelector('body.ready', { timeout: 90_000 });
  const drawn = Date.now();
  const used: { control: Case; from: number; to: number; error: string | null }[] = [];
  for (const [i, control] of cases.entries()) {
    const began = Date.now();
    let error: string | null = null;
    if (!isShown(control.use))
      try {
        await use(page, i, control, language);
      } catch (thrown) {
        error = String(thrown).split('\n')[0] as string;
      }
    used.push({ control, from: began, to: Date.now(), error });
  }
  // Waits until the extension has scanned the page. It does so one second and four seconds after the page was loaded.
  await sleep(Math.max(1_200, drawn + 5_500 - Date.now()));
  await page.close();
  return { scene, from, to: Date.now(), cases: used };
}

async function click(page: Page, selector: string): Promise<void> {
  const handle = (await page.waitForSelector(selector, { timeout: 10_000 })) as ElementHandle<Element>;
  await handle.scrollIntoView();
  await handle.click();
  await handle.dispose();
}

async function use(page: Page, i: number, control: Case, language: Script): Promise<void> {
  const card = `[data-card="${i}"]`;
  const text = control.text[language];
  switch (control.use) {
    case 'press':
    case 'link':
      await click(page, `${card} .go`);
      return sleep(60);
    case 'file': {
      const inner = await page.waitForSelector(`${card} .files`, { timeout: 10_000 });
      await inner?.scrollIntoView();
      const pressed = (await page.$(`${card} .files .el-upload, ${card} .files button`)) ?? inner;
      const [chooser] = await Promise.all([page.waitForFileChooser({ timeout: 10_000 }), pressed?.click()]);
      await chooser.accept([photo]);
      return sleep(250);
    }
    case 'prompt': {
      await click(page, `${card} .go`);
      const answer = await until(`a button with the text ${text}`, async () => {
        const found = await page.evaluateHandle((label) => {
          const boxes = document.querySelectorAll('.el-message-box, .ant-modal, .layui-layer, dialog');
          const all = [...boxes].flatMap((box) => [...box.querySelectorAll('button, a')]);
          return (
            all.find(
              (e) => e.textContent?.replace(/\s/g, '') === label.replace(/\s/g, '') && e.getClientRects().length > 0,
            ) ?? null
          );
        }, text);
        return found.asElement() as ElementHandle<Element> | null;
      });
      // Waits for the dialog's animation.
      await sleep(450);
      await answer.click();
      return sleep(450);
    }
    case 'report': {
      for (const [name, value] of [
        ['a', '2026'],
        ['b', `Bao${i}`],
        ['c', '17'],
      ] as const) {
        await click(page, `${card} input[name=${name}]`);
        await page.keyboard.type(value);
      }
      await click(page, `${card} .go`);
      return sleep(3_500);
    }
    case 'search':
      await click(page, `${card} input`);
      await page.keyboard.type('12');
      await click(page, `${card} .go`);
      return sleep(100);
    case 'reply':
      await click(page, `${card} .reply`);
      await typeHere(page, text);
      await page.keyboard.press('Enter');
      return sleep(500);
    default:
  }
}
