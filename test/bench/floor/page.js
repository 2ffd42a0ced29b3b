// The least code that the privacy promises and the definitions require, without logic. It first reads whether recording
// is allowed and listens for changes (docs/privacy-model.md, P8). It reads the page's text once after loading (P8),
// sends one message at its start and one with results, and checks the focus of the page twice a second
// (docs/measurement/attention.md).
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
