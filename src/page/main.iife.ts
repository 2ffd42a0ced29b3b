/**
 * The content script, which runs in every frame of a portal page. Until the owner has agreed, it only reads from the
 * storage whether it may record. While the page is hidden, the script does not follow changes of this permission.
 */
import type { PageMs } from '../core/events.ts';
import { api, callApi, isConnected, stop, world } from './frame/extension.ts';
import { recordFrame, type Stored } from './record-frame.ts';

/** The value of the recording flag when it was last read; undefined while this frame does not record. */
let known: number | undefined;
// A page that was just opened by a navigation counts as in front from the server's answer, any other page from now on.
let isNavigation = document.readyState === 'loading' && document.visibilityState === 'visible';

/** Reads the recording flag, and starts or stops recording when it has changed. */
async function readState(since?: PageMs): Promise<void> {
  const stored = await api.storage.local.get<Partial<Stored>>(['recording', 'hints', 'secrecy']);
  if (stored.recording !== known) {
    stop();
    known = stored.recording;
    if (known) {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      recordFrame(
        stored as Stored,
        ((isNavigation && navigation?.responseStart) || since || performance.now()) as PageMs,
      );
    }
  }
  isNavigation = false;
}

const onStorageChange = (changes: { [key: string]: unknown }) => {
  if ('recording' in changes) callApi(readState).catch(isConnected);
};
/** A page that becomes visible counts as in front from that event on, even if reading the flag takes time. */
function onVisibilityChange(event?: Event): void {
  callApi(async () => {
    const { onChanged } = api.storage.local;
    if (document.visibilityState !== 'visible') return onChanged.removeListener(onStorageChange);
    onChanged.addListener(onStorageChange);
    await readState(event?.timeStamp as PageMs);
  }).catch(isConnected);
}
// The worker may run this script again in a page that already has it. It starts only if the page has no script that is
// still connected to the extension.
if (!world.ledger?.runtime?.id) {
  world.ledger = api;
  document.addEventListener('visibilitychange', onVisibilityChange);
  onVisibilityChange();
}
