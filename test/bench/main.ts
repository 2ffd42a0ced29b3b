/**
 * `npm run bench [-- --runs N] [--peer DIR]`: what the extension costs a page, as thread time in a trace
 * (never wall time), side by side with no extension, the bare one and another. Interleaved; medians.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { openChrome } from '../support/chrome.ts';
import { sleep } from '../support/driver.ts';
import { listen } from '../support/loopback.ts';

const fields = (n: number) =>
  Array.from(
    { length: n },
    (_, i) => `<div class="el-form-item"><label>字段${i}</label><input name="f${i}"></div>`,
  ).join('');
const pages = {
  light: `<!doctype html><meta charset="utf-8"><title>light</title><form>${fields(3)}</form>`,
  fields400: `<!doctype html><meta charset="utf-8"><title>400</title><form>${fields(400)}</form>`,
} as const;
type PageName = keyof typeof pages;
type Subject = 'none' | 'bare' | 'ours' | 'peer';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly tdur?: number;
  readonly args?: unknown;
}
const counted = new Set(['EvaluateScript', 'v8.compile', 'FunctionCall']);

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, peer: { type: 'string' } } });
const runs = Number(values.runs);
const subjects: readonly (readonly [Subject, string | null])[] = [
  ['none', null],
  ['bare', join(import.meta.dirname, 'bare')],
  ['ours', 'dist/chrome'],
  ...(values.peer === undefined ? [] : [['peer', resolve(values.peer)] as const]),
];

const site = listen((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(pages[(request.url ?? '').slice(1) as PageName] ?? '');
});

/** Thread milliseconds of an extension's own script while a page loads and 49 keys are typed. */
async function measure(subject: Subject, extension: string | null, page: PageName): Promise<number> {
  const { port } = await site;
  const driver = await openChrome({ port, extension });
  try {
    if (subject === 'ours') await driver.agree();
    const tab = await driver.browser.newPage();
    const session = await driver.browser.target().createCDPSession();
    const events: TraceEvent[] = [];
    session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    const includedCategories = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];
    await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
    await tab.goto(`http://mzt.gansu.gov.cn/${page}`);
    await sleep(300);
    for (const name of ['f0', 'f1', 'f2']) {
      await tab.click(`[name=${name}]`);
      await tab.keyboard.type('abcdefghijklmnop'.slice(0, name === 'f0' ? 17 : 16));
    }
    await sleep(600);
    await session.send('Tracing.end');
    await complete;
    const own = events.filter(
      (e) =>
        e.ph === 'X' &&
        counted.has(e.name) &&
        JSON.stringify(e.args ?? {}).includes(`chrome-extension://${driver.id}/`),
    );
    return subject === 'none' ? 0 : own.reduce((sum, e) => sum + (e.tdur ?? 0) / 1000, 0);
  } finally {
    await driver.close();
  }
}

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const gzip = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);

async function main(): Promise<void> {
  const seen = new Map<string, number[]>();
  for (let run = 0; run < runs; run++)
    for (const page of Object.keys(pages) as PageName[])
      for (const [subject, extension] of subjects) {
        const ms = await measure(subject, extension, page);
        const key = `${page} ${subject}`;
        seen.set(key, [...(seen.get(key) ?? []), ms]);
        console.error(`run ${run + 1}/${runs} ${key}: ${ms.toFixed(1)} ms`);
      }
  const costs = [...seen].map(([key, all]) => {
    const [page, subject] = key.split(' ');
    return { page, subject, threadMs: Math.round(median(all) * 100) / 100, runs: all.length };
  });
  const all = readdirSync('dist/chrome', { recursive: true, encoding: 'utf8' })
    .map((name) => join('dist/chrome', name))
    .filter((name) => statSync(name).isFile());
  const bytes = {
    contentScriptGzip: gzip(['dist/chrome/src/page/main.iife.js']),
    package: all.reduce((sum, file) => sum + statSync(file).size, 0),
  };
  mkdirSync('out', { recursive: true });
  writeFileSync('out/bench.json', `${JSON.stringify({ costs, bytes }, null, 2)}\n`);
  console.table(costs);
  console.table(bytes);
  await (await site).close();
}

main().catch((trouble: unknown) => {
  console.error(trouble instanceof Error ? trouble.message : trouble);
  process.exit(1);
});
