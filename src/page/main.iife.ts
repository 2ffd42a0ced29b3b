/**
 * The content script: runs in every frame of a portal page. Until the owner has agreed it only reads one flag. A hidden
 * page listens only for becoming visible.
 */
import type { PageMs } from '../core/events.ts';
import { api, callApi, isConnected, stop, world } from './frame/extension.ts';
import { recordFrame, type Stored } from './record-frame.ts';

/** The value of the flag under which this frame records, or undefined while it does not. */
let known: number | undefined;
// A page that is opened by navigation counts as in front from the server's answer, another page from now on.
let isNavigation = document.readyState === 'loading' && document.visibilityState === 'visible';

/** Reads the recording flag, and starts or stops recording when it has changed. */
async function readState(since?: PageMs): Promise<void> {
  const stored = await api.storage.local.get<Partial<Stored>>(['recording', 'hints', 'secrecy']);
  if (stored.recording !== known) {
    stop();
    known = stored.recording;
    if (known) {
      const [navigation] = isNavigation
        ? (performance.getEntriesByType('navigation') as PerformanceNavigationTiming[])
        : [];
      recordFrame(stored as Stored, (navigation?.responseStart || since || performance.now()) as PageMs);
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
// The script may be injected again, into a page that was open before or after an update. One living script is enough.
if (!world.ledger?.runtime?.id) {
  world.ledger = api;
  document.addEventListener('visibilitychange', onVisibilityChange);
  onVisibilityChange();
}
