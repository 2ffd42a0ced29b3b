/** Texts that the dashboard and the consent page share. */
import type { BurdenForm } from '../../../core/events.ts';
import type { LocalizedTexts } from '../localized-texts.ts';

export const screens = {
  lowerBound: '以上数字是下限：手机、聊天群、客户端软件和未加入的网站看不到。平台上的时间本身不等于负担。',
  loading: '正在读取…',
  close: '关闭',
  copied: '已复制',
  notCopied: '没能复制，请选中文字后自己复制。',
  couldNot: '这一块没能读出来',
  notRemoved: '没能删除，请再试一次。',
  kept: '没有删除任何东西。再试仍不行，请把下面的诊断信息交给帮您管电脑的人。',
  saidOnce: '这一块没能读出来，原因见本页的提示。',
  again: '再试一次',
  diagnosis: '复制诊断信息',
  diagnosisNote: '诊断信息只有版本和错误，没有网站和内容：',
  scrolls: '表格比屏幕宽，可以左右滚动。',
  languages: '语言',
  listSeparator: '、',
  fullStop: '。',
  acts: {
    'multi-reporting': '多头填报',
    'trace-keeping': '过度留痕',
    'photo-proof': '拍照上传',
    'check-in': '打卡签到',
    'deadline-reply': '限时回复',
    'micro-directive': '“收到”与接龙',
    'engagement-quota': '点赞转发',
    ranking: '排名通报',
    'online-duration': '在线时长',
    'forced-install': '强制安装',
    fragmentation: '频繁切换',
    'after-hours': '非工作时间',
    'office-oa': '公文流转',
  } satisfies Record<BurdenForm, string>,
};
export type ScreensTexts = LocalizedTexts<typeof screens>;
