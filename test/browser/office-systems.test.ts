/**
 * Uses the systems of the test office without the extension. Each system must work with mouse and keyboard, because
 * other tests rely on the systems.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../office/office.ts';
import { systems } from '../office/systems.ts';
import { choose, copy, findFrame, paste, pickFile, press, retype, type, waitForText } from '../office/user-input.ts';
import { openChrome } from '../support/chrome.ts';
import type { Driver } from '../support/driver.ts';

let office: Office;
let driver: Driver;
beforeAll(async () => {
  office = await openOffice();
  driver = await openChrome({ port: office.port, extension: null });
});
afterAll(async () => {
  await driver.close();
  await office.close();
});

const visit = async (host: string, work: (page: Page) => Promise<void>) => {
  const system = systems.find((s) => s.host === host);
  const page = await driver.open(`${system?.scheme}://${host}/`);
  await work(page);
  await page.waitForNetworkIdle({ idleTime: 300 });
  await page.close();
};
/** Returns the kinds of requests that a system received, without page loads. */
const requestKinds = (host: string) =>
  office
    .requestsTo(host)
    .map((request) => request.kind)
    .filter((kind) => kind !== 'page');
const id = '620102199001011233';

describe('with mouse and keyboard', () => {
  it('the layui system makes no request when a field is missing, refuses a form with status 200, and saves a draft', async () => {
    const host = 'lwzb.stats.gov.cn';
    await visit(host, async (page) => {
      await type(page, '[name=name]', '张三丰');
      await press(page, '立即提交');
      await waitForText(page, '必填');
      await type(page, '[name=idNumber]', id);
      await type(page, '[name=phone]', '19900001111');
      await choose(page, '.layui-form-select input', '低保户');
      await press(page, '立即提交');
      await waitForText(page, '保存失败');
      await retype(page, '[name=phone]', '13900001111');
      await press(page, '暂存');
      await waitForText(page, '暂存成功');
      await press(page, '立即提交');
      await waitForText(page, '提交成功');
      await press(page, '查询');
      await waitForText(page, '张三丰');
    });
    expect(requestKinds(host)).toEqual(['refused', 'draft', 'save', 'search']);
    expect(office.requestsTo(host, 'save')[0]?.fields).toMatchObject({ name: '张三丰', idNumber: id, sort: '2' });
  });

  it('the Element UI system checks for duplicates on blur, saves from a dialog, and lets a cell of its list be copied', async () => {
    const host = 'mzt.gansu.gov.cn';
    await visit(host, async (page) => {
      await press(page, '新增');
      await type(page, '#name', '李四光');
      await type(page, '#idNumber', id);
      await type(page, '#phone', '13900001111');
      await choose(page, '#sort', '低保');
      await press(page, '确定');
      await waitForText(page, '新增成功');
      await copy(page, '.el-table__row td:nth-child(2) .cell');
      await paste(page, '#query');
      await press(page, '搜索');
      await press(page, '删除');
      await waitForText(page, '是否确认删除');
      await press(page, '确定');
      await waitForText(page, '删除成功');
    });
    expect(office.requestsTo(host, 'unique').length).toBeGreaterThan(0);
    expect(requestKinds(host).filter((kind) => kind !== 'unique')).toEqual(['save', 'search', 'search', 'delete']);
    expect(office.requestsTo(host, 'search')[1]?.fields.q?.trim()).toBe(id);
  });

  it('the Element Plus system submits two steps and a file over https', async () => {
    const host = 'zwfw.gansu.gov.cn';
    await visit(host, async (page) => {
      await type(page, '#name', '王五');
      await type(page, '#idNumber', id);
      await type(page, '#phone', '13900001111');
      await choose(page, '#sort', '残疾人补贴');
      await press(page, '下一步');
      await pickFile(page, '#proof', join(import.meta.dirname, '../office/media/photo.png'));
      await press(page, '提交');
      await waitForText(page, '提交成功');
    });
    expect(requestKinds(host)).toEqual(['upload', 'save']);
  });

  it('the Ant Design Vue system refuses an empty field and saves from a modal, over https', async () => {
    const host = 'fpxx.nrra.gov.cn';
    await visit(host, async (page) => {
      await press(page, '采集');
      await type(page, '#form_item_name', '赵六');
      await press(page, '提交');
      await waitForText(page, '不能为空');
      await type(page, '#form_item_idNumber', id);
      await press(page, '提交');
      await waitForText(page, '采集成功');
    });
    expect(requestKinds(host)).toEqual(['save', 'search']);
  });

  it('the antd system submits its form on Enter', async () => {
    const host = 'rst.gansu.gov.cn';
    await visit(host, async (page) => {
      await type(page, '#name', '孙七');
      await type(page, '#idNumber', id);
      await page.keyboard.press('Enter');
      await waitForText(page, '保存成功');
    });
    expect(requestKinds(host)).toEqual(['save']);
  });

  it('the legacy system posts a form from a nested frame, with an editor in a frame that document.write filled', async () => {
    const host = 'aqsc.mem.gov.cn';
    await visit(host, async (page) => {
      const main = await findFrame(page, 'legacy-form');
      await type(main, '[name=company]', '甘泉镇某加油站');
      await type(main, '[name=credit]', '91620500MA74C2X123');
      const box = await (await main.$('#editor'))?.boundingBox();
      await page.mouse.click((box?.x ?? 0) + 40, (box?.y ?? 0) + 30);
      await page.keyboard.type('no fire extinguisher');
      await press(main, '保存');
      await waitForText(page, '保存成功');
    });
    expect(office.requestsTo(host, 'save')[0]?.fields).toMatchObject({
      company: '甘泉镇某加油站',
      note: 'no fire extinguisher',
    });
  });

  it('the study portal plays the lecture and shows its seconds', async () => {
    const host = 'www.gsgwypx.com.cn';
    await visit(host, async (page) => {
      await press(page, '继续学习');
      await waitForText(page, '本节已学 3 秒');
      await press(page, '点赞');
      await waitForText(page, '点赞成功');
    });
    expect(requestKinds(host)).toEqual(['like']);
  });

  it('the OA system submits a form in a dialog by a button in the top frame', async () => {
    const host = 'oa.gansu.gov.cn';
    await visit(host, async (page) => {
      const tasks = await findFrame(page, 'oa-tasks');
      await press(tasks, '收到');
      await waitForText(page, '已签收');
      await press(tasks, '回复');
      const form = await findFrame(page, 'oa-form');
      await type(form, '[name=name]', '周八');
      await press(page, '确定');
      await waitForText(page, '不能为空');
      await type(form, '[name=note]', '已完成排查');
      await press(page, '确定');
      await waitForText(page, '提交成功');
    });
    expect(requestKinds(host)).toEqual(['received', 'save']);
  });

  it('the party building portal accepts a check-in, a photo, a like and a forward', async () => {
    const host = 'www.gsdj.gov.cn';
    await visit(host, async (page) => {
      await press(page, '签到');
      await waitForText(page, '签到成功');
      await pickFile(page, '#photo', join(import.meta.dirname, '../office/media/photo.png'));
      await press(page, '上传照片');
      await waitForText(page, '上传成功');
      await press(page, '点赞');
      await waitForText(page, '点赞成功');
      await press(page, '转发');
      await waitForText(page, '转发成功');
    });
    expect(requestKinds(host)).toEqual(['check-in', 'upload', 'like', 'forward']);
  });
});
