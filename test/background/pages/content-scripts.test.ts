/** Runs the content script in pages that were open before. */
import { expect, it, vi } from 'vitest';
import type { WorkerContext } from '../../../src/background/ledger/worker-context.ts';
import { joinOpenPages } from '../../../src/background/pages/content-scripts.ts';
import { indexCatalogue } from '../../../src/core/sites/catalogue.ts';
import { labelRules, portals } from '../../../src/data/index.ts';

it('does not wait for pages that are still loading, and goes on after a page that allows no script', async () => {
  const executeScript = vi
    .fn<(injection: { target: { tabId: number } }) => Promise<unknown>>()
    .mockReturnValueOnce(new Promise(() => {}))
    .mockReturnValueOnce(Promise.reject(new Error('Cannot access contents of the page')))
    .mockResolvedValue([]);
  const tabs = [
    'http://rst.gansu.gov.cn/',
    'http://mzt.gansu.gov.cn/',
    'http://12345.gansu.gov.cn/',
    'http://tjj.gansu.gov.cn/',
  ];
  const ctx = {
    browser: {
      runtime: { getManifest: () => ({ content_scripts: [{ js: ['main.js'] }] }) },
      tabs: { query: async () => tabs.map((url, id) => ({ id, url })) },
      scripting: { executeScript },
    },
    standingOf: indexCatalogue(portals, labelRules),
  } as unknown as WorkerContext;
  await joinOpenPages(ctx, ['http://*.gansu.gov.cn/*']);
  // The third page is one that is never recorded.
  expect(executeScript.mock.calls.map(([{ target }]) => target.tabId)).toEqual([0, 1, 3]);
});
