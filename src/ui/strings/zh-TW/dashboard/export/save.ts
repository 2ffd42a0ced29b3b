/** Texts of the export: saving the report, handing it over, and forgetting a saved month. */
import type { SaveTexts } from '../../../zh-CN/dashboard/export/save.ts';

export const save: SaveTexts = {
  json: '儲存 JSON',
  csv: '儲存 CSV（Excel 能開啟）',
  csvNote: '同樣的內容，一列一項；大小和檢查碼與 JSON 不同。',
  sealed: '儲存密封檔案',
  sealedNote: '密封的就是上面的內容；所有密封檔案大小相同。',
  print: '列印這份月報',
  printNote: '用文字寫出每一項，沒有編號和檢查碼。',
  sheet: (month) => `${month}月報`,
  paper: '以上就是檔案的全部內容。紙上沒有編號和檢查碼，無法與交出去的檔案對應。',
  done: (code) => `已儲存。本擴充功能沒有連網，檔案在「下載」資料夾。檢查碼 ${code}。`,
  handOver: '請自己把檔案直接交給研究者。想撤回時，把檢查碼告訴研究者即可。',
  forget: '完成並遺忘',
  forgetNote:
    '刪除這個月的編號、抽籤、檢查碼和匯出記錄，以後不能再匯出這個月，也就沒人能在這台電腦上再匯出一份來比對。',
  forgetSure: '確認遺忘，不能復原',
  forgot: '已經遺忘。',
  failed: '儲存失敗：',
  log: '匯出記錄（只在本機）',
};
