/** Runs in the page before its scripts: as much of the browser's extension API as our pages touch. */
export function extensionApi(instant: number): void {
  const { askSample } = globalThis as unknown as {
    askSample: (name: string, args: unknown[]) => Promise<string | null>;
  };
  const nothing = async () => {};
  const held: Record<string, unknown> = {};
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
      session: { get: async () => held, set: async (items: object) => void Object.assign(held, items) },
    },
    extension: { inIncognitoContext: location.search === '?private', getViews: () => [] },
    tabs: {
      query: async () => [{ url: 'http://mzt.gansu.gov.cn/' }],
      create: nothing,
      update: nothing,
      getCurrent: nothing,
    },
    windows: { update: nothing },
    permissions: { request: async () => false, contains: async () => false },
    management: { uninstallSelf: nothing, getSelf: async () => ({ mayDisable: location.search !== '?fixed' }) },
  };
  const late = instant - Date.now();
  const real = Date.now.bind(Date);
  Date.now = () => real() + late;
}
