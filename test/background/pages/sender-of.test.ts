import { expect, it } from 'vitest';
import { senderOf } from '../../../src/background/pages/sender-of.ts';

const own = 'http://mzt.gansu.gov.cn';
const other = 'http://rst.gansu.gov.cn';
const tab = { id: 3, url: `${other}/next` };

// What the browser says, what the frame says of its top page, and whose address holds.
it.each([
  ['a top page is known by itself', { frameId: 0, url: `${own}/a`, tab }, undefined, `${own}/a`],
  ['a frame is in the page of its tab', { frameId: 7, url: `${own}/f`, origin: own, tab }, other, tab.url],
  ['a top page that was left is still itself', { frameId: 8, url: `${own}/a`, origin: own, tab }, own, own],
  ['a frame of a page that was left', { frameId: 9, origin: own, documentLifecycle: 'cached', tab }, other, other],
  [
    'a frame of a page that is shown has no say',
    { frameId: 9, origin: own, documentLifecycle: 'active', tab },
    own + 1,
    tab.url,
  ],
  [
    'a page that is gone had no origin',
    { frameId: 9, origin: 'null', documentLifecycle: 'pending_deletion', tab },
    'null',
    tab.url,
  ],
  [
    'what is no address is not believed',
    { frameId: 9, documentLifecycle: 'pending_deletion', tab },
    { href: own },
    tab.url,
  ],
])('%s', (_rule, sender, said, top) => {
  expect(senderOf(sender, said).top).toBe(top);
});
