/** Measures the thread time of an extension's scripts in a trace of the whole browser. Wall time would be too noisy. */
import type { Browser } from 'puppeteer-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Thread time in microseconds. */
  readonly tdur?: number;
  readonly args?: unknown;
}

const counted = new Set(['EvaluateScript', 'v8.compile', 'FunctionCall']);

/**
 * Traces while `work` runs. Returns milliseconds of thread time in scripts of the extension `id`, in pages and in the
 * worker. A compilation inside an evaluation counts twice, as in published figures; only the ratios matter. Returns 0
 * if `id` is ''.
 */
export async function threadMs(browser: Browser, id: string, work: () => Promise<void>): Promise<number> {
  const session = await browser.target().createCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  const includedCategories = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await work();
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  if (id === '') return 0;
  const own = events.filter(
    (e) => e.ph === 'X' && counted.has(e.name) && JSON.stringify(e.args ?? {}).includes(`chrome-extension://${id}/`),
  );
  return own.reduce((sum, e) => sum + (e.tdur ?? 0) / 1000, 0);
}
