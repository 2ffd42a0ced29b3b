// What the promises ask of any version of us, done with no logic at all: reads whether it may record before anything
// else and hears when that changes (P8), reads the page's words once it stands (P8), says that it is there and what it
// saw, looks twice a second whether the page still has the focus (docs/measurement.md, "Time").
const types =
  'keydown compositionupdate pointerdown wheel touchstart mousemove visibilitychange focus blur beforeunload pageshow playing pause pagehide freeze click focusin focusout beforeinput input paste copy cut submit formdata change beforeprint cancel invalid';
const { local } = chrome.storage;
local.onChanged.addListener(() => {});
const beat = () =>
  AbortSignal.timeout(500).addEventListener('abort', () => {
    document.hasFocus();
    if (document.visibilityState === 'visible') beat();
  });
local.get('recording').then(() => {
  for (const type of types.split(' ')) addEventListener(type, () => {}, { capture: true, passive: true });
  addEventListener('DOMContentLoaded', () => document.body.textContent.includes('秘密'));
  chrome.runtime.sendMessage('page');
  AbortSignal.timeout(400).addEventListener('abort', () => chrome.runtime.sendMessage('seen'));
  if (document.visibilityState === 'visible') beat();
});
