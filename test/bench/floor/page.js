// The least code that the promises and definitions need, without any logic: reads first whether recording is allowed and
// listens to changes of that (P8), reads the page's text once when it has loaded (P8), sends one message when it starts and
// one with results, and checks the focus of the page twice a second (docs/measurement/attention.md).
const types =
  'keydown compositionupdate pointerdown wheel touchstart mousemove visibilitychange focus blur beforeunload pageshow playing pause pagehide freeze click focusin focusout beforeinput input paste copy cut submit formdata change beforeprint cancel invalid';
const { local } = chrome.storage;
local.onChanged.addListener(() => {});
const checkFocus = () =>
  AbortSignal.timeout(500).addEventListener('abort', () => {
    document.hasFocus();
    if (document.visibilityState === 'visible') checkFocus();
  });
local.get('recording').then(() => {
  for (const type of types.split(' ')) addEventListener(type, () => {}, { capture: true, passive: true });
  addEventListener('DOMContentLoaded', () => document.body.textContent.includes('秘密'));
  chrome.runtime.sendMessage('page');
  AbortSignal.timeout(400).addEventListener('abort', () => chrome.runtime.sendMessage('seen'));
  if (document.visibilityState === 'visible') checkFocus();
});
