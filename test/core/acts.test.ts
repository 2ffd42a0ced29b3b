import { describe, expect, it } from 'vitest';
import { dueAt, isReport, judgeWords, leadTime } from '../../src/core/act-rules.ts';
import { plainWords } from '../../src/core/act-words.ts';
import type { EpochMs, WordsSeen } from '../../src/core/events.ts';
import { compileLexicon } from '../../src/core/lexicon.ts';
import { secrecyMarks } from '../../src/core/secrecy.ts';
import { actRules, lexicon } from '../../src/data/index.ts';

const words = compileLexicon(lexicon, actRules);
const idsOf = (texts: readonly string[]) =>
  texts.flatMap((text) => {
    const plain = plainWords(text);
    return plain === ''
      ? []
      : Object.entries(words.patterns).flatMap(([id, p]) => (new RegExp(p).test(plain) ? [id] : []));
  });
const seen = (on: string, near: readonly string[], more: Partial<WordsSeen> = {}): WordsSeen => ({
  kind: 'words',
  at: 0 as EpochMs,
  sort: 'click',
  on: idsOf([on]),
  near: idsOf(near),
  count: 0,
  due: [],
  ...more,
});
const formOf = (on: string, near: readonly string[] = [], kind = 'party-building') =>
  judgeWords(seen(on, near), kind, [], idsOf(near))?.form ?? null;

describe('every precise term on a button is its form, in three scripts', () => {
  const skip = new Set(actRules.skip);
  const terms = Object.entries(lexicon.categories).flatMap(([form, { terms: all }]) =>
    form === 'fragmentation' || form === 'engagement-quota'
      ? []
      : all
          .filter((t) => t.where.includes('button') && t.precision === 'high' && !skip.has(t['zh-CN']))
          .flatMap((t) =>
            [t['zh-CN'], t['zh-TW'], t.en].flatMap((text) => (skip.has(text) ? [] : [[text, form] as const])),
          ),
  );
  it.each(terms)('%s is %s', (text, form) => expect(formOf(text)).toBe(form));
});

it('no word is no class', () => {
  expect(Object.entries(words.patterns).filter(([, pattern]) => new RegExp(pattern).test(''))).toEqual([]);
});

describe('what pressing a control with these words is', () => {
  it.each([
    ['打 卡', [], 'check-in'],
    ['立即打卡', [], 'check-in'],
    ['签到 (+5)', [], 'check-in'],
    ['打卡地', [], null],
    ['已签到', [], null],
    ['签到记录', [], null],
    ['打卡', ['考勤管理'], null],
    ['签到', ['视频会议'], null],
    ['Sign in', ['Login'], null],
    ['Sign in', [], null],
    ['確認收到', [], 'micro-directive'],
    ['签收', ['任务下发'], 'micro-directive'],
    ['签收', ['快递查询'], null],
    ['签收', ['公文处理'], null],
    ['收到', ['来文登记'], null],
    ['收到', ['来文单位'], 'micro-directive'],
    ['反馈', ['12345 工单'], null],
    ['点赞', ['积分排行榜'], 'engagement-quota'],
    ['点赞 12', ['积分排行榜'], 'engagement-quota'],
    ['点赞', ['今日要闻'], null],
    ['分享到微博', ['积分排行榜'], null],
    ['提交', ['查询条件'], null],
    ['提交', ['月报表'], 'multi-reporting'],
    ['上报', ['设备上报率'], null],
    ['收到的邮件', [], null],
    ['转发数', [], null],
    ['', [], null],
  ] as const)('%s near %j is %s', (on, near, form) => expect(formOf(on, near)).toBe(form));

  it('likes are a quota on systems of study and new media only', () => {
    expect(formOf('点赞', ['积分排行榜'], 'gov-website')).toBeNull();
    expect(formOf('点赞', ['积分排行榜'], 'party-study')).toBe('engagement-quota');
  });

  it('news is what systems of study have to study', () => {
    expect(formOf('转发', ['积分排行榜', '要闻'], 'party-study')).toBe('engagement-quota');
    expect(formOf('转发', ['要闻'], 'party-study')).toBeNull();
    expect(formOf('转发', ['积分排行榜', '要闻'], 'party-building')).toBeNull();
  });
});

describe('what a heading on screen is', () => {
  const shown = (on: string, near: readonly string[] = [], number = true, kind = 'party-building') => {
    const event = seen(on, [...near, on], { sort: 'shown' });
    const marks = ['title', number ? 'number' : 'none'];
    return judgeWords({ ...event, on: [...event.on, ...marks] }, kind, [], idsOf(near))?.feature ?? null;
  };
  it.each([
    ['排行榜', [], 'leaderboard'],
    ['支部积分排行榜', [], 'leaderboard'],
    ['各乡镇完成率', [], 'leaderboard'],
    ['完成率', [], null],
    ['GDP排名', [], null],
    ['排行榜', ['高校排名'], null],
    ['点击排行', [], null],
    ['学习时长', [], 'counter'],
    ['年度学时', [], 'counter'],
    ['学分', ['选课系统'], null],
    ['推广任务', [], 'promotion'],
    ['转发任务', [], 'task'],
  ] as const)('%s near %j: %s', (on, near, feature) => expect(shown(on, near)).toBe(feature));
  it('a leaderboard without figures is a menu', () => expect(shown('排行榜', [], false)).toBeNull());
  it('credits of students are none', () => expect(shown('学时', [], true, 'education')).toBeNull());
});

describe('presence prompts', () => {
  const answer = (on: string, dialog: string) => judgeWords(seen(on, [`dialog${dialog}`]), 'cadre-training', []);
  it.each([
    ['继续学习', '请确认您正在学习', 'prompt'],
    ['確定', '您是否還在學習？', 'prompt'],
    ['确定', '长时间未操作，请确认是否继续学习', 'prompt'],
    ['确定', '长时间未操作，请重新登录', undefined],
    ['确定', '确定要删除这条记录吗？', undefined],
  ])('%s to "%s": %s', (on, dialog, feature) => expect(answer(on, dialog)?.feature).toBe(feature));
});

describe('files', () => {
  const file = (label: string, near: readonly string[] = [], kind = 'party-building') =>
    judgeWords(seen('', [label, ...near], { sort: 'change' }), kind, [])?.form ?? null;
  it.each([
    ['现场照片', [], 'photo-proof'],
    ['*活動照片：', [], 'photo-proof'],
    ['佐证材料（必填）', [], 'trace-keeping'],
    ['帮扶记录', [], 'trace-keeping'],
    ['照片', [], null],
    ['证件照片', [], null],
    ['现场照片', ['行政执法'], null],
    ['附件', [], null],
    ['证明材料', ['办事指南'], null],
  ] as const)('%s near %j: %s', (label, near, form) => expect(file(label, near)).toBe(form));
  it('materials of an applicant are no traces of work', () =>
    expect(file('佐证材料', [], 'service-platform')).toBeNull());
});

describe('deadlines', () => {
  const at = (text: string) => new Date(text).getTime() as EpochMs;
  const now = at('2026-03-02T10:00:00');
  it.each([
    ['2026,3,2,17,30', '2026-03-02T17:30:00', 'same-day'],
    [',3,3,9,', '2026-03-03T09:00:00', 'under-24h'],
    ['2026,03,04,,', '2026-03-05T00:00:00', 'under-3d'],
    ['2026,3,8,12,00', '2026-03-08T12:00:00', 'under-7d'],
    ['2026,4,1,,', '2026-04-02T00:00:00', 'longer'],
    ['2026,3,1,,', '2026-03-02T00:00:00', null],
  ])('%s is %s, %s', (date, moment, lead) => {
    expect(dueAt(date, now)).toBe(at(moment));
    expect(leadTime(now, dueAt(date, now), at('2026-03-03T00:00:00'))).toBe(lead);
  });
  it('statutory ones are the work itself', () => {
    expect(
      judgeWords(seen('截止时间', ['招标公告'], { sort: 'shown', due: [',3,3,,'] }), 'gov-website', []),
    ).toBeNull();
    expect(judgeWords(seen('截止时间', [], { sort: 'shown', due: [',3,3,,'] }), 'gov-website', [])?.form).toBe(
      'deadline-reply',
    );
  });
});

describe('a report is a submission of three fields or more that its control led to', () => {
  it.each([
    [{ at: 2_000, fields: 3, outcome: 'sent' }, true],
    [{ at: 2_000, fields: 2, outcome: 'sent' }, false],
    [{ at: 2_000, fields: 9, outcome: 'failed' }, false],
    [{ at: 40_000, fields: 9, outcome: 'sent' }, false],
  ])('%j: %s', (sent, is) => expect(isReport(0, sent)).toBe(is));
});

describe('secrecy marks', () => {
  it.each([
    ['机密', true],
    ['機密★10年', true],
    ['秘密★长期', true],
    ['内部资料注意保存', true],
    ['密级：秘密', true],
    ['★', false],
    ['密级', false],
    ['机密文件管理制度培训', false],
    ['商业秘密保护', false],
  ])('%s: %s', (text, is) => expect(new RegExp(secrecyMarks.mark).test(text)).toBe(is));
});
