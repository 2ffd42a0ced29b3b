/** Clauses of the rules, worded as docs/rules.md quotes them. */
import type { ClauseId, Instrument, Strength } from '../../../../core/acts/clauses.ts';
import type { LocalizedTexts } from '../../localized-texts.ts';

export const clauses = {
  observed: '相关规定（这里只是观察到的功能，不是违规认定）',
  exception: '安保、应急等特殊场景除外',
  clause: (text: string, exception: string) => `${text}${exception === '' ? '' : `（${exception}）`}。`,
  from: (instruments: string, strength: string) => `出自${instruments}。${strength}。`,
  exempt: (count: string) => `其中 ${count} 次在您标为安保、应急的平台上。`,
  instrumentSeparator: '、',
  instruments: {
    'apps-2026': '国办函〔2026〕12号',
    'opinions-2023': '《关于防治“指尖上的形式主义”的若干意见》（2023）',
    'relief-2024': '《整治形式主义为基层减负若干规定》（2024）',
    local: '个别地方的规定',
  } as Readonly<Record<Instrument, string>>,
  strengths: { function: '看得到有这个功能', count: '看得到次数，看不出是否必要', hint: '仅供参考' } as Readonly<
    Record<Strength, string>
  >,
  clauses: {
    reporting: '不得随意或重复要求基层填表报数交材料',
    'report-once': '同类材料最多报一次',
    traces: '不以留痕代替实绩',
    photos: '非必要不强制上传工作照片、视频、截图',
    'check-in': '原则上不设打卡签到',
    'instant-reply': '不强制打卡接龙、即时响应',
    likes: '不以点赞、转发、投票数作为考评依据',
    ranking: '原则上不设积分排名',
    'online-time': '原则上不统计在线时长',
    install: '不强制推广下载，不通报安装使用率',
    'one-stop': '同类事项“一站式”平台、“一张表”',
    'off-hours': '非工作时间不布置工作：全国没有统一规定，个别地方有',
  } as Readonly<Record<ClauseId, string>>,
};
export type ClausesTexts = LocalizedTexts<typeof clauses>;
