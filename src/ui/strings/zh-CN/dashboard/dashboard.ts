/** Texts around the dashboard's tabs: navigation and period. */
import type { LocalizedTexts } from '../../localized-texts.ts';

export const dashboard = {
  tabs: {
    overview: '总览',
    time: '时间',
    portals: '平台与表单',
    repeats: '重复填写',
    burden: '负担构成',
    'after-hours': '非工作时间',
    coverage: '没记到的',
    settings: '设置',
    export: '导出月报',
  },
  sections: '页面',
  period: '时段',
  units: { day: '日', week: '周', month: '月', year: '年' },
  before: '上一时段',
  after: '下一时段',
  today: '今天',
  skip: '跳到正文',
  backupDue: '已有一个月没有备份账本了。',
  backUp: '去备份',
};
export type DashboardTexts = LocalizedTexts<typeof dashboard>;
