/** Texts of the tab "Not counted". */
import type { CoverageTexts } from '../../zh-CN/dashboard/coverage.ts';

export const coverage: CoverageTexts = {
  missing: '沒有記錄的工作日：',
  paused: (time) => `您暫停記錄共 ${time}。`,
  never: '帳本看不到的',
  neverList: [
    '手機上的 App、微信群、釘釘裡的接龍、打卡、「收到」',
    '電腦上的用戶端軟體、Excel、IE 模式的視窗',
    '沒有加入、沒有允許的網站',
    '有密級標誌的頁面；信訪、舉報網站和專辦個人事務的網站（絕不記錄）',
  ],
  neverTail: '所以這裡的數是下限。',
  phone: '手機上的任務，可以點工具列圖示自己記下。',
  dropped: '未能完整記錄的',
  droppedNote: '只記次數和原因，不記內容；備份裡也有。',
  reason: '原因',
  count: '次數',
  none: '沒有。',
  unsure: '帳本目前有問題，這裡的次數不完整。',
  reasons: {
    'clock-moved': '電腦時鐘被改過',
    suspended: '電腦睡眠或頁面凍結超過一分鐘',
    overlap: '兩個頁面同時顯示為使用中，只計後一個',
    overlong: '時間長度不合理，已截斷',
    inconsistent: '算出的時間前後矛盾',
    'not-granted': '尚未允許記錄的網站',
    malformed: '格式錯誤，未接收',
    'too-many': '一次收到的記錄過多',
    recovered: '瀏覽器意外關閉，只記到最後一次儲存',
    'unreachable-frame': '無法存取的內嵌頁',
  },
  groups: '尚未允許記錄的平台',
  groupsNone: '名錄裡已開啟的平台都已允許。',
  groupsSome: (count) => `有 ${count} 類平台或網站已開啟，但瀏覽器尚未允許。`,
  toSettings: '到設定裡允許',
};
