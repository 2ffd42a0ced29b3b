/**
 * Situations that users of neighbouring software reported, and situations from back-office systems, each rebuilt as a
 * small page: secrets, log-ins, refusals and successes in other words, questions before sending, deletions, slow
 * answers, choices in controls of no known library, and what scripts do instead of a person.
 */
import type { Page } from 'puppeteer-core';
import { press, retype, type, waitForText } from '../office/user-input.ts';
import { sleep, until } from '../support/driver.ts';
import type { Library } from './cases.ts';
import { type Actions, fieldsOf, formWith, groupOf, pagePath, type Situation } from './situation.ts';

/** How long a person needs to read a message and to go on. */
const readingMs = 3_500;

const saves = (answer: string) => `b.onclick = () => send().then(() => say('${answer}'));`;

// Secrets and log-ins

const prompt = (script: string) =>
  `<button id="open" type="button" onclick="show(d)">重置密码</button>
<div id="d" role="dialog" class="off" style="border:1px solid;padding:20px"><div>重置密码</div><div><div>请输入「zhang3」的新密码</div><div><input id="el-id-7-42" type="text"></div></div><button type="button" onclick="hide(d)">取消</button><button type="button" onclick="${script}">确 定</button></div>
<div class="form-item"><label for="number">编号</label><input id="number"></div><button type="button" id="b">保存</button>`;
const account =
  '<div class="form-item"><label for="user">用户名</label><input id="user"></div><div class="form-item"><label for="pass">密码</label><input id="pass" type="password"></div>';
const logsIn = `b.onclick = () => send('login').then(() => { location.href = '/${pagePath('<p>欢迎使用</p>', '', '首页', '?home')}'; });`;
/** Puts a value into the focused field without keys, as a password manager or a paste by the mouse does. */
const insert = (page: Page, selector: string, text: string) =>
  page.click(selector).then(() => page.keyboard.sendCharacter(text));

const secrets: readonly Situation[] = [
  {
    name: 'a new password in a prompt of type text, then the same digits in a field',
    title: '用户管理',
    body: prompt("send().then(() => { hide(d); say('修改成功', 'el-message'); })"),
    script: saves('保存成功'),
    sent: 1,
    entries: 1,
    counts: { repeats: 0 },
    async work({ page, pressFor }) {
      await press(page, '重置密码');
      await type(page, '#el-id-7-42', '668899', 0);
      await pressFor('确定', '修改成功');
      await sleep(readingMs);
      await type(page, '#number', '668899', 0);
      await pressFor('保存', '保存成功');
    },
  },
  {
    name: 'the prompt of Element UI',
    title: '用户管理',
    body: '<link rel="stylesheet" href="/lib/element-ui/lib/theme-chalk/index.css"><div id="app"><el-button @click="go">重置密码</el-button></div><script src="/lib/vue2/dist/vue.js"></script><script src="/lib/element-ui/lib/index.js"></script>',
    script: `new Vue({ el: '#app', methods: { go() { this.$prompt('请输入"zhang3"的新密码', '提示', { confirmButtonText: '确定', cancelButtonText: '取消' }).then(() => send().then(() => this.$message.success('修改成功'))); } } });`,
    entries: 0,
    async work({ page, pressFor }) {
      await press(page, '重置密码');
      await type(page, '.el-message-box input', '668899', 0);
      await pressFor('确定', '修改成功');
    },
  },
  ...[false, true].map(
    (isPasted): Situation => ({
      name: `an account with its password is added${isPasted ? ', the password without keys' : ''}`,
      title: '用户管理',
      body: `<div id="d" role="dialog" class="el-dialog"><form onsubmit="return false"><div class="el-form-item"><label for="nick">用户昵称</label><input id="nick"></div><div class="el-form-item"><label for="phone">手机号码</label><input id="phone"></div><div class="el-form-item"><label for="user">用户名称</label><input id="user"></div><div class="el-form-item"><label for="pass">用户密码</label><input id="pass" type="password"></div></form><button type="button" id="b">确 定</button></div>`,
      script: "b.onclick = () => send().then(() => { hide(d); say('新增成功', 'el-message'); });",
      sent: 1,
      entries: 2,
      async work({ page, pressFor }) {
        await type(page, '#nick', 'zhangwei', 0);
        await type(page, '#user', 'zhangwei3', 0);
        if (isPasted) await insert(page, '#pass', 'Qh#2026gov');
        else await type(page, '#pass', 'Qh#2026gov', 0);
        await pressFor('确定', '新增成功');
      },
    }),
  ),
  {
    name: 'a password is changed',
    title: '个人中心',
    body: '<form onsubmit="return false"><div class="el-form-item"><label for="old">旧密码</label><input id="old" type="password"></div><div class="el-form-item"><label for="new">新密码</label><input id="new" type="password"></div><div class="el-form-item"><label for="again">确认密码</label><input id="again" type="password"></div><button type="button" id="b">保存</button></form>',
    script: saves('修改成功'),
    entries: 0,
    async work({ page, pressFor }) {
      await type(page, '#old', 'Qh#2025gov', 0);
      await type(page, '#new', 'Qh#2026gov', 0);
      await type(page, '#again', 'Qh#2026gov', 0);
      await pressFor('保存', '修改成功');
    },
  },
  {
    name: 'refused, cancelled, filled in anew',
    title: '用户管理',
    body: `<button type="button" onclick="show(d)">新增</button><div id="d" role="dialog" class="el-dialog off"><form onsubmit="return false"><div class="el-form-item"><label for="nick">姓名</label><input id="nick"></div><div class="el-form-item"><label for="phone">手机号码</label><input id="phone"></div><div class="el-form-item"><label for="note">备注</label><input id="note"></div></form><button type="button" id="b">确 定</button><button type="button" onclick="shut()">取 消</button></div>`,
    script:
      "const shut = () => { hide(d); empty(); }; b.onclick = () => send().then(() => { const isUsed = phone.value !== ''; say(isUsed ? '新增失败，手机号码已存在' : '新增成功', 'el-message'); if (!isUsed) shut(); });",
    sent: 1,
    entries: 2,
    counts: { failed: 1 },
    async work({ page, fillIn, noteDropped, pressFor }) {
      await press(page, '新增');
      await type(page, '#nick', 'zhangwei', 0);
      await fillIn('phone');
      await type(page, '#note', 'first', 0);
      await pressFor('确定', '已存在');
      await sleep(readingMs);
      await press(page, '取消');
      noteDropped();
      await press(page, '新增');
      await type(page, '#nick', 'zhangwei', 0);
      await type(page, '#note', 'second', 0);
      await pressFor('确定', '新增成功');
    },
  },
  {
    name: 'a log-in whose labels are placeholders with spaces',
    title: '登录',
    body: '<form onsubmit="return false"><div><input class="layui-input" id="user" placeholder="账 户 : admin"></div><div><input class="layui-input" id="pass" placeholder="密 码 : admin"></div><div><input class="layui-input" id="code" placeholder="验证码 : "></div><button type="button" id="b">登 入</button></form>',
    script: logsIn.replace("send('login')", 'new Promise((done) => setTimeout(done, 1500))'),
    entries: 0,
    counts: { logins: 1 },
    async work({ page, pressFor }) {
      await type(page, '#user', 'zhangwei', 0);
      await type(page, '#pass', 'Qh2026gov', 0);
      await type(page, '#code', '8341', 0);
      await pressFor('登入', '欢迎使用');
    },
  },
  ...[
    ['确定', true],
    ['登录', true],
    ['登录', false],
  ].map(
    ([button, isPasted]): Situation => ({
      name: `a log-in by ${button}, the password ${isPasted ? 'without' : 'by'} keys`,
      title: '登录',
      body: `${account}<button type="button" id="b">${button}</button>`,
      script: logsIn,
      entries: 0,
      counts: { logins: 1 },
      async work({ page, pressFor }) {
        await type(page, '#user', 'wangjianguo', 0);
        if (isPasted) await insert(page, '#pass', 'Abc12345!');
        else await type(page, '#pass', 'Abc12345!', 0);
        await pressFor(button as string, '欢迎使用');
      },
    }),
  ),
  {
    name: 'a log-in that is refused without a new page',
    title: '登录',
    body: `${account}<button type="button" id="b">登录</button>`,
    script: "b.onclick = () => send('login').then(() => say('用户名或密码错误'));",
    entries: 0,
    async work({ page, pressFor }) {
      await type(page, '#user', 'zhangwei', 0);
      await type(page, '#pass', 'Qh#2026gov', 0);
      await pressFor('登录', '密码错误');
    },
  },
  {
    name: 'a log-in that the server refuses with the log-in page',
    title: '登录',
    body: `<form method="post" action="/${pagePath(`<form method="post" action="/api/login"><p class="tip">账号或密码不正确</p>${account}<button>登录</button></form>`, '', '登录', '?again')}">${account}<button id="b">登录</button></form>`,
    entries: 0,
    async work({ page, pressFor }) {
      await type(page, '#user', 'zhangwei', 0);
      await type(page, '#pass', 'Qh#2026gov', 0);
      await pressFor('登录', '不正确');
      await sleep(readingMs);
    },
  },
  {
    name: 'a password that another field shows in clear, then more keys',
    title: '新增账号',
    body: `<form onsubmit="return false"><div class="form-item"><label for="user">登录账号</label><input id="user"></div><div class="form-item"><label>初始密码</label><input id="pass" type="password"><i id="eye" style="cursor:pointer">显示</i></div><button type="button" id="b">保存</button></form>`,
    script: `eye.onclick = () => { const clear = document.createElement('input'); clear.type = 'text'; clear.id = 'clear'; clear.value = pass.value; pass.replaceWith(clear); }; ${saves('保存成功')}`,
    sent: 1,
    entries: 1,
    async work({ page, click, pressFor }) {
      await type(page, '#user', 'zhangwei', 0);
      await type(page, '#pass', '13812', 0);
      await click('#eye');
      await type(page, '#clear', '345678', 0);
      await pressFor('保存', '保存成功');
    },
  },
  {
    name: 'a field that CSS masks',
    body: `<form onsubmit="return false"><div class="form-item"><label for="site">站点名称</label><input id="site"></div><div class="form-item"><label for="mask">接入字符</label><input id="mask" style="-webkit-text-security:disc"></div><button type="button" id="b">保存</button></form>`,
    script: saves('保存成功'),
    sent: 1,
    entries: 1,
    async work({ page, pressFor }) {
      await type(page, '#site', 'station 7', 0);
      await type(page, '#mask', '13812345678', 0);
      await pressFor('保存', '保存成功');
    },
  },
];

// Words on controls and in messages

const words = [
  ...[
    '没有操作权限',
    '服务器繁忙，请稍后再试',
    '身份证号重复',
    '已超过填报截止时间',
    '查无此人',
    '登录已过期',
    '请上传附件',
    '人均收入须为数字',
    '保存未完成',
  ].map(
    (answer): Situation => ({
      name: `refused: ${answer}`,
      title: '农户登记',
      body: formWith('保存', 'idNumber'),
      script: saves(answer),
      entries: 1,
      counts: { failed: 1 },
      async work({ fillIn, pressFor }) {
        await fillIn('idNumber');
        await pressFor('保存', answer);
      },
    }),
  ),
  ...['添加', '录入', '更新', '修改', '审核通过', '立即申请', '保存并打印', '上传并提交', '返回并保存', '同意'].map(
    (button): Situation => ({
      name: `sent by ${button}`,
      title: '农户登记',
      body: formWith(button, 'idNumber'),
      script: saves('操作成功'),
      sent: 1,
      entries: 1,
      async work({ fillIn, pressFor }) {
        await fillIn('idNumber');
        await pressFor(button, '操作成功');
      },
    }),
  ),
  ...['待上报', '我的提交', '上报记录', '已办结', '登记台账', '填报说明', '发布时间'].map(
    (link): Situation => ({
      name: `a link beside a filled form: ${link}`,
      title: '农户登记',
      body: `<div><a href="javascript:;" id="link">${link}</a></div>${formWith('保存', 'idNumber')}<ul id="list"></ul>`,
      script: "link.onclick = () => send('search').then(() => { list.innerHTML = '<li>无数据</li>'; });",
      entries: 1,
      async work({ fillIn, pressFor }) {
        await fillIn('idNumber');
        await pressFor(link, '无数据');
      },
    }),
  ),
];

// Questions and deletions

const household = `<div><p><label for="phone">联系电话</label> <input id="phone"></p><button type="button" id="b">上报</button> <button type="button" id="remove">删除</button></div>`;
const sendsAfter = (question: string, options = '{}') =>
  `b.onclick = () => ask(${JSON.stringify(question)}, () => send().then(() => say('上报成功')), ${options});`;
const removesAfter = (options: string) =>
  `remove.onclick = () => ask('确认删除该条记录吗？', () => send('delete').then(() => say('删除成功')), ${options});`;

const questions: readonly Situation[] = [
  ...[
    ['确认上报吗？上报后不可修改。', "{ role: 'dialog' }"],
    ['上报后不可修改。', "{ role: 'dialog' }"],
    ['该身份证号已存在，将覆盖原有记录', "{ name: 'confirm-box' }"],
    ['附件未上传的项目不能通过审核', '{}'],
    ['数据有误将被退回，责任自负', "{ role: 'alertdialog' }"],
  ].map(
    ([question, options]): Situation => ({
      name: `a question before sending: ${question}`,
      title: '农户登记',
      body: household,
      script: sendsAfter(question as string, options),
      sent: 1,
      entries: 1,
      async work({ fillIn, pressFor }) {
        await fillIn('phone');
        await pressFor('上报', (question as string).slice(-6));
        await sleep(1_200);
        await pressFor('确定', '上报成功');
      },
    }),
  ),
  {
    name: 'a question that is answered after 12 s',
    title: '农户登记',
    body: household,
    script: sendsAfter('上报后不能撤回，请核对后上报', "{ role: 'dialog' }"),
    sent: 1,
    entries: 1,
    async work({ fillIn, pressFor }) {
      await fillIn('phone');
      await pressFor('上报', '不能撤回');
      await sleep(12_000);
      await pressFor('确定', '上报成功');
    },
  },
  {
    name: 'a question that is answered with no',
    title: '农户登记',
    body: household,
    script: sendsAfter('上报后不能撤回，请核对后上报', "{ role: 'dialog' }"),
    entries: 1,
    async work({ page, fillIn, pressFor }) {
      await fillIn('phone');
      await pressFor('上报', '不能撤回');
      await sleep(1_200);
      await press(page, '取消');
    },
  },
  ...Object.entries({
    'by its role dialog': "{ role: 'dialog' }",
    'by its role alertdialog': "{ role: 'alertdialog' }",
    'arco-modal': "{ name: 'mask arco-modal' }",
    'ivu-modal': "{ name: 'mask ivu-modal' }",
    't-dialog': "{ name: 'mask t-dialog t-dialog--default' }",
    'van-popup': "{ name: 'mask van-popup' }",
    'by its position alone': '{}',
    'in the middle by transform':
      "{ style: 'position:absolute;z-index:20;left:50%;top:30%;transform:translate(-50%,-50%);background:#fff;padding:12px' }",
    'in nested wrappers':
      '{ style: \'position:fixed;inset:0;background:#0003\', around: \'<div style="display:flex;justify-content:center"><div style="margin-top:80px;background:#fff"><section><div class=into style="width:360px;padding:9px"></div></section></div></div>\' }',
    'a drawer':
      "{ name: 'side-drawer', style: 'position:fixed;right:0;top:0;bottom:0;width:320px;background:#fff;border-left:1px solid' }",
    'a bubble at the button':
      "{ name: 'popconfirm', style: 'position:absolute;z-index:9;left:60px;top:110px;background:#fff;border:1px solid;padding:6px' }",
    'at the bottom of a narrow page':
      "{ style: 'position:fixed;left:10%;right:10%;bottom:0;background:#eee', yes: '删除', no: '再想想' }",
    'with other words': "{ role: 'dialog', yes: '仍要删除', no: '不了' }",
  }).map(
    ([name, options]): Situation => ({
      name: `deleted after a question, dialog ${name}`,
      title: '农户登记',
      body: household,
      script: removesAfter(options),
      entries: 1,
      async work({ fillIn, pressFor, click }) {
        await fillIn('phone');
        await pressFor('删除', '确认删除');
        await sleep(1_200);
        await click('.yes', '删除成功');
      },
    }),
  ),
  {
    name: 'deleted after a question in a frame',
    title: '农户登记',
    body: household,
    script: `remove.onclick = () => { const frame = document.createElement('iframe'); frame.style.cssText = 'position:fixed;left:200px;top:80px;width:300px;height:120px;background:#fff'; frame.src = '/${pagePath('<p>确认删除该条记录吗？</p><button type="button" onclick="parent.done()">确定</button>', '', '提示', '?ask')}'; document.body.append(frame); window.done = () => { frame.remove(); send('delete').then(() => say('删除成功')); }; };`,
    entries: 1,
    async work({ page, fillIn, pressFor }) {
      await fillIn('phone');
      await pressFor('删除', '确认删除');
      await sleep(1_200);
      const frame = await until('the frame', () => page.frames().find((f) => f.url().includes('?ask')));
      await press(frame, '确定');
      await waitForText(page, '删除成功');
    },
  },
];

// Ways of sending

const three = fieldsOf('name', 'phone', 'address');
const saveScript =
  "window.save = ({ wait, answer = '保存成功', kind = 'success' } = {}) => send('save', wait ?? 120).then(() => say(answer, 'el-message el-message--' + kind));";
const fillThree = ({ fillIn }: Actions) => fillIn('name', 'phone', 'address');
const donePath = pagePath('<p>已受理</p>', '', '结果', '?done');
const control = (
  name: string,
  markup: string,
  script: string,
  selector = '#b',
  more: Partial<Situation> = {},
): Situation => ({
  name,
  body: `${three}${markup}`,
  script: `${saveScript}${script}`,
  sent: 1,
  entries: 3,
  async work(actions) {
    await fillThree(actions);
    await actions.click(selector, '保存成功');
  },
  ...more,
});
const pressSaves = "b.addEventListener('click', (event) => { event.preventDefault(); save(); });";
const acceptAfter = (page: Page, ms: number) => {
  page.removeAllListeners('dialog');
  page.on('dialog', (dialog) => void sleep(ms).then(() => dialog.accept().catch(() => {})));
};

const ways: readonly Situation[] = [
  control('a button, a request, a message', '<button id="b">保存</button>', pressSaves),
  control(
    'Enter in a field without a form',
    '<button id="b">保存</button>',
    `${pressSaves} address.addEventListener('keydown', (e) => { if (e.key === 'Enter') save(); });`,
    '',
    {
      async work(actions) {
        await fillThree(actions);
        await actions.page.keyboard.press('Enter');
        await waitForText(actions.page, '保存成功');
      },
    },
  ),
  control(
    'Ctrl+S',
    '<button id="b">保存(Ctrl+S)</button>',
    "document.addEventListener('keydown', (e) => { if (e.ctrlKey && e.key === 's') { e.preventDefault(); save(); } });",
    '',
    {
      async work(actions) {
        const { keyboard } = actions.page;
        await fillThree(actions);
        await keyboard.down('Control');
        await keyboard.press('s');
        await keyboard.up('Control');
        await waitForText(actions.page, '保存成功');
      },
    },
  ),
  ...['alert', 'message'].map(
    (answer): Situation => ({
      name: `a form that is posted into a hidden frame, the answer is a ${answer}`,
      body: `<form method="post" target="hidden" action="/situations/answer-${answer}.html">${three}<input id="b" type="submit" value="保存"></form><iframe name="hidden" style="display:none"></iframe>`,
      sent: 1,
      entries: 3,
      async work(actions) {
        await fillThree(actions);
        await actions.click('#b');
        await sleep(readingMs);
      },
    }),
  ),
  {
    name: 'a search that is posted by an image named 查询',
    body: `<form method="post" action="/${pagePath('<table><tr><td>王某某</td></tr></table>', '', '列表', '?list')}">${three}<input id="b" type="image" alt="查询" src="/search.gif" width="40" height="20"></form>`,
    entries: 3,
    // A name alone is not compared, so it is no look-up.
    counts: { lookUps: 2 },
    async work(actions) {
      await fillThree(actions);
      await actions.click('#b', '王某某');
    },
  },
  {
    name: 'a search that is posted by Enter, the control is a link',
    body: `<form method="post" id="f" action="/${pagePath('<table><tr><td>王某某</td></tr></table>', '', '列表', '?list')}">${fieldsOf('phone')}<a href="javascript:f.submit()">查询</a></form>`,
    entries: 1,
    counts: { lookUps: 1 },
    async work({ page, fillIn }) {
      await fillIn('phone');
      await page.keyboard.press('Enter');
      await waitForText(page, '王某某');
    },
  },
  control('a double click', '<button id="b">保存</button>', pressSaves, '', {
    async work(actions) {
      await fillThree(actions);
      await actions.page.click('#b', { count: 2 });
      await waitForText(actions.page, '保存成功');
    },
  }),
  ...['系统繁忙，请稍后再试', '没有权限，请联系管理员授权', '保存失败'].map(
    (answer): Situation =>
      control(
        `HTTP 200 with ${answer}`,
        '<button id="b">保存</button>',
        `b.onclick = () => save({ answer: '${answer}', kind: 'error' });`,
        '#b',
        {
          sent: 0,
          counts: { failed: 1 },
          async work(actions) {
            await fillThree(actions);
            await actions.click('#b', answer);
          },
        },
      ),
  ),
  control(
    'a link with an image named 保存',
    '<a href="#" id="b"><img alt="保存" src="/save.gif" width="40" height="20"></a>',
    'b.onclick = () => { save(); return false; };',
    '#b img',
  ),
  control('a uni-button', '<uni-button id="b" type="primary" style="display:block">提交</uni-button>', pressSaves),
  control(
    'a div with the class save-button',
    '<div id="b" class="save-button" style="display:inline-block">提交</div>',
    pressSaves,
  ),
  {
    ...control('a span on a toolbar', '', pressSaves),
    body: `<ul class="toolbar"><li><span id="b" class="toolbar-text">保存</span></li></ul>${three}`,
  },
  {
    name: 'a window that closes itself after an answer of 3 s',
    body: `<a id="o" href="#" onclick="window.open('/${pagePath(`${three}<button id="b">保存</button>`, "b.onclick = async () => { await send('save', 3000); alert('保存成功'); window.close(); };", '新增', '?popup')}', 'p', 'width=600,height=400')">新增</a>`,
    sent: 1,
    entries: 3,
    async work(actions) {
      const { page } = actions;
      const [target] = await Promise.all([
        page.browser().waitForTarget((t) => t.url().includes('?popup')),
        actions.click('#o'),
      ]);
      const popup = (await target.page()) as Page;
      popup.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
      for (const [id, value] of [
        ['#name', 'zhangwei'],
        ['#phone', '0938-2711000'],
        ['#address', 'No. 7'],
      ] as const)
        await type(popup, id, value, 0);
      await popup.click('#b');
      await until('the window to close', () => popup.isClosed());
    },
  },
  {
    name: 'an input method, Enter after its end, then a native form',
    body: `<form id="f" method="post" action="/${donePath}">${three}<button id="b">保存</button></form>`,
    script:
      "document.querySelector('#name').addEventListener('keydown', (e) => { if (e.key === 'Enter') e.preventDefault(); });",
    sent: 1,
    entries: 3,
    async work({ page, fillIn, click }) {
      await page.click('#name');
      const session = await page.createCDPSession();
      for (const text of ['wang', '王建国'])
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await session.send('Input.insertText', { text: '王建国' });
      await page.keyboard.press('Enter');
      await fillIn('phone', 'address');
      await click('#b', '已受理');
    },
  },
  ...[12_500, 0].map(
    (ms): Situation => ({
      name: `confirm() ${ms > 0 ? 'answered after 12.5 s' : 'answered at once'}, then submit() by the page`,
      body: `<form id="f" method="post" action="/${donePath}">${three}<input type="button" id="b" value="提交" onclick="if (confirm('确定提交吗？')) f.submit()"></form>`,
      sent: 1,
      entries: 3,
      async work(actions) {
        acceptAfter(actions.page, ms);
        await fillThree(actions);
        await actions.click('#b', '已受理');
      },
    }),
  ),
  control(
    'a request that is answered after 15 s',
    '<button id="b">保存</button>',
    'b.onclick = () => save({ wait: 15000 });',
  ),
  {
    name: 'a native form that is answered after 15 s',
    body: `<form method="post" action="/api/save?as=page&wait=15000">${three}<input id="b" type="submit" value="提交"></form>`,
    sent: 1,
    entries: 3,
    async work(actions) {
      await fillThree(actions);
      await actions.click('#b', '保存成功');
    },
  },
  {
    name: 'a native form whose answer opens in a new tab',
    title: '打印登记',
    body: `<form action="/api/save?as=page" method="post" target="_blank"><p data-k="name"><label>户主姓名</label><input name="name" id="name"></p><p data-k="idno"><label>身份证号</label><input name="idno" id="idNumber"></p><input type="submit" value="提交" id="b"></form>`,
    sent: 1,
    entries: 2,
    async work({ page, fillIn, click }) {
      await fillIn('name', 'idNumber');
      const [target] = await Promise.all([
        page.browser().waitForTarget((t) => t.url().includes('/api/save')),
        click('#b'),
      ]);
      const answer = (await target.page()) as Page;
      await waitForText(answer, '保存成功');
      await sleep(readingMs);
      await answer.close().catch(() => {});
    },
  },
];

// Choices, and what a script does

const choice = (name: string, item: string, script: string, steps: readonly string[]): Situation => ({
  name,
  body: `<form id="f" onsubmit="return false">${fieldsOf('phone')}${item}<button type="button" id="b">保存</button></form>`,
  script: `${script};${saves('保存成功')}`,
  sent: 1,
  entries: 2,
  async work({ fillIn, click, pressFor }) {
    await fillIn('phone');
    for (const step of steps) await click(step);
    await pressFor('保存', '保存成功');
  },
});
const list =
  '<div id="list" class="off"><div class="opt">农村低保</div><div class="opt" id="second">城市低保</div></div>';
const picksFrom = (opener: string, shown: string) =>
  `${opener}.onclick = () => { show(list); }; list.onclick = (e) => { ${shown} = e.target.textContent; hide(list); }`;

const choices: readonly Situation[] = [
  choice(
    'a list in the body',
    '<div class="form-item"><label>低保类别</label><div id="pick" tabindex="0" style="cursor:pointer">请选择</div></div>',
    `document.body.insertAdjacentHTML('beforeend', '${list}'); list.style.cssText = 'position:absolute;z-index:9;background:#fff;top:300px'; ${picksFrom('pick', 'pick.textContent')}`,
    ['#pick', '#second'],
  ),
  choice(
    'a list inside the item',
    `<div class="form-item"><label>低保类别</label><div class="chooser"><span id="pick" style="cursor:pointer">请选择</span>${list}</div></div>`,
    picksFrom('pick', 'pick.textContent'),
    ['#pick', '#second'],
  ),
  choice(
    'a native button with aria-haspopup',
    `<div class="form-item"><span class="label">低保类别</span><button type="button" id="pick" aria-haspopup="listbox" aria-expanded="false">请选择</button></div>${list}`,
    picksFrom('pick', 'pick.textContent'),
    ['#pick', '#second'],
  ),
  choice(
    'a readonly input, in a table',
    `<table><tr><td>低保类别</td><td><input id="pick" readonly placeholder="请选择"></td></tr></table>${list}`,
    picksFrom('pick', 'pick.value'),
    ['#pick', '#second'],
  ),
  choice(
    'divs that look like radio buttons',
    '<div class="form-item"><label>是否党员</label><div class="choice" id="yes"><i class="dot"></i>是</div><div class="choice" id="no"><i class="dot"></i>否</div></div>',
    "for (const e of [yes, no]) e.onclick = () => { yes.className = no.className = 'choice'; e.className = 'choice active'; }",
    ['#no'],
  ),
  choice(
    'a switch without a role',
    '<div class="form-item"><label>是否在岗</label><span id="toggle" class="toggle" style="cursor:pointer;display:inline-block;width:40px;height:20px;background:#ccc"></span></div>',
    "toggle.onclick = () => toggle.classList.toggle('is-on')",
    ['#toggle'],
  ),
  choice(
    'a switch with a role',
    '<div class="form-item"><label>是否在岗</label><span id="toggle" role="switch" aria-checked="false" tabindex="0" style="display:inline-block;width:40px;height:20px;background:#ccc"></span></div>',
    "toggle.onclick = () => toggle.setAttribute('aria-checked', 'true')",
    ['#toggle'],
  ),
  {
    name: 'a script ticks 200 check boxes',
    body: `<form onsubmit="return false">${Array.from({ length: 200 }, (_, i) => `<label>项${i}<input type="checkbox" name="c${i}"></label>`).join('')}</form>`,
    script:
      "setTimeout(() => { for (const c of document.querySelectorAll('[type=checkbox]')) c.click(); say('done'); }, 1500);",
    entries: 0,
    async work({ page }) {
      await waitForText(page, 'done');
    },
  },
  {
    name: 'a check box selects all 200 rows',
    body: `<form onsubmit="return false"><label>全选<input type="checkbox" id="all"></label><table>${Array.from({ length: 200 }, (_, i) => `<tr><td><label><input type="checkbox" class="r" name="c${i}">村民${i}</label></td></tr>`).join('')}</table></form>`,
    script:
      "all.addEventListener('change', () => { for (const c of document.querySelectorAll('.r')) if (c.checked !== all.checked) c.click(); });",
    entries: 1,
    async work({ page, click }) {
      await click('#all');
      await until('all to be ticked', () =>
        page.evaluate(() => document.querySelectorAll('.r:checked').length === 200),
      );
    },
  },
  {
    name: 'a script submits a filled form without a press',
    body: `<form id="f">${fieldsOf('phone')}<button id="b">保存</button></form>`,
    script:
      "f.onsubmit = (e) => { e.preventDefault(); send().then(() => say('保存成功')); }; phone.addEventListener('input', () => { if (phone.value.length === 11) setTimeout(() => f.requestSubmit(), 3000); });",
    entries: 1,
    async work({ page, fillIn }) {
      await fillIn('phone');
      await waitForText(page, '保存成功');
    },
  },
  ...[true, false].map(
    (hasButton): Situation => ({
      name: `a search by Enter ${hasButton ? 'beside' : 'without'} a search button`,
      title: '人员列表',
      body: `<div class="bar"><input id="phone" placeholder="请输入手机号码"> ${hasButton ? '<button type="button" id="b"><span>搜索</span></button>' : ''}</div><table id="t"><tbody><tr><td>1</td></tr></tbody></table>`,
      script:
        "const find = () => send('search').then(() => { t.tBodies[0].innerHTML = '<tr><td>共 3 条</td></tr>'; }); phone.addEventListener('keyup', (e) => { if (e.key === 'Enter') find(); }); if (window.b) b.onclick = find;",
      entries: 1,
      counts: { lookUps: 1 },
      async work({ page, fillIn }) {
        await fillIn('phone');
        await page.keyboard.press('Enter');
        await waitForText(page, '共 3 条');
      },
    }),
  ),
  {
    name: 'the cells of an online sheet',
    title: '走访台账 - 在线表格',
    body: '<canvas id="c" width="600" height="300" style="border:1px solid"></canvas><textarea id="cell" style="position:absolute;left:20px;top:20px;width:80px;height:20px;resize:none"></textarea>',
    script:
      "let row = 0; cell.addEventListener('keydown', (e) => { if (e.key !== 'Enter') return; e.preventDefault(); cell.value = ''; cell.style.top = 20 + 20 * ++row + 'px'; send(); });",
    entries: 1,
    counts: { acts: 0 },
    async work({ page }) {
      for (const value of ['320', '41', '7']) {
        await type(page, '#cell', value, 0);
        await page.keyboard.press('Enter');
      }
      await sleep(readingMs);
    },
  },
  {
    name: 'a value that is corrected before it is sent',
    body: formWith('保存', 'phone'),
    script: saves('保存成功'),
    sent: 1,
    entries: 1,
    async work({ page, fillIn, pressFor }) {
      await type(page, '#phone', '0938-1111', 0);
      await page.keyboard.press('Tab');
      await retype(page, '#phone', '');
      await fillIn('phone');
      await pressFor('保存', '保存成功');
    },
  },
];

/** The situations by group. */
export const situations: readonly Library[] = [
  groupOf('situation: secrets and log-ins', 'tuned', secrets),
  groupOf('situation: other words', 'tuned', words),
  groupOf('situation: questions and deletions', 'tuned', questions),
  groupOf('situation: ways of sending', 'tuned', ways),
  groupOf('situation: choices and scripts', 'tuned', choices),
];
