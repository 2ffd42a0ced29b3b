/** Clauses of the rules in words; quoted as docs/rules.md quotes them. */
import type { ClauseId, Instrument, Strength } from '../../core/acts/clauses.ts';
import type { Texts } from './texts.ts';

const zhCN = {
  observed: '相关规定（这里只是观察到的功能，不是违规认定）',
  exception: '安保、应急等特殊场景除外',
  clause: (text: string, exception: string) => `${text}${exception === '' ? '' : `（${exception}）`}。`,
  from: (instruments: string, strength: string) => `出自${instruments}。${strength}。`,
  exempt: (count: string) => `其中 ${count} 次在您标为安保、应急的平台上。`,
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

export const clauseWords: Texts<typeof zhCN> = {
  'zh-CN': zhCN,
  'zh-TW': {
    observed: '相關規定（這裡只是觀察到的功能，不是違規認定）',
    exception: '安保、應急等特殊場景除外',
    clause: (text, exception) => `${text}${exception === '' ? '' : `（${exception}）`}。`,
    from: (instruments, strength) => `出自${instruments}。${strength}。`,
    exempt: (count) => `其中 ${count} 次在您標為安保、應急的平台上。`,
    instruments: {
      'apps-2026': '國辦函〔2026〕12號',
      'opinions-2023': '《關於防治「指尖上的形式主義」的若干意見》（2023）',
      'relief-2024': '《整治形式主義為基層減負若干規定》（2024）',
      local: '個別地方的規定',
    },
    strengths: { function: '看得到有這個功能', count: '看得到次數，看不出是否必要', hint: '僅供參考' },
    clauses: {
      reporting: '不得隨意或重複要求基層填表報數交材料',
      'report-once': '同類材料最多報一次',
      traces: '不以留痕代替實績',
      photos: '非必要不強制上傳工作照片、影片、截圖',
      'check-in': '原則上不設打卡簽到',
      'instant-reply': '不強制打卡接龍、即時回應',
      likes: '不以點讚、轉發、投票數作為考評依據',
      ranking: '原則上不設積分排名',
      'online-time': '原則上不統計線上時間',
      install: '不強制推廣下載，不通報安裝使用率',
      'one-stop': '同類事項「一站式」平台、「一張表」',
      'off-hours': '非工作時間不佈置工作：全國沒有統一規定，個別地方有',
    },
  },
  en: {
    observed: 'What the rules say (a feature that was seen, not a violation)',
    exception: 'except for security and emergencies',
    clause: (text, exception) => `${text}${exception === '' ? '' : ` (${exception})`}.`,
    from: (instruments, strength) => `From: ${instruments}. ${strength}.`,
    exempt: (count) => `${count} of them on portals that you marked as security or emergency work.`,
    instruments: {
      'apps-2026': 'State Council General Office letter 12 of 2026',
      'opinions-2023': 'Opinions on formalism at the fingertips (2023)',
      'relief-2024': 'Provisions on relieving the grass roots (2024)',
      local: 'local rules',
    },
    strengths: {
      function: 'Only shows that the portal has it',
      count: 'Shows how often, not whether it was needed',
      hint: 'A hint only',
    },
    clauses: {
      reporting: 'No arbitrary or repeated demands for forms, figures and materials',
      'report-once': 'Material of one kind is reported once at most',
      traces: 'Traces must not stand in for results',
      photos: 'No forced upload of work photos, videos or screenshots without need',
      'check-in': 'No check-ins as a rule',
      'instant-reply': 'No forced chains, check-ins or instant replies',
      likes: 'Likes, reposts and votes are no basis of assessment',
      ranking: 'No points rankings as a rule',
      'online-time': 'No counting of online time as a rule',
      install: 'No forced installs, no publishing of install rates',
      'one-stop': 'One platform and one form for one kind of matter',
      'off-hours': 'No tasks outside working hours: no national rule, but some places have one',
    },
  },
};
