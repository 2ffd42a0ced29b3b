// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EpochMs } from '../../../src/core/events.ts';
import { defaultSettings } from '../../../src/core/settings.ts';
import type { AskWorker } from '../../../src/ui/ask-worker.ts';
import { Consent } from '../../../src/ui/consent/consent.tsx';
import { type PageEffects, PageProvider } from '../../../src/ui/page-provider.tsx';
import { consent as texts } from '../../../src/ui/strings/zh-CN/consent.ts';

const answers: Readonly<Record<string, unknown>> = {
  'state.read': { agreedTo: null, administered: true, trouble: null, blockedPages: 0 },
  'settings.read': defaultSettings,
  'names.read': {},
  'catalogue.read': { version: '2026.11', groups: [], added: [] },
  'systems.read': [],
};

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

/** Opens the consent page and returns the button that removes the extension. */
async function open(isRemovable: boolean, remove: () => Promise<unknown>) {
  const effects: PageEffects = {
    ask: (async (name: string) => answers[name]) as AskWorker,
    now: () => 0 as EpochMs,
    requestOrigins: async () => false,
    version: '1.2.3',
    languages: ['zh-CN'],
    root: document.documentElement,
  };
  const mayRemove = async () => isRemovable;
  render(
    <PageProvider name="consent" effects={effects}>
      <Consent remove={remove} mayRemove={mayRemove} openDashboard={() => {}} />
    </PageProvider>,
    root,
  );
  await expect.poll(() => root.querySelector('[data-action=remove]')).not.toBe(null);
  return root.querySelector('[data-action=remove]') as HTMLButtonElement;
}

test('disables removal and shows an explanation if only an administrator can remove the extension', async () => {
  const button = await open(false, async () => {});
  await expect.poll(() => button.disabled).toBe(true);
  expect(root.textContent).toContain(texts.notRemovable);
  expect(root.querySelector('[data-action=later]')?.matches(':disabled')).toBe(false);
});

test('shows the reason of the browser if the browser refuses to remove the extension', async () => {
  const button = await open(true, async () => {
    throw new Error("can't be modified by user");
  });
  expect(button.disabled).toBe(false);
  expect(root.textContent).not.toContain(texts.notRemovable);
  button.click();
  await expect.poll(() => root.textContent).toContain(`${texts.notRemoved}can't be modified by user`);
});
