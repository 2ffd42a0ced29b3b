/**
 * What a control does, by the words on it, in simplified and traditional Chinese and English.
 * docs/measurement.md, "Submission". The order decides: 保存草稿 is a draft, 查询结果导出 is no search.
 */
import type { CommitClass } from './events.ts';

const rules: readonly (readonly [CommitClass | null, RegExp])[] = [
  // Micro acts, files and leaving are no submissions of a form.
  [
    null,
    /取消|[关關][闭閉]|返回|打卡|[签簽]到|收到|[点點][赞讚]|[转轉][发發]|[导匯][出入]|下[载載]|打印|列印|[预預]|上[传傳]|[验驗]|退出|cancel|close|back|port|print|view|load|choose|select/,
  ],
  ['draft', /[暂暫]存|草稿|draft/],
  ['search', /查[询詢找]|搜|[检檢]索|[筛篩]|search|query|filter|^find/],
  ['reset', /重[置設]|清[空除]|reset|clear/],
  ['delete', /[删刪移]除|作[废廢]|delete|remove/],
  ['next', /[下上]一[步页頁]|next|previous/],
  ['login', /登[录陆陸錄入]|login|signin/],
  ['confirm', /^([确確][定认認]|是的?|好的?|ok|yes|confirm)$/],
  [
    'commit',
    /提交|[保儲]存|存[盘盤]|[上呈申填][报報]|[报報送][送审審出]|[办辦][结結]|[签簽]收|[发發][布佈送]|[回答][复覆復]|[确確][定认認]|完成|采集|登[记記]|submit|save|send|publish|post|reply|update|finish|complete|register|create/,
  ],
];

/** The class of a control, or null when it isn't one that settles a form. Long texts are no controls. */
export function commitClass(words: string): CommitClass | null {
  const plain = words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  if (plain.length === 0 || plain.length > 16) return null;
  return rules.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const fails =
  /失[败敗]|[错錯误誤]|[异異]常|不[能可得正合]|必[填选選]|[请請](先|填|[输輸]|[选選]|重)|已存|已登|重[复複]提|[无無]效|超[时時]|[未不]通|fail|error|invalid|required|must |cannot|please /;
const succeeds =
  /成功|已([提保送儲更]|[上回][报報复覆]|[报報发發办辦签簽])|完成|感[谢謝]|success|saved|submitted|sent|thank/;

/** What a message on the page says of a commit. */
export function toastSays(words: string): 'toast-ok' | 'toast-failed' | null {
  const plain = words.toLowerCase();
  if (/^.{0,8}成功/.test(plain) && !/[不未]成功/.test(plain)) return 'toast-ok';
  if (fails.test(plain)) return 'toast-failed';
  return succeeds.test(plain) && !/[不未]成功|是否|吗[?？]/.test(plain) ? 'toast-ok' : null;
}
