/**
 * What a control does, by the words on it, in simplified and traditional Chinese and English.
 * docs/measurement.md, "Submission". The order decides: 保存草稿 is a draft, 查询结果导出 is no search.
 */
import type { CommitClass } from './events.ts';

const rules: readonly (readonly [CommitClass | null, RegExp])[] = [
  // Micro acts, files and leaving are no submissions of a form.
  [
    null,
    /取消|关闭|關閉|返回|打卡|签到|簽到|收到|点赞|點讚|转发|轉發|导出|匯出|导入|匯入|下载|下載|打印|列印|预览|預覽|上传|上傳|验证码|驗證碼|退出|cancel|close|back|export|print|preview|upload|download|choose|select/,
  ],
  ['draft', /暂存|暫存|草稿|draft/],
  ['search', /查询|查詢|搜索|搜尋|检索|檢索|查找|筛选|篩選|search|query|filter|^find/],
  ['reset', /重置|重設|清空|清除|reset|clear/],
  ['delete', /删除|刪除|移除|作废|作廢|delete|remove/],
  ['next', /下一步|上一步|下一页|上一页|下一頁|next|previous|continue/],
  ['login', /登录|登陆|登陸|登入|signin|login|log in|sign in/],
  ['confirm', /^(确定|確定|确认|確認|是|是的|好|好的|ok|yes|confirm)$/],
  [
    'commit',
    /提交|保存|儲存|存盘|上报|上報|报送|報送|送审|送審|呈报|呈報|申报|申報|办结|辦結|签收|簽收|发布|發布|發佈|发送|發送|送出|回复|回覆|答复|确定|確定|确认|確認|完成|采集|登记|登記|填报|填報|审批|submit|save|send|publish|post|reply|update|finish|complete|register|create/,
  ],
];

/** The class of a control, or null when it isn't one that settles a form. Long texts are no controls. */
export function commitClass(words: string): CommitClass | null {
  const plain = words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  if (plain.length === 0 || plain.length > 16) return null;
  return rules.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const fails =
  /失败|失敗|错误|錯誤|异常|異常|不能为空|不能為空|不可为空|必填|必选|请(先|填|输入|选|重)|請(先|填|輸入|選|重)|有误|有誤|不正确|不正確|不合法|格式不|已存在|已登记|重复提交|无效|無效|超时|逾時|未通过|不通过|未通過|failed|error|invalid|required|must be|cannot|please (enter|fill|select|correct)/;
const succeeds =
  /成功|已(提交|保存|上报|报送|发布|发送|送出|儲存|送審|送审|回复|办结|签收|更新|登记)|(提交|保存|上报|发布)完成|感谢您|謝謝|success|saved|submitted|sent|thank you|thanks/;

/** What a message on the page says of a commit. */
export function toastSays(words: string): 'toast-ok' | 'toast-failed' | null {
  const plain = words.toLowerCase();
  if (/^.{0,8}成功/.test(plain) && !/[不未]成功/.test(plain)) return 'toast-ok';
  if (fails.test(plain)) return 'toast-failed';
  return succeeds.test(plain) && !/[不未]成功|是否|吗[?？]/.test(plain) ? 'toast-ok' : null;
}
