/** Texts that the dashboard and the consent page share. */
import type { BurdenForm } from '../../../core/events.ts';
import type { LocalizedTexts } from '../localized-texts.ts';

export const screens = {
  lowerBound: '以上数字是下限：手机、聊天群、客户端软件和未加入的网站都看不到。平台用时本身不等于负担。',
  loading: '正在读取…',
  close: '关闭',
  copied: '已复制',
  notCopied: '复制失败，请选中文字后手动复制。',
  couldNot: '这部分读取失败',
  notRemoved: '删除失败，请重试。',
  kept: '没有删除任何数据。重试仍不行，请把下面的诊断信息交给维护电脑的人。',
  saidOnce: '这部分读取失败，原因见本页提示。',
  again: '重试',
  diagnosis: '复制诊断信息',
  diagnosisNote: '诊断信息只含版本和错误，不含网站和内容：',
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
