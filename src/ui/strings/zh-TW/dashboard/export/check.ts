/** Texts of the export: the step in which the owner checks every line. */
import type { CheckTexts } from '../../../zh-CN/dashboard/export/check.ts';

export const check: CheckTexts = {
  lines: '每一列',
  search: '尋找',
  removeSelected: '刪除所選',
  undo: '復原',
  removed: (n) => `已刪除 ${n} 列`,
  bytes: '檔案內容',
  exact: 'JSON 檔案的內容與這裡完全一致',
  needed: '標著「必要」的列不能刪，讀懂檔案要用到。',
  fixed: '必要',
  size: (n) => `${n} 位元組`,
  code: (code) => `檢查碼 ${code}`,
  nothing: '這個月沒有可匯出的內容。沒有產生任何檔案。',
  differs: '與上次儲存的檔案不同：之後刪除過記錄，或統計定義有變。',
  empty: (part) => `本月抽到的是「${part}」，沒有可寫的內容；這份檔案只說明這一點，統計時算作零。`,
  field: '項目',
  value: '內容',
  select: '選取',
  wasRemoved: '已刪除',
};
