/** Names of codes on the page, in the order of `languages`. A code without a name is shown as it is. */
import type { PhoneBurden } from '../../core/events.ts';
import type { ChangeBand, In, jobPosts, regions, Tier, UnitKind } from '../../core/report/report-format.ts';
import lexicon from '../../data/lexicon.json' with { type: 'json' };

/** The languages of the page. */
export const languages = ['zh-CN', 'zh-TW', 'en'] as const;
export type Language = (typeof languages)[number];

type NameRow = readonly [zhCN: string, zhTW: string, en: string];

/** Codes that need a name here. A check-in is also a burden form, so its name is in the lexicon. */
type NamedCode =
  | UnitKind
  | Tier
  | Exclude<PhoneBurden, 'check-in'>
  | ChangeBand
  | In<typeof regions>
  | In<typeof jobPosts>
  | 'withheld'
  | 'not-said'
  | 'forced-install'
  | 'true'
  | 'false';

/** Groups and buckets. */
const codeNames = {
  office: ['办公协同', '辦公協同', 'office work'],
  study: ['学习培训', '學習培訓', 'study and training'],
  'service-platform': ['政务服务平台', '政務服務平台', 'service platforms'],
  'gov-website': ['政府网站、新媒体', '政府網站、新媒體', 'government sites and media'],
  'forms-surveys': ['表单问卷', '表單問卷', 'forms and surveys'],
  economy: ['经济统计类', '經濟統計類', 'economy and statistics'],
  welfare: ['民生类', '民生類', 'welfare'],
  'land-rural': ['国土农村类', '國土農村類', 'land and rural affairs'],
  'law-emergency': ['政法应急类', '政法應急類', 'law and emergencies'],
  'party-mass': ['党群类', '黨群類', 'party and mass organisations'],
  other: ['其他', '其他', 'other'],
  'not-said': ['没有写', '沒有寫', 'not said'],
  'city-up': ['市级及以上', '市級及以上', 'city and above'],
  county: ['县级', '縣級', 'county'],
  township: ['乡镇街道、村社区', '鄉鎮街道、村社區', 'township, village'],
  withheld: ['暂不写', '暫不寫', 'withheld'],
  chain: ['接龙', '接龍', 'chain reply'],
  received: ['回“收到”', '回「收到」', 'replying "received"'],
  forward: ['转发点赞', '轉發點讚', 'forward and like'],
  photo: ['拍照上传', '拍照上傳', 'photo upload'],
  timer: ['计时', '計時', 'timer'],
  'ie-mode': ['IE 模式', 'IE 模式', 'IE mode'],
  client: ['桌面客户端', '桌面用戶端', 'desktop client'],
  spreadsheet: ['做表格', '做表格', 'spreadsheet'],
  chat: ['群聊', '群聊', 'chat groups'],
  'forced-install': ['强制安装', '強制安裝', 'forced installs'],
  'village-community': ['村、社区', '村、社區', 'village, community'],
  'office-staff': ['机关', '機關', 'office staff'],
  'frontline-service': ['窗口一线', '窗口一線', 'frontline service'],
  'teacher-medic': ['教师、医护', '教師、醫護', 'teachers, medical staff'],
  north: ['华北', '華北', 'North'],
  northeast: ['东北', '東北', 'Northeast'],
  east: ['华东', '華東', 'East'],
  central: ['华中', '華中', 'Central'],
  south: ['华南', '華南', 'South'],
  southwest: ['西南', '西南', 'Southwest'],
  northwest: ['西北', '西北', 'Northwest'],
  'much-less': ['少得多', '少得多', 'much less'],
  less: ['少一些', '少一些', 'less'],
  same: ['差不多', '差不多', 'the same'],
  more: ['多一些', '多一些', 'more'],
  'much-more': ['多得多', '多得多', 'much more'],
  true: ['是', '是', 'yes'],
  false: ['否', '否', 'no'],
} as const satisfies Readonly<Record<NamedCode, NameRow>>;

const fieldNames: Readonly<Record<string, NameRow>> = {
  coverage: ['有记录的天数', '有紀錄的天數', 'days with a record'],
  attention: ['时长', '時長', 'hours'],
  afterHours: ['非工作时间时长', '非工作時間時長', 'hours after hours'],
  repeatShare: ['重复填写占比', '重複填寫占比', 'share entered again'],
  entries: ['进入次数', '進入次數', 'entries'],
  submissions: ['提交次数', '提交次數', 'submissions'],
  repeats: ['重复次数', '重複次數', 'repeats'],
  frequency: ['次数', '次數', 'times'],
  minutes: ['每次分钟', '每次分鐘', 'minutes each time'],
  fields: ['栏目数', '欄位數', 'number of fields'],
  systems: ['要它的系统数', '要它的系統數', 'systems that ask for it'],
  count: ['次数', '次數', 'times'],
  days: ['天数', '天數', 'days'],
  burden: ['自评负担', '自評負擔', 'self-rated burden'],
  share: ['在本浏览器里的占比', '在本瀏覽器裡的占比', 'share of work in this browser'],
  recalled: ['回忆的时长', '回憶的時長', 'recalled hours'],
  shared: ['电脑合用或另有电脑', '電腦合用或另有電腦', 'shares the computer, or uses another'],
  change: ['与上月比', '與上月比', 'compared with last month'],
  hours: ['人时', '人時', 'person-hours'],
  things: ['项数', '項數', 'number of things'],
};

/** Statistics of `estimates.csv`. */
const statisticNames: Readonly<Record<string, NameRow>> = {
  mean: ['平均', '平均', 'mean'],
  'mean at least': ['平均（至少）', '平均（至少）', 'mean, at least'],
  'mean at most': ['平均（至多）', '平均（至多）', 'mean, at most'],
  median: ['中位数', '中位數', 'median'],
  'quantile 0.25': ['下四分位数', '下四分位數', 'lower quartile'],
  'quantile 0.75': ['上四分位数', '上四分位數', 'upper quartile'],
  'per person': ['每人', '每人', 'per person'],
  'per person at least': ['每人（至少）', '每人（至少）', 'per person, at least'],
  'total of the senders': ['提交者合计', '提交者合計', 'total of the senders'],
  'things per person': ['每人项数', '每人項數', 'things per person'],
  'person-hours per person': ['每人人时', '每人人時', 'person-hours per person'],
  'person-hours per person at least': ['每人人时（至少）', '每人人時（至少）', 'person-hours per person, at least'],
  'person-hours of the senders': ['提交者人时合计', '提交者人時合計', 'person-hours of the senders'],
  'cost per person': ['每人成本', '每人成本', 'cost per person'],
  'cost per person at least': ['每人成本（至少）', '每人成本（至少）', 'cost per person, at least'],
  'cost of the senders': ['提交者成本合计', '提交者成本合計', 'cost of the senders'],
  'share asked by 2 systems or more': ['两个及以上系统要', '兩個及以上系統要', '2 systems or more'],
};

/** Units behind the numbers of a bucket. */
const unitNames: Readonly<Record<string, NameRow>> = {
  h: [' 小时', ' 小時', ' h'],
  min: [' 分钟', ' 分鐘', ' min'],
  '%': [' %', ' %', ' %'],
  ' days': [' 天', ' 天', ' days'],
  '': ['', '', ''],
};

/** Burden forms have their names in the lexicon. */
const forms = lexicon.categories as unknown as Readonly<
  Record<string, { readonly seedTerm: Readonly<Record<Language, string>> }>
>;

/** Formats the label of a bucket: `5-10h` → 5–10 h; `80h-` → ≥ 80 h. Null for a label without numbers. */
function bucketName(label: string, index: number): string | null {
  const [, low, high, unit = '', open] = /^(\d+)(?:-(\d+))?(h|min|%)?(-)?( days)?$/.exec(label) ?? [];
  if (low === undefined) return null;
  const unitName = unitNames[label.endsWith(' days') ? ' days' : unit]?.[index] ?? unit;
  return `${open === undefined ? '' : '≥ '}${low}${high === undefined ? '' : `–${high}`}${unitName}`;
}

/** Returns the name of a group or a bucket. */
export function codeName(code: string, language: Language): string {
  const index = languages.indexOf(language);
  const row = (codeNames as Readonly<Record<string, NameRow>>)[code];
  if (row !== undefined) return row[index] as string;
  const form = forms[code]?.seedTerm[language].split(/[／/（(]/)[0]?.trim();
  return form || bucketName(code, index) || code;
}

/** Returns the name of a field of the report. */
export const fieldName = (field: string, language: Language): string =>
  fieldNames[field]?.[languages.indexOf(language)] ?? field;

const sharePrefix: NameRow = ['占比：', '占比：', 'share: '];
const noisePrefix: NameRow = ['去扰动平均，e=', '去擾動平均，e=', 'mean through noise, e='];
const againstSuffix: NameRow = ['，与 {} 比', '，與 {} 比', ', against {}'];

/** Returns the name of a statistic of `estimates.csv`. */
export function statisticName(statistic: string, language: Language): string {
  const index = languages.indexOf(language);
  const [base = '', earlierMonth] = statistic.split(' against ');
  const suffix = earlierMonth === undefined ? '' : (againstSuffix[index] as string).replace('{}', earlierMonth);
  const known = statisticNames[base]?.[index];
  if (known !== undefined) return known + suffix;
  const [, bucket] = /^share (.+)$/.exec(base) ?? [];
  if (bucket !== undefined) return `${sharePrefix[index]}${codeName(bucket, language)}${suffix}`;
  const [, e] = /^mean through noise e=(\d+)$/.exec(base) ?? [];
  return e === undefined ? statistic : `${noisePrefix[index]}${e}${suffix}`;
}
