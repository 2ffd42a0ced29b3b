import browser from 'webextension-polyfill';

browser.runtime.onInstalled.addListener(() => {
  void browser.tabs.create({ url: browser.runtime.getURL('src/ui/consent/index.html') });
});
