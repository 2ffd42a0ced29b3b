/** What is wrong with the ledger, what is kept, what to do. */
import type { Texts } from './texts.ts';

const zhCN = {
  full: { head: '磁盘满了。', text: '刚才的记录没能存下，以前的都在。请腾出一些磁盘空间，记录会自己继续。' },
  newer: {
    head: '账本来自较新的版本。',
    text: '账本原样都在，什么都没丢。请装回较新版本的扩展；装好之前存不下新的记录。不要移除本扩展：移除会删掉账本。',
  },
  broken: {
    head: '浏览器读写账本出错。',
    text: '新的记录没能存下；以前的没有删。请先重启浏览器；还不行，请管电脑的人看看磁盘。没有备份时不要移除本扩展：移除会删掉账本。',
  },
  lost: {
    head: '账本不见了。',
    text: '浏览器丢掉了账本，多半是因为它的文件坏了。已停止记录。请重新同意后开始，再在“设置”里从备份恢复；没有备份就找不回来了。',
  },
};

export const troubles: Texts<typeof zhCN> = {
  'zh-CN': zhCN,
  'zh-TW': {
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
  },
  en: {
    full: {
      head: 'The disk is full.',
      text: 'The last records could not be stored; earlier ones are safe. Please free some space, and recording goes on by itself.',
    },
    newer: {
      head: 'This ledger comes from a newer version.',
      text: 'It is kept as it is; nothing is lost. Install the newer version of the extension over this one; until then nothing new can be stored. Don’t remove the extension: removing it deletes the ledger.',
    },
    broken: {
      head: 'The browser fails to read or write the ledger.',
      text: 'New records were not stored; earlier ones have not been deleted. Restart the browser first; if that does not help, have the disk looked at. Don’t remove the extension without a backup: removing it deletes the ledger.',
    },
    lost: {
      head: 'The ledger is gone.',
      text: 'The browser has thrown it away, most likely because its files were damaged. Recording has stopped. Please agree again to start, then restore a backup under Settings; without one it cannot be brought back.',
    },
  },
};
