/** The systems of the office. Their host names are in the catalogue; the systems are invented. */
export interface OfficeSystem {
  readonly host: string;
  readonly scheme: 'http' | 'https';
  readonly page: string;
  readonly title: string;
  /** The component library that the page is built on. */
  readonly library: string;
}

export const systems: readonly OfficeSystem[] = [
  {
    host: 'lwzb.stats.gov.cn',
    scheme: 'http',
    page: 'layui.html',
    title: '住户调查月报直报平台',
    library: 'layui 2.13',
  },
  {
    host: 'mzt.gansu.gov.cn',
    scheme: 'http',
    page: 'element-ui.html',
    title: '社会救助信息管理系统',
    library: 'Element UI 2.15',
  },
  {
    host: 'zwfw.gansu.gov.cn',
    scheme: 'https',
    page: 'element-plus.html',
    title: '一网通办基层帮办端',
    library: 'Element Plus 2.14',
  },
  {
    host: 'fpxx.nrra.gov.cn',
    scheme: 'https',
    page: 'ant-design-vue.html',
    title: '防止返贫监测信息系统',
    library: 'Ant Design Vue 4.2',
  },
  { host: 'rst.gansu.gov.cn', scheme: 'http', page: 'antd.html', title: '农村劳动力转移就业台账', library: 'antd 5' },
  {
    host: 'aqsc.mem.gov.cn',
    scheme: 'http',
    page: 'legacy.html',
    title: '安全生产隐患排查系统',
    library: 'nested frames, form posts',
  },
  { host: 'www.gsgwypx.com.cn', scheme: 'http', page: 'study.html', title: '公务员网络培训', library: 'video' },
  {
    host: 'oa.gansu.gov.cn',
    scheme: 'http',
    page: 'oa.html',
    title: '协同办公系统',
    library: 'layui dialogs over iframes',
  },
  { host: 'www.gsdj.gov.cn', scheme: 'http', page: 'party.html', title: '智慧党建平台', library: 'layui 2.13' },
];

/** The host of the page with links to all systems. It is not in the catalogue, so it is never recorded. */
export const indexHost = 'office.example';
