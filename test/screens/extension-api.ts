/**
 * Imitates the part of the browser's extension API that the extension's pages use. Runs in the page before its scripts.
 */
export function extensionApi(instant: number): void {
  const { askSample } = globalThis as unknown as {
    askSample: (name: string, args: unknown[]) => Promise<string | null>;
  };
  const doNothing = async () => {};
  const sessionItems: Record<string, unknown> = {};
  (globalThis as unknown as { chrome: unknown }).chrome = {
    runtime: {
      sendMessage: async ({ name, args }: { name: string; args: unknown[] }) => {
        const answer = await askSample(name, args);
        return answer === null ? new Promise(() => {}) : JSON.parse(answer);
      },
      getURL: (path: string) => `${location.origin}/${path}`,
      getManifest: () => ({ version: '1.0.0' }),
    },
    storage: {
      session: { get: async () => sessionItems, set: async (items: object) => void Object.assign(sessionItems, items) },
    },
    extension: { inIncognitoContext: location.search === '?private', getViews: () => [] },
    tabs: {
      query: async () => [{ url: 'http://mzt.gansu.gov.cn/' }],
      create: doNothing,
      update: doNothing,
      getCurrent: doNothing,
    },
    windows: { update: doNothing },
    permissions: { request: async () => false, contains: async () => false },
    management: { uninstallSelf: doNothing, getSelf: async () => ({ mayDisable: location.search !== '?fixed' }) },
  };
  const offsetMs = instant - Date.now();
  const realNow = Date.now.bind(Date);
  Date.now = () => realNow() + offsetMs;
}
