/** Texts of the Not counted tab. */
import type { CoverageTexts } from '../../zh-CN/dashboard/coverage.ts';

export const coverage: CoverageTexts = {
  missing: '沒有記錄的工作日：',
  paused: (time) => `您自己暫停了 ${time}。`,
  never: '這個帳本看不到的',
  neverList: [
    '手機上的 App、微信群、釘釘裡的接龍、打卡、「收到」',
    '電腦上的用戶端軟體、Excel、IE 模式的視窗',
    '沒有加入、沒有允許的網站',
    '有密級標誌的頁面；信訪、舉報網站和專辦個人事務的網站（絕不記錄）',
  ],
  neverTail: '所以這裡的數是下限。',
  phone: '手機上的可以點工具列圖示，自己點一下記下來。',
  dropped: '沒能完整記進帳本的',
  droppedNote: '只記次數和原因，不記內容；備份裡也有。',
  reason: '原因',
  count: '次數',
  none: '沒有。',
  unsure: '帳本現在有問題，這裡還數不全。',
  reasons: {
    'clock-moved': '電腦時鐘被改過',
    suspended: '電腦睡眠或頁面凍結超過一分鐘',
    overlap: '兩處同時聲稱在用，只算後來的',
    overlong: '長得不合理，已截斷',
    inconsistent: '算出的時間自相矛盾',
    'not-granted': '還沒有允許的網站',
    malformed: '格式不對，沒有收下',
    'too-many': '一次來得太多',
    recovered: '瀏覽器突然關閉，記到最後一次存檔',
    'unreachable-frame': '搆不到的內嵌頁',
  },
  groups: '還沒有允許記錄的平台',
  groupsNone: '名錄裡開著的平台都已允許。',
  groupsSome: (count) => `有 ${count} 類平台或網站開著，但瀏覽器還沒有允許。`,
  toSettings: '去設定裡允許',
};
