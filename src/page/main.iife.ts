export {};

const api = (globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome }).browser ?? chrome;
void api.runtime.sendMessage({ name: 'page.open', args: [] });
