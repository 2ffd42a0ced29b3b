/** Words on controls and in messages, by class. docs/rules.md; data: src/data/lexicon.json. */
import type { BurdenForm } from './events.ts';

/** NFKC, no white space: libraries put a space inside two-character buttons. */
export const tight = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const acts: readonly (readonly [BurdenForm, RegExp])[] = [
  ['check-in', /^(打卡|签到|簽到|每日签到|立即签到|补签|签退|在岗签到|扫码签到|会议签到|报平安|点到)$/],
  ['micro-directive', /^(收到|已收到|确认收到|確認收到|签收|已阅|阅|阅知|回执|接龙|参与接龙|我要接龙|全员确认)$/],
  ['engagement-quota', /^(点赞|點贊|赞|转发|轉發|分享|评论|发表评论|收藏|投票|每日答题|每周答题|挑战答题)$/],
  ['photo-proof', /^(上传照片|上傳照片|上传图片|上传截图|拍照上传|水印相机|上传视频)$/],
];

/** The burden act that pressing a control with these words is, or null. */
export function actOf(words: string): BurdenForm | null {
  const text = tight(words);
  return acts.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
