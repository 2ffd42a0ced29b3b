/** Texts of the tab "Overview", and texts for periods without records. */
import type { LocalizedTexts } from '../../localized-texts.ts';

export const overview = {
  notConsented: '尚未同意记录，所以这里没有内容。',
  setUp: '查看说明并决定',
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
export type OverviewTexts = LocalizedTexts<typeof overview>;
