/**
 * Tests which words of the shipped lexicon a page recognises and the worker counts as burden acts. An *excluding word*
 * (`friend` in the data) is a word nearby that gives a word another meaning, so that this word does not count.
 * docs/rules.md
 */
import { describe, expect, it } from 'vitest';
import { compileActWords, normalizeLabel } from '../../../src/core/acts/act-words.ts';
import { compileLexicon, hintsOf } from '../../../src/core/acts/compile-lexicon.ts';
import { judgeWords, leadTimeOf, parseDueDate } from '../../../src/core/acts/judge-act.ts';
import type { EpochMs, WordsSeen } from '../../../src/core/events.ts';
import { actRules, lexicon } from '../../../src/data/index.ts';
import { wordClassesOf } from '../../support/word-classes.ts';

const words = compileLexicon(lexicon, actRules);
const { classesOf, friendsIn, dialogSays } = compileActWords(words);
/** Returns the classes of words that a page sends for a control with the text `on` and the nearby texts `near`. */
const wordsSeen = (on: string, near: readonly string[], more: Partial<WordsSeen> = {}): WordsSeen => ({
  kind: 'words',
  at: 0 as EpochMs,
  sort: 'click',
  on: wordClassesOf([on]),
  near: wordClassesOf(near),
  count: 0,
  due: [],
  ...more,
});
const formOf = (on: string, near: readonly string[] = [], kind = 'party-building') =>
  judgeWords(wordsSeen(on, near), kind, [], wordClassesOf(near))?.form ?? null;

describe('every precise term of the lexicon on a button, in all languages', () => {
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
  it.each(terms)('counts %s as %s', (text, form) => expect(formOf(text)).toBe(form));
});

it('finds no class, no excluding word and no prompt in an empty text', () => {
  expect([...classesOf(''), ...friendsIn(''), ...dialogSays('')]).toEqual([]);
});

describe('a pressed control', () => {
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
  ] as const)('judges %s near %j as %s', (on, near, form) => expect(formOf(on, near)).toBe(form));

  it('counts likes as a quota only on portals for study and new media', () => {
    expect(formOf('点赞', ['积分排行榜'], 'gov-website')).toBeNull();
    expect(formOf('点赞', ['积分排行榜'], 'party-study')).toBe('engagement-quota');
  });

  it('counts shares near news as a quota only on portals for study', () => {
    expect(formOf('转发', ['积分排行榜', '要闻'], 'party-study')).toBe('engagement-quota');
    expect(formOf('转发', ['要闻'], 'party-study')).toBeNull();
    expect(formOf('转发', ['积分排行榜', '要闻'], 'party-building')).toBeNull();
  });
});

describe('a heading on the page', () => {
  const shown = (on: string, near: readonly string[] = [], number = true, kind = 'party-building') => {
    const event = wordsSeen(on, [...near, on], { sort: 'shown' });
    const marks = ['title', number ? 'number' : 'none'];
    return judgeWords({ ...event, on: [...event.on, ...marks] }, kind, [], wordClassesOf(near))?.feature ?? null;
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
  ] as const)('judges %s near %j as %s', (on, near, feature) => expect(shown(on, near)).toBe(feature));
  it('ignores a leaderboard without numbers', () => expect(shown('排行榜', [], false)).toBeNull());
  it('ignores study time on education portals, because this time belongs to students', () =>
    expect(shown('学时', [], true, 'education')).toBeNull());
});

describe('the counter-examples of the lexicon', () => {
  type Example = readonly [
    sort: 'press' | 'shown' | 'file' | 'due',
    on: string,
    near: readonly string[],
    kind?: string,
  ];
  /** Returns the verdict on an example, or null if the example does not count. */
  const verdictOn = ([sort, on, near, kind = 'gov-website']: Example) => {
    if (sort === 'press') return judgeWords(wordsSeen(on, near), kind, [], wordClassesOf(near));
    if (sort === 'file') return judgeWords(wordsSeen('', [on, ...near], { sort: 'change' }), kind, []);
    const due = sort === 'due' ? [',3,3,,'] : [];
    const event = wordsSeen(on, [...near, on], { sort: 'shown', due });
    return judgeWords({ ...event, on: [...event.on, 'title', 'number'] }, kind, [], wordClassesOf(near));
  };
  const examples: Readonly<Record<string, readonly Example[]>> = {
    '“提交”“导入”“导出”单独出现在搜索、登录、下载页': [
      ['press', '提交', ['全文检索']],
      ['press', '提交', ['用户登录', '月报表']],
      ['press', '导入', []],
      ['press', '导出', ['下载中心']],
    ],
    '“日报/周报/月报”作为报纸或新闻栏目名（人民日报、法治日报）': [
      ['press', '日报', []],
      ['press', '人民日报', []],
      ['press', '提交', ['法治日报', '月报']],
    ],
    '“上报”在硬件/监控中表示数据上行（上报率、设备上报）': [
      ['press', '上报', ['设备监控']],
      ['shown', '设备上报率', []],
    ],
    '填报志愿（高考）等面向公众的办事表单：窗口代办≠基层填报': [
      ['press', '填报', ['高考志愿']],
      ['press', '填报志愿', []],
    ],
    '“报送”在新闻正文中出现': [['press', '报送', ['新闻动态']]],
    '法定档案/执法文书/财务凭证上传属必要留存': [
      ['file', '扫描件', ['档案管理']],
      ['file', '佐证材料', ['行政执法文书']],
      ['file', '证明材料', ['报销凭证']],
    ],
    '群众办事申请附件（一网通办前台）': [
      ['file', '佐证材料', [], 'service-platform'],
      ['file', '证明材料', ['在线申请']],
    ],
    '地图类站点的“轨迹/定位”': [
      ['file', '轨迹', ['地图']],
      ['press', '定位', []],
    ],
    '普通文件下载列表的“附件”': [['file', '附件', ['文件下载']]],
    '证件照/头像上传': [
      ['file', '证件照', []],
      ['file', '头像', []],
      ['press', '上传照片', ['证件照']],
    ],
    '市容、应急、执法现场照片属业务必需（标“安保应急”豁免）': [
      ['file', '现场照片', ['市容巡查']],
      ['file', '现场照片', ['行政执法']],
    ],
    '“截图”在技术帮助文档中': [['file', '截图', ['常见问题']]],
    '单位法定考勤（上下班打卡）应单列，不计入形式主义': [['press', '打卡', ['上下班']]],
    '“签到”用于视频会议入会': [
      ['press', '签到', ['视频会议']],
      ['press', '签到', [], 'mail-meeting'],
    ],
    '酒店/快递“签收”': [
      ['press', '签收', ['快递']],
      ['press', '签到', ['酒店入住']],
    ],
    '“打卡”作旅游用语（打卡地）': [
      ['press', '打卡地', []],
      ['press', '打卡', ['旅游攻略']],
    ],
    '法定办件时限（行政许可承诺时限）': [['due', '办理时限', ['行政许可']]],
    '招标、报名、考试截止': [
      ['due', '截止时间', ['招标公告']],
      ['due', '截止日期', ['报名须知']],
      ['due', '截止时间', ['公务员考试']],
    ],
    '网站公告“征求意见截止”': [['due', '截止日期', ['征求意见']]],
    待办数量徽标可能含已阅通知: [['shown', '待办', []]],
    '快递/公文法定“签收”': [
      ['press', '签收', ['公文']],
      ['press', '签收', ['运单']],
    ],
    '12345 工单“反馈”为对群众答复': [['press', '反馈', ['12345 工单', '任务下发']]],
    '“已读/未读”是邮箱状态': [
      ['press', '已读', ['收件箱']],
      ['press', '未读', []],
    ],
    个人自愿浏览新闻: [['press', '点赞', ['新闻'], 'party-building']],
    文章页通用社交组件: [
      ['press', '分享', []],
      ['press', '点赞', [], 'party-study'],
    ],
    '政务公开站“分享到微博”': [['press', '分享到微博', ['政务公开']]],
    '经济数据/空气质量/高校排名等业务内容': [
      ['shown', '排名', ['GDP']],
      ['shown', '排行榜', ['空气质量']],
      ['shown', '排行榜', ['高校']],
    ],
    '搜索结果“热度排行”、新闻“点击排行”': [
      ['shown', '排行榜', ['热度']],
      ['shown', '排行榜', ['点击排行']],
    ],
    '社保积分入户、驾驶证记分': [
      ['shown', '我的积分', ['入户积分']],
      ['shown', '总积分', ['驾驶证记分']],
    ],
    '“完成率”在施工进度中': [['shown', '完成率', ['施工进度', '单位排名']]],
    '“长时间未操作”常是安全超时登出而非学习防挂机': [
      ['press', '确定', ['dialog长时间未操作，为了您的安全已退出'], 'cadre-training'],
    ],
    视频站普通进度条: [['shown', '课程进度', []]],
    '学历教育学分（学生）': [
      ['shown', '学分', ['本科教学']],
      ['shown', '年度学时', [], 'education'],
    ],
    '普通网站 APP 推广条幅': [
      ['press', '下载APP', []],
      ['shown', '扫码下载', []],
    ],
    首次登录实名认证: [['press', '实名认证', ['首次登录']]],
    '企业 OA；新闻“批示”': [
      ['press', '会签', ['企业办公']],
      ['shown', '批示', ['新闻']],
    ],
  };
  /** Counter-examples that do not depend on words, but on times, places, passwords or the length of a reply. */
  const otherExamples = [
    '“收到”出现在对话正文（内容不得读取）',
    '普通登录页文案',
    '浏览器自动登录',
    '值班值守、防汛、应急属豁免场景（用户可标记）',
    '调休日历差异（中国调休工作日）',
  ];
  it('has an example of every counter-example in the lexicon, except those that do not depend on words', () => {
    const { categories } = lexicon as unknown as { categories: Record<string, { counterExamples: string[] }> };
    expect([...Object.keys(examples), ...otherExamples].sort()).toEqual(
      Object.values(categories)
        .flatMap((c) => c.counterExamples)
        .sort(),
    );
    expect(Object.keys(words.classes).filter((id) => / (fragmentation|after-hours)$/.test(id))).toEqual([]);
  });
  it.each(Object.entries(examples).flatMap(([rule, all]) => all.map((example) => [rule, example] as const)))(
    'by the rule "%s", does not count %j',
    (_rule, example) => expect(verdictOn(example)).toBeNull(),
  );
});

describe('presence prompts', () => {
  const judgeAnswer = (on: string, dialog: string) =>
    judgeWords(wordsSeen(on, [`dialog${dialog}`]), 'cadre-training', []);
  it.each([
    ['继续学习', '请确认您正在学习', 'prompt'],
    ['確定', '您是否還在學習？', 'prompt'],
    ['确定', '长时间未操作，请确认是否继续学习', 'prompt'],
    ['确定', '长时间未操作，请重新登录', undefined],
    ['确定', '确定要删除这条记录吗？', undefined],
  ])('judges the answer %s to the dialog "%s" as %s', (on, dialog, feature) =>
    expect(judgeAnswer(on, dialog)?.feature).toBe(feature),
  );
});

describe('chosen files', () => {
  const file = (label: string, near: readonly string[] = [], kind = 'party-building') =>
    judgeWords(wordsSeen('', [label, ...near], { sort: 'change' }), kind, [])?.form ?? null;
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
  ] as const)('judges a file with label %s near %j as %s', (label, near, form) => expect(file(label, near)).toBe(form));
  it('ignores the materials of an applicant on a service platform', () =>
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
  ])('reads date %s as the deadline %s with lead time %s', (date, moment, lead) => {
    expect(parseDueDate(date, now)).toBe(at(moment));
    expect(leadTimeOf(now, parseDueDate(date, now), at('2026-03-03T00:00:00'))).toBe(lead);
  });
  it('ignores statutory deadlines, because such deadlines belong to the work itself', () => {
    expect(
      judgeWords(wordsSeen('截止时间', ['招标公告'], { sort: 'shown', due: [',3,3,,'] }), 'gov-website', []),
    ).toBeNull();
    expect(judgeWords(wordsSeen('截止时间', [], { sort: 'shown', due: [',3,3,,'] }), 'gov-website', [])?.form).toBe(
      'deadline-reply',
    );
  });
});

it('every word of a heading or deadline contains a hint', () => {
  const hints = hintsOf(words).page.split('|');
  const shown = Object.entries(words.classes).flatMap(([id, list]) =>
    /^(heading|medium|due) /.test(id) ? list.split('|') : [],
  );
  const texts = ['', '全县', '本月'].flatMap((unit) =>
    shown.flatMap((word) => ['', '表', '排名'].map((tail) => unit + word + tail)),
  );
  const recognised = texts.filter((text) => classesOf(text).some((id) => /^(heading|medium|due) /.test(id)));
  expect(recognised.length).toBeGreaterThan(shown.length / 2);
  expect(recognised.filter((text) => !hints.some((h) => text.includes(h)))).toEqual([]);
});

it('finds the same excluding words in joined texts as in single texts', () => {
  const texts = ['来文单位', '快递（顺丰', '公 文', '诉求)12345', '12345', '执', '法', ''];
  const separately = new Set(texts.flatMap((text) => friendsIn(normalizeLabel(text))));
  expect(separately.size).toBeGreaterThan(0);
  expect(new Set(friendsIn(normalizeLabel(texts.join('\0'))))).toEqual(separately);
});
