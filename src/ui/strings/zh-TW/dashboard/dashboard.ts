/** Texts around the dashboard's tabs: navigation and period. */
import type { DashboardTexts } from '../../zh-CN/dashboard/dashboard.ts';

export const dashboard: DashboardTexts = {
  tabs: {
    overview: '總覽',
    time: '時間',
    portals: '平台與表單',
    repeats: '重複填寫',
    burden: '負擔構成',
    'after-hours': '非工作時間',
    coverage: '沒記到的',
    settings: '設定',
    export: '匯出月報',
  },
  sections: '頁面',
  period: '時段',
  units: { day: '日', week: '週', month: '月', year: '年' },
  before: '上一時段',
  after: '下一時段',
  today: '今天',
  skip: '跳到正文',
  backupDue: '已有一個月沒有備份帳本了。',
  backUp: '去備份',
};
