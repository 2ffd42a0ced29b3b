/** Figures as people read them. */
import type { BurdenForm } from '../core/events.ts';
import type { DaySummary } from '../core/summary.ts';

/** `1 小时 05 分`, `12 分`, `40 秒`. */
export function duration(ms: number): string {
  const s = Math.round(ms / 1000);
  if (s < 60) return `${s} 秒`;
  const m = Math.round(s / 60);
  return m < 60 ? `${m} 分` : `${Math.floor(m / 60)} 小时 ${String(m % 60).padStart(2, '0')} 分`;
}

export const actNames: Readonly<Record<BurdenForm, string>> = {
  'multi-reporting': '多头填报',
  'trace-keeping': '过度留痕',
  'photo-proof': '拍照截图',
  'check-in': '打卡签到',
  'deadline-reply': '限时回复',
  'micro-directive': '收到接龙',
  'engagement-quota': '点赞转发',
  ranking: '排名通报',
  'online-duration': '在线时长',
  'forced-install': '强制安装',
  fragmentation: '频繁切换',
  'after-hours': '工作之外',
  'office-oa': '公文流转',
};

export function Headline({ days }: { days: readonly DaySummary[] }) {
  const sum = (of: (day: DaySummary) => number) => days.reduce((all, day) => all + of(day), 0);
  const repeats = sum((d) => d.entries.repeatOtherSystem + d.entries.repeatSameSystem);
  const acts = sum((d) => Object.values(d.acts).reduce((n, a) => n + a.count, 0));
  return (
    <div className="figures">
      <div>
        <div className="figure">{duration(sum((d) => d.attentionMs))}</div>
        <div className="soft">在平台上</div>
      </div>
      <div>
        <div className="figure">{sum((d) => d.submissions.total)}</div>
        <div className="soft">次提交</div>
      </div>
      <div>
        <div className="figure">{repeats}</div>
        <div className="soft">处重复填写</div>
      </div>
      <div>
        <div className="figure">{acts}</div>
        <div className="soft">次打卡、留痕等</div>
      </div>
    </div>
  );
}

/** Said on every screen (promise P7). */
export const LowerBound = () => (
  <p className="soft">这是下限：手机、聊天群、客户端和未列入名录的网站看不到。平台上的时间本身不等于负担。</p>
);

/** Said on every screen while the ledger holds sample data. */
export const SampleNote = ({ sample }: { sample: boolean }) =>
  sample ? (
    <p role="status">
      <strong>这是样例数据，不是真人的账。</strong>
    </p>
  ) : null;
