/**
 * Words on controls that are burden acts. docs/rules.md; src/data/lexicon.json. Kept as text: the worker lays them
 * ready for pages beside the recording flag, so that the content script stays small.
 */
import type { BurdenForm } from './events.ts';

export const actWords: Readonly<Partial<Record<BurdenForm, string>>> = {
  'check-in': '打卡|(每日|立即|在岗|扫码|会议)?签到|簽到|补签|签退|报平安|点到',
  'micro-directive': '已?收到|[确確][认認]收到|签收|已?阅|阅知|回执|(参与|我要)?接龙|全员确认',
  'engagement-quota': '点?赞|點贊|转发|轉發|分享|(发表)?评论|收藏|投票|(每日|每周|挑战)答题',
  'photo-proof': '上[传傳](照片|图片|截图|视频)|拍照上传|水印相机',
};

/** The burden act that pressing a control with these words is, or null. NFKC, white space taken out. */
export function actOf(words: string, acts: typeof actWords): BurdenForm | null {
  const text = words.normalize('NFKC').replace(/\s/g, '');
  for (const form in acts) if (RegExp(`^(${acts[form as BurdenForm]})$`).test(text)) return form as BurdenForm;
  return null;
}
