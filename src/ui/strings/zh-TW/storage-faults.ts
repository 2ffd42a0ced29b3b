/** What prevents reading or writing the ledger, what is kept, and what to do. */
import type { StorageFaultsTexts } from '../zh-CN/storage-faults.ts';

export const storageFaults: StorageFaultsTexts = {
  full: { head: '磁碟滿了。', text: '剛才的記錄沒能存下，以前的都在。請騰出一些磁碟空間，記錄會自己繼續。' },
  newer: {
    head: '帳本來自較新的版本。',
    text: '帳本原樣都在，什麼都沒丟。請裝回較新版本的擴充功能；裝好之前存不下新的記錄。不要移除本擴充功能：移除會刪掉帳本。',
  },
  broken: {
    head: '瀏覽器讀寫帳本出錯。',
    text: '新的記錄沒能存下；以前的沒有刪。請先重新啟動瀏覽器；還不行，請管電腦的人看看磁碟。沒有備份時不要移除本擴充功能：移除會刪掉帳本。',
  },
  lost: {
    head: '帳本不見了。',
    text: '瀏覽器丟掉了帳本，多半是因為它的檔案壞了。已停止記錄。請重新同意後開始，再在「設定」裡從備份還原；沒有備份就找不回來了。',
  },
};
