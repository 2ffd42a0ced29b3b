/** Texts of the tab "Overview", and texts for periods without records. */
import type { OverviewTexts } from '../../zh-CN/dashboard/overview.ts';

export const overview: OverviewTexts = {
  notConsented: '尚未同意記錄，所以這裡沒有內容。',
  setUp: '查看說明並決定',
  firstDay: '還沒有資料。開啟名錄裡的或您加入的平台，約 1 分鐘後這裡會出現數字。',
  nothing: '這段時間沒有記錄。',
  time: '平台用時',
  repeats: '重複填寫',
  after: '非工作時間',
  portals: '平台數',
  perDay: (time) => `有記錄的日子，日均 ${time}`,
  against: (time, more) => `每個工作日平均比上一時段${more ? '多' : '少'} ${time}`,
  againstSame: '每個工作日平均和上一時段差不多',
  usual: (days, time, more) => `比之前 ${days} 個工作日的平均${more ? '多' : '少'} ${time}`,
  usualSame: (days) => `和之前 ${days} 個工作日的平均差不多`,
  ofEntries: (repeats, all) => `可比對的 ${all} 項中有 ${repeats} 項`,
  young: '帳本不滿 35 天，比例會偏低',
  ofTime: (share) => `是平台用時的 ${share}`,
  switches: (count) => `在平台間切換 ${count} 次`,
  byPortal: '各平台',
  portal: '平台',
  share: '佔比',
  entries: '填寫項',
  submissions: '送出',
  acts: '打卡、上傳等',
  allPortals: '全部平台',
  today: '今天',
  legend: '用途',
  hatched: '斜紋：非工作時間',
  workdays: (recorded, expected, isDay) =>
    expected === 0
      ? '這段時間沒有工作日。'
      : isDay
        ? `這個工作日${recorded === 1 ? '有' : '還沒有'}記錄。`
        : `應記 ${expected} 個工作日，其中 ${recorded} 天有記錄。`,
  coverage: '手機端、用戶端軟體不在統計內。',
  coverageMore: '還有什麼沒記到',
  sentence: '可以直接引用的一句話',
  quote: (p) =>
    `${p.period}，我在 ${p.portals} 個政務平台上用了 ${p.time}，其中非工作時間 ${p.after}；填寫 ${p.entries} 項，可比對的 ${p.eligible} 項中有 ${p.repeats} 項是以前或在別處填過的。由本人瀏覽器記錄，是下限，不含手機和用戶端。`,
  copy: '複製',
  purposeMs: (purpose, time) => `${purpose} ${time}`,
};
