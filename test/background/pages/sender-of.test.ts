import { expect, it } from 'vitest';
import { senderOf } from '../../../src/background/pages/sender-of.ts';

const frameOrigin = 'http://mzt.gansu.gov.cn';
const otherOrigin = 'http://rst.gansu.gov.cn';
const tab = { id: 3, url: `${otherOrigin}/next` };

// Columns: the rule, the fields that the browser sets, the origin that the frame claims for its top page, and the result.
it.each([
  ['uses the address of a top frame', { frameId: 0, url: `${frameOrigin}/a`, tab }, undefined, `${frameOrigin}/a`],
  [
    'uses the address of the tab for a frame',
    { frameId: 7, url: `${frameOrigin}/f`, origin: frameOrigin, tab },
    otherOrigin,
    tab.url,
  ],
  [
    'uses a claimed origin that equals the origin of the frame',
    { frameId: 8, url: `${frameOrigin}/a`, origin: frameOrigin, tab },
    frameOrigin,
    frameOrigin,
  ],
  [
    'uses the claimed origin of a frame of a page that was left',
    { frameId: 9, origin: frameOrigin, documentLifecycle: 'cached', tab },
    otherOrigin,
    otherOrigin,
  ],
  [
    'ignores the claimed origin of a frame of a page that is shown',
    { frameId: 9, origin: frameOrigin, documentLifecycle: 'active', tab },
    `${frameOrigin}1`,
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
    { href: frameOrigin },
    tab.url,
  ],
])('%s', (_rule, sender, claimedTop, top) => {
  expect(senderOf(sender, claimedTop).top).toBe(top);
});
