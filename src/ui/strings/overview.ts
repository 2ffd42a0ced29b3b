/** Words of the overview, and of periods without records. */
import type { Texts } from './texts.ts';

const zhCN = {
  notConsented: '还没有同意开始记录，所以这里是空的。',
  setUp: '看说明并决定',
  firstDay: '还没有数据。打开名录里的或您加入的平台，约 1 分钟后这里会出现数字。',
  nothing: '这段时间没有记录。',
  time: '平台用时',
  repeats: '重复填写',
  after: '非工作时间',
  portals: '平台数',
  perDay: (time: string) => `有记录的日子，日均 ${time}`,
  against: (time: string, more: boolean) => `每个工作日平均比上一时段${more ? '多' : '少'} ${time}`,
  againstSame: '每个工作日平均和上一时段差不多',
  usual: (days: number, time: string, more: boolean) => `比之前 ${days} 个工作日的平均${more ? '多' : '少'} ${time}`,
  usualSame: (days: number) => `和之前 ${days} 个工作日的平均差不多`,
  ofEntries: (repeats: string, all: string) => `可比对的 ${all} 项中有 ${repeats} 项`,
  young: '账本不满 35 天，比例会偏低',
  ofTime: (share: string) => `是平台用时的 ${share}`,
  switches: (count: string) => `在平台间切换 ${count} 次`,
  byPortal: '各平台',
  portal: '平台',
  share: '占比',
  entries: '填写项',
  submissions: '提交',
  acts: '打卡、上传等',
  allPortals: '全部平台',
  today: '今天',
  legend: '用途',
  hatched: '斜纹：非工作时间',
  workdays: (recorded: number, expected: number, isDay: boolean) =>
    expected === 0
      ? '这段时间没有工作日。'
      : isDay
        ? `这个工作日${recorded === 1 ? '有' : '还没有'}记录。`
        : `应记 ${expected} 个工作日，其中 ${recorded} 天有记录。`,
  coverage: '手机端、客户端软件不在统计内。',
  coverageMore: '还有什么没记到',
  sentence: '可以直接引用的一句话',
  quote: (p: {
    period: string;
    portals: string;
    time: string;
    after: string;
    entries: string;
    eligible: string;
    repeats: string;
  }) =>
    `${p.period}，我在 ${p.portals} 个政务平台上用了 ${p.time}，其中非工作时间 ${p.after}；填写 ${p.entries} 项，可比对的 ${p.eligible} 项中有 ${p.repeats} 项是以前或在别处填过的。由本人浏览器记录，是下限，不含手机和客户端。`,
  copy: '复制',
  purposeMs: (purpose: string, time: string) => `${purpose} ${time}`,
};

export const overview: Texts<typeof zhCN> = {
  'zh-CN': zhCN,
  'zh-TW': {
    notConsented: '還沒有同意開始記錄，所以這裡是空的。',
    setUp: '看說明並決定',
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
  },
  en: {
    notConsented: 'Recording has not been agreed to yet, so this is empty.',
    setUp: 'Read about it and decide',
    firstDay: 'Nothing yet. Open a portal that is on; figures appear after about a minute.',
    nothing: 'Nothing was recorded in this period.',
    time: 'Time on portals',
    repeats: 'Typed again',
    after: 'After hours',
    portals: 'Portals',
    perDay: (time) => `${time} a day on days with records`,
    against: (time, more) => `${time} ${more ? 'more' : 'less'} per workday than the period before`,
    againstSame: 'About the same per workday as the period before',
    usual: (days, time, more) => `${time} ${more ? 'more' : 'less'} than the average of the ${days} workdays before`,
    usualSame: (days) => `About the average of the ${days} workdays before`,
    ofEntries: (repeats, all) => `${repeats} of ${all} comparable fields`,
    young: 'The ledger is younger than 35 days, so the share is still low',
    ofTime: (share) => `${share} of the time`,
    switches: (count) => `${count} switches between portals`,
    byPortal: 'By portal',
    portal: 'Portal',
    share: 'Share',
    entries: 'Fields',
    submissions: 'Sent',
    acts: 'Check-ins, uploads etc.',
    allPortals: 'All portals',
    today: 'Today',
    legend: 'Purpose',
    hatched: 'Hatched: after hours',
    workdays: (recorded, expected, isDay) =>
      expected === 0
        ? 'No workday in this period.'
        : isDay
          ? `This workday has ${recorded === 1 ? 'records' : 'no records yet'}.`
          : `${recorded} of ${expected} ${expected === 1 ? 'workday' : 'workdays'} with records.`,
    coverage: 'Phones and desktop programs are not counted.',
    coverageMore: 'What else is not counted',
    sentence: 'One sentence to quote',
    quote: (p) =>
      `${p.period}: I spent ${p.time} on ${p.portals} government portals, ${p.after} of it outside working hours, and filled in ${p.entries} fields; of ${p.eligible} that can be compared I had typed ${p.repeats} before or elsewhere. Recorded by my own browser; a lower bound without phones and desktop programs.`,
    copy: 'Copy',
    purposeMs: (purpose, time) => `${purpose} ${time}`,
  },
};
