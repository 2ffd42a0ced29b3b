// A minimal extension: one message per page, and an empty passive listener for each event type of our content script.
chrome.runtime.sendMessage('page');
const types =
  'keydown compositionupdate pointerdown wheel touchstart mousemove visibilitychange focus blur beforeunload pageshow playing pause pagehide freeze click focusin focusout beforeinput input paste copy cut submit formdata change beforeprint cancel invalid';
for (const type of types.split(' ')) addEventListener(type, () => {}, { capture: true, passive: true });
