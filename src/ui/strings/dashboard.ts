/** Words of the dashboard's frame: its tabs and its period control. */
import type { Texts } from './texts.ts';

const zhCN = {
  tabs: {
    overview: '总览',
    time: '时间',
    portals: '平台与表单',
    repeats: '重复填写',
    burden: '负担构成',
    'after-hours': '非工作时间',
    coverage: '看不到的',
    settings: '设置',
    export: '导出月报',
  },
  sections: '页面',
  period: '时段',
  units: { day: '日', week: '周', month: '月', year: '年' },
  before: '前一段',
  after: '后一段',
  today: '今天',
  skip: '跳到正文',
};

export const dashboard: Texts<typeof zhCN> = {
  'zh-CN': zhCN,
  'zh-TW': {
    tabs: {
      overview: '總覽',
      time: '時間',
      portals: '平台與表單',
      repeats: '重複填寫',
      burden: '負擔構成',
      'after-hours': '非工作時間',
      coverage: '看不到的',
      settings: '設定',
      export: '匯出月報',
    },
    sections: '頁面',
    period: '時段',
    units: { day: '日', week: '週', month: '月', year: '年' },
    before: '前一段',
    after: '後一段',
    today: '今天',
    skip: '跳到正文',
  },
  en: {
    tabs: {
      overview: 'Overview',
      time: 'Time',
      portals: 'Portals and forms',
      repeats: 'Typed again',
      burden: 'What it is made of',
      'after-hours': 'After hours',
      coverage: 'What is not seen',
      settings: 'Settings',
      export: 'Monthly report',
    },
    sections: 'Pages',
    period: 'Period',
    units: { day: 'Day', week: 'Week', month: 'Month', year: 'Year' },
    before: 'Earlier',
    after: 'Later',
    today: 'Today',
    skip: 'Skip to the content',
  },
};
