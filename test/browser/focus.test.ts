import { afterEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../office/office.ts';
import { press, sees } from '../office/person.ts';
import { type ChromeDriver, openChrome } from '../support/chrome.ts';
import { type Display, hasDisplayTools, openDisplay } from '../support/display.ts';
import { sleep } from '../support/driver.ts';

let office: Office | undefined;
let driver: ChromeDriver | undefined;
let display: Display | undefined;
afterEach(async () => {
  await driver?.close();
  await office?.close();
  display?.close();
});

// Needs a screen of its own with a window manager: Xvfb, openbox, xdotool.
describe.skipIf(!hasDisplayTools())('a window that is not in front has no attention', () => {
  it('time stops while another window has the focus and goes on when it comes back', async () => {
    office = await openOffice();
    display = await openDisplay();
    driver = await openChrome({ port: office.port, headless: false, launch: { env: display.env } });
    await driver.agree();
    const page = await driver.open('http://www.gsdj.gov.cn/');
    await press(page, '点赞');
    await sees(page, '点赞成功');
    const shown = performance.now();
    await sleep(2000);
    // A second window of the same browser, on a page of no portal, takes the focus.
    const session = await driver.browser.target().createCDPSession();
    const { targetId } = await session.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    const before = performance.now() - shown;
    await sleep(5000);
    await session.send('Target.closeTarget', { targetId });
    await page.bringToFront();
    const back = performance.now();
    await sleep(2000);
    await page.close();
    const after = performance.now() - back;
    await sleep(1000);
    const { today } = await driver.askWorker('state.read');
    const { attentionMs } = await driver.askWorker('day.read', today);
    expect(attentionMs).toBeGreaterThan(before + after - 1000);
    expect(attentionMs).toBeLessThan(before + after + 3000);
  });
});
