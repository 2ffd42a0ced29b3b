/** Texts on storage faults: what prevents reading or writing the ledger, what is kept, and what the owner can do. */
import type { StorageFaultsTexts } from '../zh-CN/storage-faults.ts';

export const storageFaults: StorageFaultsTexts = {
  full: { head: '磁碟已滿。', text: '剛才的記錄沒有存下，以前的記錄都在。請清出一些磁碟空間，之後會自動繼續記錄。' },
  newer: {
    head: '帳本來自較新的版本。',
    text: '帳本完好，沒有遺失任何記錄。請裝回較新版本的擴充功能；裝好之前無法儲存新記錄。不要移除本擴充功能：移除會刪除帳本。',
  },
  broken: {
    head: '瀏覽器讀寫帳本出錯。',
    text: '新的記錄沒有存下；以前的記錄沒有刪除。請先重新啟動瀏覽器；仍不行，請維護電腦的人檢查磁碟。沒有備份時不要移除本擴充功能：移除會刪除帳本。',
  },
  lost: {
    head: '帳本已遺失。',
    text: '瀏覽器刪除了帳本，很可能是因為檔案損壞。記錄已停止。請重新同意並開始，再到「設定」裡從備份還原；沒有備份則無法找回。',
  },
};
