/**
 * `npm start`: builds the extension, starts the test office on loopback and opens a browser with the extension. On a
 * machine with a display a person can try the extension. Without a display, or with `--scripted`, a script performs a
 * short working day in real time and compares the figures of the ledger with the expected figures.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Day } from '../src/core/events.ts';
import { compare, formatTable } from '../test/office/compare.ts';
import { type Office, openOffice } from '../test/office/office.ts';
import { performDay } from '../test/office/scripted-day.ts';
import { indexHost } from '../test/office/systems.ts';
import { avoidMidnight } from '../test/support/avoid-midnight.ts';
import { openChrome } from '../test/support/chrome.ts';
import { sleep, until, waitLimitMs } from '../test/support/driver.ts';
import { root } from './prepare.mjs';
import { CliError, requireInstalled } from './requirements.ts';

const usage = `npm start [-- OPTIONS]
  --scripted    a script performs a short working day (default without a display)
  --port N      the loopback port of the office (default: a free one)
  --help        this text`;

const started = performance.now();
/** Prints the time since the start, then the line. */
const log = (line: string) => {
  const seconds = Math.round((performance.now() - started) / 1000);
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  console.log(`${time.padStart(5)}  ${line}`);
};

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { scripted: { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean' } },
    });
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new CliError(`Cannot use port "${values.port}": not a number from 0 to 65535`);
    return { ...values, port };
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`Cannot start: ${(error as Error).message}`);
  }
}

const hasDisplay = () =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Runs a tool of node_modules. Throws `CliError` with the output of the tool when the tool fails. */
function runTool(step: string, ...command: string[]): void {
  log(step);
  const result = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (result.status !== 0)
    throw new CliError(`Cannot continue: ${step} failed\n${result.stdout}${result.stderr}`.trim());
}

/** Opens the test office. Throws `CliError` when the port cannot be used. */
async function openOfficeOn(port: number): Promise<Office> {
  try {
    return await openOffice({ port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new CliError(
        `Cannot open the office on port ${port}: another program uses it; leave --port out or choose another`,
      );
    if (code === 'EACCES')
      throw new CliError(`Cannot open the office on port ${port}: not permitted; choose one above 1023`);
    throw error;
  }
}

/** Opens a browser for a person and waits until this browser is closed. */
async function openForPerson(office: Office): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'fingertip-'));
  const driver = await openChrome({
    port: office.port,
    headless: false,
    profile,
    extension: join(root, 'dist/chrome'),
    launch: { ignoreDefaultArgs: ['--enable-automation'], waitForInitialPage: false },
  });
  await driver.open(`http://${indexHost}/`);
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
  // A browser that puppeteer started continues to run after its last window is closed. So this code closes the browser.
  driver.browser.on('targetdestroyed', async () => {
    if ((await driver.browser.pages().catch(() => [])).length === 0) await driver.close().catch(() => {}); // fails if the person has already closed the browser
  });
  await new Promise((resolve) => driver.browser.process()?.once('exit', resolve));
  await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
}

/**
 * Performs the scripted day, and saves pictures and the report. Returns whether the ledger has the expected figures.
 */
async function runScripted(office: Office): Promise<boolean> {
  const out = join(root, 'out');
  const reports = join(out, 'reports');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await avoidMidnight(10 * 60_000, log);
  log('Opening the browser with the extension');
  const driver = await openChrome({ port: office.port, extension: join(root, 'dist/chrome') });
  try {
    await driver.agree();
    log('Agreed on the consent page; the day starts');
    const expected = await performDay({ driver, office, log });
    const { today } = await driver.askWorker('state.read');
    let counted = await driver.askWorker('day.read', today);
    // The ledger may not have received the last events of the closed pages yet.
    await until('the figures to agree', async () => {
      counted = await driver.askWorker('day.read', today);
      return compare(expected, counted).every((line) => line.agrees);
    }).catch(() => {}); // after a timeout, the table below shows the figures that differ
    writeFileSync(join(out, 'day.json'), `${JSON.stringify({ expected, counted }, null, 2)}\n`);

    log('Saving out/popup.png and out/dashboard.png');
    await savePicture(driver, '/src/ui/popup/index.html', { width: 380, height: 600 }, join(out, 'popup.png'));
    await savePicture(driver, '/src/ui/dashboard/index.html', { width: 1366, height: 768 }, join(out, 'dashboard.png'));

    const [year = 0, month = 0] = today.split('-').map(Number);
    const report = await driver.askWorker('month.export', { year, month, level: 'standard' });
    writeFileSync(join(reports, report.fileName), report.bytes);
    log(`Saved out/reports/${report.fileName}`);

    const lines = compare(expected, counted);
    console.log(
      `\nThe day ${today satisfies Day}, expected figures and figures of the ledger:\n${formatTable(lines)}\n`,
    );
    return lines.every((line) => line.agrees);
  } finally {
    await driver.close();
  }
}

/** Saves a picture of a page of the extension. */
async function savePicture(
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

/** Runs the research command over the exported report. Throws `CliError` when it fails. */
function aggregateReport(): void {
  log('Aggregating the report as a researcher would');
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
  requireInstalled(scripted ? ['chromium', 'fonts'] : ['chromium'], log);
  const office = await openOfficeOn(options.port);
  try {
    runTool('Building the extension', 'node_modules/vite/bin/vite.js', 'build', '--mode', 'chrome');
    if (!scripted) {
      await openForPerson(office);
      return 0;
    }
    runTool(
      'Building the research command',
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'vite.research.config.ts',
    );
    const agrees = await runScripted(office);
    aggregateReport();
    log(agrees ? 'The ledger has the expected figures' : 'The ledger differs from the expected figures, see ✗ above');
    return agrees ? 0 : 1;
  } finally {
    await office.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof CliError ? error.message : error);
    process.exit(1);
  },
);
