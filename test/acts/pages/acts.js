// Draws the cards of a scene with the components of one library, as the documentation of the library shows them.
const query = new URLSearchParams(location.search);
const scene = window.scenes[query.get('scene')];
document.documentElement.lang = scene.script;
document.title = scene.title;
document.getElementById('banner').textContent = scene.title;

const escapeHtml = (text) => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);
const load = (...addresses) =>
  addresses.reduce(
    (before, src) =>
      before.then(
        () =>
          new Promise((done, fail) => {
            const e = document.createElement(src.endsWith('.css') ? 'link' : 'script');
            if (src.endsWith('.css')) Object.assign(e, { rel: 'stylesheet', href: src });
            else e.src = src;
            e.onload = done;
            e.onerror = () => fail(new Error(src));
            document.head.append(e);
          }),
      ),
    Promise.resolve(),
  );

// The layout of a card is the same for all libraries. Its controls come from the library.
const body = (c, i, t) => {
  switch (c.use) {
    case 'press':
      return t.button(c.text, i);
    case 'link':
      return t.link(c.text, i);
    case 'file':
      return t.item(c.text, t.upload(i));
    case 'prompt':
      return t.button('▶', i, 'open');
    case 'report':
      return `${t.item('A', t.input('a'))}${t.item('B', t.input('b'))}${t.item('C', t.input('c'))}${t.button(c.text, i, 'save')}`;
    case 'search':
      return `${t.item('#', t.input('a'))}${t.button(c.text, i)}`;
    case 'reply':
      return `<textarea class="reply" rows="2"></textarea>`;
    case 'due':
      return t.item(c.text, escapeHtml(c.date));
    case 'column':
      return t.table(['#', c.text], [['1', c.date]], i);
    case 'counter':
      return t.item(c.heading, '32.5');
    default:
      return t.table(
        ['#', '★', '%'],
        [
          ['1', 'A', '98'],
          ['2', 'B', '77'],
        ],
        i,
      );
  }
};
const cards = (t) =>
  scene.cases
    .map(
      (c, i) =>
        `<div class="card" data-card="${i}"><h3>${escapeHtml(c.use === 'counter' ? '' : c.heading)}</h3>${body(c, i, t)}</div>`,
    )
    .join('');

/** Shows a message box of the library with one button. */
let showDialog = () => {};
let showMessage = () => {};
const runAction = (action, i) => {
  if (action === 'open') showDialog(scene.cases[i].dialogText, scene.cases[i].text);
  if (action === 'save')
    request('save/acts', { i }).then(() => showMessage(scene.script === 'en' ? 'Saved successfully' : '提交成功'));
};
window.runAction = runAction;

const vue = (more) => ({
  button: (text, i, action = '') =>
    `<${more.button} class="go" @click="go('${action}', ${i})">${escapeHtml(text)}</${more.button}>`,
  link: (text, i) => `<a href="javascript:void 0" class="go" @click="go('', ${i})">${escapeHtml(text)}</a>`,
  item: (label, inner) => `<${more.item} label="${escapeHtml(label)}">${inner}</${more.item}>`,
  input: (name) => `<${more.input} ${more.model}="form.${name}" name="${name}"></${more.input}>`,
  upload: () => more.upload,
  table: (heads, rows, i) => more.table(heads, rows, i),
});

const plainTable = (heads, rows) =>
  `<table class="layui-table"><thead><tr>${heads.map((h) => `<th>${escapeHtml(h)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((r) => `<tr>${r.map((d) => `<td>${escapeHtml(d)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

/** Empties the field of a reply when Enter is pressed, as a chat does. */
document.addEventListener('keydown', (e) => {
  if (e.key === 'Enter' && e.target.className === 'reply') {
    e.preventDefault();
    e.target.value = '';
  }
});

const elementTable = (heads, _rows, i) =>
  `<el-table :data="tables[${i}]" border>${heads.map((h, k) => `<el-table-column prop="c${k}" label="${escapeHtml(h)}"></el-table-column>`).join('')}</el-table>`;
const tables = () =>
  scene.cases.map((c) =>
    (c.use === 'column'
      ? [['1', c.date]]
      : [
          ['1', 'A', '98'],
          ['2', 'B', '77'],
        ]
    ).map((r) => Object.fromEntries(r.map((d, k) => [`c${k}`, d]))),
  );
const state = () => ({ form: { a: '', b: '', c: '' }, tables: tables() });

const libraries = {
  async 'Element UI'() {
    await load(
      '/lib/element-ui/lib/theme-chalk/index.css',
      '/lib/vue2/dist/vue.min.js',
      '/lib/element-ui/lib/index.js',
    );
    const t = vue({
      button: 'el-button',
      item: 'el-form-item',
      input: 'el-input',
      model: 'v-model',
      upload:
        '<el-upload action="/api/upload/acts" :auto-upload="false" class="files"><el-button size="small">+</el-button></el-upload>',
      table: elementTable,
    });
    const app = new Vue({
      el: '#app',
      data: state,
      template: `<div id="app"><el-form label-width="160px" @submit.native.prevent>${cards(t)}</el-form></div>`,
      methods: { go: runAction },
    });
    showDialog = (text, buttonText) => app.$alert(text, '', { confirmButtonText: buttonText, callback() {} });
    showMessage = (text) => app.$message.success(text);
  },
  async 'Element Plus'() {
    await load(
      '/lib/element-plus/dist/index.css',
      '/lib/vue/dist/vue.global.prod.js',
      '/lib/element-plus/dist/index.full.min.js',
    );
    const t = vue({
      button: 'el-button',
      item: 'el-form-item',
      input: 'el-input',
      model: 'v-model',
      upload:
        '<el-upload action="/api/upload/acts" :auto-upload="false" class="files"><el-button size="small">+</el-button></el-upload>',
      table: elementTable,
    });
    Vue.createApp({
      data: state,
      template: `<el-form label-width="160px" @submit.prevent>${cards(t)}</el-form>`,
      methods: { go: runAction },
    })
      .use(ElementPlus)
      .mount('#app');
    showDialog = (text, buttonText) =>
      ElementPlus.ElMessageBox.alert(text, '', { confirmButtonText: buttonText, callback() {} });
    showMessage = (text) => ElementPlus.ElMessage.success(text);
  },
  async 'Ant Design Vue'() {
    await load(
      '/lib/ant-design-vue/dist/reset.css',
      '/lib/vue/dist/vue.global.prod.js',
      '/lib/dayjs/dayjs.min.js',
      ...[
        'customParseFormat',
        'weekday',
        'localeData',
        'weekOfYear',
        'weekYear',
        'advancedFormat',
        'quarterOfYear',
      ].map((p) => `/lib/dayjs/plugin/${p}.js`),
      '/lib/ant-design-vue/dist/antd.min.js',
    );
    const t = vue({
      button: 'a-button',
      item: 'a-form-item',
      input: 'a-input',
      model: 'v-model:value',
      upload: '<a-upload :before-upload="() => false" class="files"><a-button>+</a-button></a-upload>',
      table: (_heads, _rows, i) =>
        `<a-table :pagination="false" :data-source="tables[${i}]" :columns="columns(${i})"></a-table>`,
    });
    Vue.createApp({
      data: state,
      template: `<a-form :label-col="{ span: 6 }">${cards(t)}</a-form>`,
      methods: {
        go: runAction,
        columns: (i) =>
          (scene.cases[i].use === 'column' ? ['#', scene.cases[i].text] : ['#', '★', '%']).map((title, k) => ({
            title,
            dataIndex: `c${k}`,
            key: k,
          })),
      },
    })
      .use(antd)
      .mount('#app');
    showDialog = (text, buttonText) => antd.Modal.info({ title: text, okText: buttonText });
    showMessage = (text) => antd.message.success(text);
  },
  async antd() {
    await load(
      '/lib/antd/dist/reset.css',
      '/lib/react/umd/react.production.min.js',
      '/lib/react-dom/umd/react-dom.production.min.js',
      '/lib/dayjs/dayjs.min.js',
      '/lib/antd/dist/antd.min.js',
    );
    const h = React.createElement;
    const draw = (c, i) => {
      const go = (action) => ({ className: 'go', key: 'go', onClick: () => runAction(action, i) });
      const item = (label, inner) => h(antd.Form.Item, { label, key: label }, inner);
      const table = (heads, rows) =>
        h(antd.Table, {
          pagination: false,
          rowKey: 'c0',
          columns: heads.map((title, k) => ({ title, dataIndex: `c${k}` })),
          dataSource: rows.map((r) => Object.fromEntries(r.map((d, k) => [`c${k}`, d]))),
        });
      switch (c.use) {
        case 'press':
          return h(antd.Button, go(''), c.text);
        case 'link':
          return h('a', { ...go(''), href: '#' }, c.text);
        case 'file':
          return item(
            c.text,
            h(antd.Upload, { beforeUpload: () => false, className: 'files' }, h(antd.Button, null, '+')),
          );
        case 'prompt':
          return h(antd.Button, go('open'), '▶');
        case 'report':
          return [
            ...['a', 'b', 'c'].map((name) => item(name.toUpperCase(), h(antd.Input, { name }))),
            h(antd.Button, go('save'), c.text),
          ];
        case 'search':
          return [item('#', h(antd.Input, { name: 'a' })), h(antd.Button, go(''), c.text)];
        case 'reply':
          return h('textarea', { className: 'reply', rows: 2 });
        case 'due':
          return item(c.text, c.date);
        case 'column':
          return table(['#', c.text], [['1', c.date]]);
        case 'counter':
          return item(c.heading, '32.5');
        default:
          return table(
            ['#', '★', '%'],
            [
              ['1', 'A', '98'],
              ['2', 'B', '77'],
            ],
          );
      }
    };
    ReactDOM.createRoot(document.getElementById('app')).render(
      h(
        antd.Form,
        { labelCol: { span: 6 } },
        scene.cases.map((c, i) =>
          h(
            'div',
            { className: 'card', 'data-card': i, key: i },
            h('h3', null, c.use === 'counter' ? '' : c.heading),
            draw(c, i),
          ),
        ),
      ),
    );
    showDialog = (text, buttonText) => antd.Modal.info({ title: text, okText: buttonText });
    showMessage = (text) => antd.message.success(text);
  },
  async layui() {
    await load('/lib/layui/dist/css/layui.css', '/lib/layui/dist/layui.js');
    document.getElementById('app').innerHTML = `<form class="layui-form" onsubmit="return false">${cards({
      button: (text, i, action = '') =>
        `<button type="button" class="layui-btn go" onclick="runAction('${action}', ${i})">${escapeHtml(text)}</button>`,
      link: (text) => `<a href="javascript:;" class="go">${escapeHtml(text)}</a>`,
      item: (label, inner) =>
        `<div class="layui-form-item"><label class="layui-form-label" style="width:140px">${escapeHtml(label)}</label><div class="layui-input-block" style="margin-left:170px">${inner}</div></div>`,
      input: (name) => `<input name="${name}" class="layui-input">`,
      upload: () => '<button type="button" class="layui-btn files">+</button>',
      table: plainTable,
    })}</form>`;
    layui.use(['upload', 'layer'], () => {
      layui.upload.render({ elem: '.files', url: '/api/upload/acts', auto: false, accept: 'file', choose() {} });
      showDialog = (text, buttonText) => layui.layer.alert(text, { btn: [buttonText] });
      showMessage = (text) => layui.layer.msg(text, { icon: 1 });
    });
  },
  async native() {
    document.getElementById('app').innerHTML = cards({
      button: (text, i, action = '') =>
        `<input type="button" class="go" value="${escapeHtml(text)}" onclick="runAction('${action}', ${i})">`,
      link: (text) => `<a href="#" class="go">${escapeHtml(text)}</a>`,
      item: (label, inner) => `<table><tr><th>${escapeHtml(label)}</th><td>${inner}</td></tr></table>`,
      input: (name) => `<input name="${name}">`,
      upload: () => '<input type="file" class="files">',
      table: plainTable,
    });
    const openNativeDialog = (text, buttonText) => {
      const dialog = document.createElement('dialog');
      dialog.innerHTML = `<p>${escapeHtml(text)}</p>${buttonText === undefined ? '' : `<button type="button">${escapeHtml(buttonText)}</button>`}`;
      document.body.append(dialog);
      if (buttonText === undefined) dialog.show();
      else dialog.showModal();
      dialog.querySelector('button')?.addEventListener('click', () => dialog.remove());
      if (buttonText === undefined) setTimeout(() => dialog.remove(), 1500);
    };
    showDialog = openNativeDialog;
    showMessage = (text) => openNativeDialog(text);
  },
};
// Loads the library after the page, so that a slow library does not delay the load event of the page.
addEventListener('load', () => libraries[query.get('library')]().then(() => document.body.classList.add('ready')));
