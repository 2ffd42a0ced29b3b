/**
 * `npm start`: builds the extension, opens the office on loopback and a browser with both. With a display a
 * person tries it; without one, or with `--scripted`, a scripted person works a short day in real time.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Day } from '../src/core/events.ts';
import { compare, table } from '../test/office/compare.ts';
import { workDay } from '../test/office/day.ts';
import { type Office, openOffice } from '../test/office/office.ts';
import { lobby } from '../test/office/systems.ts';
import { avoidMidnight } from '../test/support/avoid-midnight.ts';
import { openChrome } from '../test/support/chrome.ts';
import { sleep, waitLimitMs } from '../test/support/driver.ts';
import { root } from './prepare.mjs';
import { CliError, need } from './requirements.ts';

const usage = `npm start [-- OPTIONS]
  --scripted    a scripted person works a short day (always so without a display)
  --port N      the loopback port of the office (default: a free one)
  --help        this text`;

const started = performance.now();
const say = (line: string) => {
  const s = Math.round((performance.now() - started) / 1000);
  console.log(`${`${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`.padStart(5)}  ${line}`);
};

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { scripted: { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean' } },
    });
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new CliError(`Cannot use port "${values.port}": it must be a number from 1 to 65535`);
    return { ...values, port };
  } catch (trouble) {
    if (trouble instanceof CliError) throw trouble;
    throw new CliError(`Cannot start: ${(trouble as Error).message}`);
  }
}

const hasDisplay = () =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function tool(what: string, ...command: string[]): void {
  say(what);
  const result = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (result.status !== 0) throw new CliError(`Cannot go on: ${what} failed\n${result.stdout}${result.stderr}`.trim());
}

async function open(port: number): Promise<Office> {
  try {
    return await openOffice({ port });
  } catch (trouble) {
    const code = (trouble as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new CliError(
        `Cannot open the office on port ${port}: another program uses it; leave --port out or name another`,
      );
    if (code === 'EACCES')
      throw new CliError(`Cannot open the office on port ${port}: not permitted; name one above 1023`);
    throw trouble;
  }
}

/** A person's turn: ends when the browser is closed. */
async function invite(office: Office): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'fingertip-'));
  const driver = await openChrome({
    port: office.port,
    headless: false,
    profile,
    extension: join(root, 'dist/chrome'),
    launch: { ignoreDefaultArgs: ['--enable-automation'], waitForInitialPage: false },
  });
  await driver.open(`http://${lobby}/`);
  console.log(`
浏览器已打开，扩展已装好。可以试试：
  1. 先在打开的页面上读一遍、勾选、同意；同意之前什么都不记。
  2. 从“办公室”页打开几个系统，把同一户填进两三个系统，签到、传一张照片、看一段课。
  3. 点工具栏上的指尖账本图标看今天的账，从那里打开月度页面，导出本月报告。
关闭浏览器即结束。

The browser is open with the extension in it. Things to try:
  1. Read, tick and agree on the page that opened; nothing is recorded before.
  2. Open a few systems from the office page, enter the same household into two or three of them,
     check in, upload a photo, watch a lecture.
  3. Press the Fingertip Ledger icon for today's figures; open the month from there and export its report.
Close the browser to end.
`);
  // A driven browser lives on without windows: the last page that goes takes it along.
  driver.browser.on('targetdestroyed', async () => {
    if ((await driver.browser.pages().catch(() => [])).length === 0) await driver.close().catch(() => {}); // closed by the person in the same moment
  });
  await new Promise((resolve) => driver.browser.process()?.once('exit', resolve));
  await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
}

/** Whether the account and the ledger agree. */
async function workScripted(office: Office): Promise<boolean> {
  const out = join(root, 'out');
  const reports = join(out, 'reports');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await avoidMidnight(10 * 60_000, say);
  say('Opening the browser with the extension');
  const driver = await openChrome({ port: office.port, extension: join(root, 'dist/chrome') });
  try {
    await driver.agree();
    say('Agreed on the consent page; the day begins');
    const expected = await workDay({ driver, office, say });
    const { today } = await driver.askWorker('state.read');
    const counted = await driver.askWorker('day.read', today);
    writeFileSync(join(out, 'day.json'), `${JSON.stringify({ expected, counted }, null, 2)}\n`);

    say('Saving out/popup.png and out/dashboard.png');
    await picture(driver, '/src/ui/popup/index.html', { width: 380, height: 600 }, join(out, 'popup.png'));
    await picture(driver, '/src/ui/dashboard/index.html', { width: 1366, height: 768 }, join(out, 'dashboard.png'));

    const [year = 0, month = 0] = today.split('-').map(Number);
    const report = await driver.askWorker('month.export', { year, month, level: 'standard' });
    writeFileSync(join(reports, report.fileName), report.bytes);
    say(`Saved out/reports/${report.fileName}`);

    const lines = compare(expected, counted);
    console.log(`\nThe day ${today satisfies Day}, the person's own account beside the ledger:\n${table(lines)}\n`);
    return lines.every((line) => line.agrees);
  } finally {
    await driver.close();
  }
}

async function picture(
  driver: Awaited<ReturnType<typeof openChrome>>,
  path: string,
  size: { width: number; height: number },
  file: string,
): Promise<void> {
  const page = await driver.openOwn(path);
  await page.setViewport(size);
  await page.waitForSelector('#app > *', { timeout: waitLimitMs });
  await sleep(1500);
  await page.screenshot({ path: file as `${string}.png`, fullPage: true });
  await page.close();
}

function research(): void {
  say('Aggregating the report as a researcher would');
  const command = ['aggregate', 'out/reports', '--out', 'out/research', '--include-partial'];
  const result = spawnSync(process.execPath, ['dist/research/fingertip-research.mjs', ...command], {
    cwd: root,
    stdio: 'inherit',
  });
  if (result.status !== 0) throw new CliError('Cannot aggregate the report: fingertip-research failed, see above');
}

async function main(): Promise<number> {
  const options = readOptions();
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const scripted = options.scripted === true || !hasDisplay();
  need(scripted ? ['chromium', 'fonts'] : ['chromium'], say);
  const office = await open(options.port);
  try {
    tool('Building the extension', 'node_modules/vite/bin/vite.js', 'build', '--mode', 'chrome');
    if (!scripted) {
      await invite(office);
      return 0;
    }
    tool(
      'Building the research command',
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'vite.research.config.ts',
    );
    const agrees = await workScripted(office);
    research();
    say(agrees ? 'The ledger agrees with the account' : 'The ledger does not agree with the account, see ✗ above');
    return agrees ? 0 : 1;
  } finally {
    await office.close();
  }
}

main().then(
  (code) => process.exit(code),
  (trouble) => {
    console.error(trouble instanceof CliError ? trouble.message : trouble);
    process.exit(1);
  },
);
