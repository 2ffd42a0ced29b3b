import { expect, it } from 'vitest';
import { senderOf } from '../../../src/background/pages/sender-of.ts';

const own = 'http://mzt.gansu.gov.cn';
const other = 'http://rst.gansu.gov.cn';
const tab = { id: 3, url: `${other}/next` };

// Columns: the rule, the fields that the browser sets, the origin of the top page that the frame claims, the used address.
it.each([
  ['uses the address of a top frame', { frameId: 0, url: `${own}/a`, tab }, undefined, `${own}/a`],
  ['uses the address of the tab for a frame', { frameId: 7, url: `${own}/f`, origin: own, tab }, other, tab.url],
  [
    'uses a claimed origin that equals the origin of the frame',
    { frameId: 8, url: `${own}/a`, origin: own, tab },
    own,
    own,
  ],
  [
    'uses the claimed origin of a frame of a page that was left',
    { frameId: 9, origin: own, documentLifecycle: 'cached', tab },
    other,
    other,
  ],
  [
    'ignores the claimed origin of a frame of a page that is shown',
    { frameId: 9, origin: own, documentLifecycle: 'active', tab },
    own + 1,
    tab.url,
  ],
  [
    'ignores a claim that is not an origin',
    { frameId: 9, origin: 'null', documentLifecycle: 'pending_deletion', tab },
    'null',
    tab.url,
  ],
  [
    'ignores a claim that is not a text',
    { frameId: 9, documentLifecycle: 'pending_deletion', tab },
    { href: own },
    tab.url,
  ],
])('%s', (_rule, sender, claimedTop, top) => {
  expect(senderOf(sender, claimedTop).top).toBe(top);
});
