/** Names of codes for readers of a report, in three languages. What has no name here is shown as its code. */
import lexicon from '../../data/lexicon.json' with { type: 'json' };

export const languages = ['zh-CN', 'zh-TW', 'en'] as const;
export type Language = (typeof languages)[number];

const rows: Readonly<Record<string, readonly [string, string, string]>> = {
  office: ['办公协同', '辦公協同', 'office work'],
  study: ['学习培训', '學習培訓', 'study and training'],
  'service-platform': ['政务服务平台', '政務服務平台', 'service platforms'],
  'gov-website': ['政府网站、新媒体', '政府網站、新媒體', 'government sites and media'],
  'forms-surveys': ['表单问卷', '表單問卷', 'forms and surveys'],
  economy: ['经济统计类', '經濟統計類', 'economy and statistics'],
  welfare: ['民生类', '民生類', 'welfare'],
  'land-rural': ['国土农村类', '國土農村類', 'land and countryside'],
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
};
const forms = lexicon.categories as unknown as Readonly<
  Record<string, { readonly seedTerm: Readonly<Record<Language, string>> }>
>;

export function nameOf(code: string, language: Language): string {
  const row = rows[code];
  if (row !== undefined) return row[languages.indexOf(language)] as string;
  return forms[code]?.seedTerm[language].split(/[／/（(]/)[0]?.trim() || code;
}
