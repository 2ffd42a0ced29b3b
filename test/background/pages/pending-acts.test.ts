/** Counts the burden acts of a day from the words that pages send. The counts must be exact. */
import { describe, expect, it } from 'vitest';
import { type ActMemory, openPendingActs } from '../../../src/background/pages/pending-acts.ts';
import { foldActs } from '../../../src/core/days/fold/fold-acts.ts';
import type { EpochMs, LogEvent, SystemKey, TabKey, WordSort, WordsSeen } from '../../../src/core/events.ts';
import { wordClassesOf } from '../../support/word-classes.ts';

const idsOf = (...texts: string[]) => wordClassesOf(texts);

const start = new Date('2026-03-02T00:00:00').getTime() as EpochMs;
const dayEnd = new Date('2026-03-03T00:00:00').getTime() as EpochMs;

/**
 * Simulates pages and a worker that is restarted after every message. Only the saved memory of the worker remains, as
 * JSON.
 */
function restartingWorker(kinds: Record<string, string>) {
  let saved: string | undefined;
  const events: LogEvent[] = [];
  let clock = new Date('2026-03-02T09:00:00').getTime();
  const acts = () =>
    openPendingActs({
      load: async () => (saved === undefined ? undefined : (JSON.parse(saved) as ActMemory)),
      save: async (memory) => {
        saved = JSON.stringify(memory);
      },
    });
  const tab = 't1' as TabKey;
  return {
    wait(ms: number) {
      clock += ms;
    },
    async sendWords(
      system: string,
      sort: WordSort,
      on: string,
      near: string[] = [],
      more: Partial<WordsSeen> = {},
      marks: string[] = [],
    ) {
      clock += 1_000;
      const at = clock as EpochMs;
      const seen: WordsSeen = {
        kind: 'words',
        at,
        sort,
        on: [...idsOf(on), ...marks],
        near: idsOf(...near),
        count: 1,
        due: [],
        ...more,
      };
      const source = { tab, system: system as SystemKey, kind: kinds[system] ?? 'unknown', document: `d ${system}` };
      events.push(...(await acts().onWords([seen], source, at, dayEnd)));
    },
    show(system: string, title: string, near: string[] = [], more: Partial<WordsSeen> = {}) {
      return this.sendWords(system, 'shown', title, near, more, ['title', 'number']);
    },
    async submit(system: string, fields: number, outcome: 'sent' | 'failed' = 'sent') {
      clock += 2_000;
      const submission = {
        kind: 'submission',
        at: clock as EpochMs,
        system: system as SystemKey,
        outcome,
        family: null,
        fieldKinds: [],
        fields,
        eligible: 0,
        repeated: 0,
        ms: 40_000,
        nearDuplicate: false,
      } as LogEvent;
      events.push(...(await acts().confirm([submission])));
    },
    async view(system: string, ms: number) {
      const span = { kind: 'span', of: 'presence', start: clock as EpochMs, end: (clock + ms) as EpochMs } as const;
      clock += ms;
      events.push(...(await acts().onSpans([span], tab, system as SystemKey)));
    },
    day: () =>
      foldActs(events, new Map(Object.entries(kinds).map(([key, kind]) => [key as SystemKey, { kind }])), {
        start,
        end: dayEnd,
      }),
  };
}

describe('burden acts', () => {
  it('gives the exact counts of a day with every burden form', async () => {
    const burdenActs = restartingWorker({
      party: 'party-building',
      stats: 'statistics',
      study: 'cadre-training',
      oa: 'office-oa',
      gov: 'gov-website',
      mail: 'civility-volunteer',
    });
    // After a leaderboard was shown, likes count as a quota.
    await burdenActs.show('party', '支部积分排行榜');
    await burdenActs.view('party', 20_000);
    for (const word of ['签到', '立即打卡', '补签']) await burdenActs.sendWords('party', 'click', word, ['主题党日']);
    for (const word of ['点赞', '转发']) await burdenActs.sendWords('party', 'click', word, ['学习动态']);
    await burdenActs.sendWords('party', 'click', '上传照片', ['主题党日'], { count: 1 });
    burdenActs.wait(8_000);
    await burdenActs.sendWords('party', 'change', '', ['活动照片'], { count: 3 });
    await burdenActs.sendWords('party', 'change', '', ['佐证材料'], { count: 2 });
    await burdenActs.sendWords('party', 'paste', '', ['学习截图']);
    // Three reports to a higher office: one accepted, one refused, and one nil return.
    await burdenActs.sendWords('stats', 'click', '上报', ['月报表']);
    await burdenActs.submit('stats', 5);
    await burdenActs.sendWords('stats', 'click', '上报', ['月报表']);
    await burdenActs.submit('stats', 5, 'failed');
    await burdenActs.sendWords('stats', 'click', '零报告');
    for (const due of ['2026,3,2,17,30', '2026,3,3,9,00', '2026,3,2,17,30', '2026,3,1,,'])
      await burdenActs.show('stats', '填报截止', [], { due: [due] });
    await burdenActs.sendWords('stats', 'click', '催办');
    await burdenActs.show('study', '学习时长');
    await burdenActs.sendWords('study', 'click', '继续学习', ['dialog请确认您正在学习']);
    await burdenActs.sendWords('study', 'click', '确定', ['dialog长时间未操作，请重新登录']);
    await burdenActs.sendWords('oa', 'click', '收到', ['任务下发']);
    await burdenActs.sendWords('oa', 'reply', '');
    await burdenActs.sendWords('oa', 'click', '传阅');
    await burdenActs.show('mail', '推广任务');
    // Controls and texts that look like burden acts but are not counted.
    await burdenActs.sendWords('gov', 'click', '点赞', ['今日要闻']);
    await burdenActs.sendWords('gov', 'click', '提交', ['查询']);
    await burdenActs.show('gov', 'GDP排名');
    await burdenActs.show('gov', '截止时间', ['招标公告'], { due: ['2026,3,9,,'] });
    const day = burdenActs.day();
    const counts = Object.fromEntries(Object.entries(day.acts).map(([form, { count }]) => [form, count]));
    expect(counts).toEqual({
      ranking: 1,
      'check-in': 3,
      'engagement-quota': 2,
      'photo-proof': 4,
      'trace-keeping': 2,
      'multi-reporting': 2,
      'deadline-reply': 3,
      'online-duration': 2,
      'micro-directive': 2,
      'office-oa': 1,
      'forced-install': 1,
    });
    expect(day.leadTimes).toEqual({ 'same-day': 1, 'under-24h': 1 });
    expect(day.acts.ranking?.ms).toBe(20_000);
    expect(day.acts['photo-proof']?.ms).toBe(9_000);
    expect(day.acts['multi-reporting']?.ms).toBe(40_000);
  });

  it('counts the press of an upload button and the chosen file as one act if the file chooser cannot be observed', async () => {
    const burdenActs = restartingWorker({ party: 'party-building' });
    await burdenActs.sendWords('party', 'click', '上传照片', [], { count: 0 });
    await burdenActs.sendWords('party', 'change', '', ['上传照片'], { count: 1 });
    expect(burdenActs.day().acts['photo-proof']?.count).toBe(1);
  });

  it('counts a leaderboard once per document', async () => {
    const burdenActs = restartingWorker({ a: 'party-building', b: 'party-building' });
    for (const system of ['a', 'a', 'b']) await burdenActs.show(system, '排行榜');
    expect(burdenActs.day().acts.ranking?.count).toBe(2);
  });
});
