/** What is wrong with the ledger, what is kept, what to do. */
import type { Texts } from './texts.ts';

const zhCN = {
  full: { head: '磁盘满了', text: '刚才的记录没能存下，以前的都在。请腾出一些磁盘空间，记录会自己继续。' },
  newer: {
    head: '账本由较新的版本写成',
    text: '这个较旧的版本不会改动它，也没有在记录。请装回较新的版本；账本原样都在。',
  },
  broken: {
    head: '账本打不开',
    text: '浏览器没能打开账本，没有删除任何东西。请重启浏览器。还打不开、又有备份文件的，可以重新安装后从备份恢复；没有备份请不要卸载：卸载会删掉账本。',
  },
  lost: {
    head: '账本不见了',
    text: '浏览器丢掉了账本，多半是因为它的文件坏了。已停止记录。请重新同意后开始，再在「设置」里从备份恢复；没有备份就找不回来了。',
  },
};

export const troubles: Texts<typeof zhCN> = {
  'zh-CN': zhCN,
  'zh-TW': {
    full: { head: '磁碟滿了', text: '剛才的記錄沒能存下，以前的都在。請騰出一些磁碟空間，記錄會自己繼續。' },
    newer: {
      head: '帳本由較新的版本寫成',
      text: '這個較舊的版本不會改動它，也沒有在記錄。請裝回較新的版本；帳本原樣都在。',
    },
    broken: {
      head: '帳本打不開',
      text: '瀏覽器沒能打開帳本，沒有刪除任何東西。請重新啟動瀏覽器。還打不開、又有備份檔案的，可以重新安裝後從備份還原；沒有備份請不要移除擴充功能：移除會刪掉帳本。',
    },
    lost: {
      head: '帳本不見了',
      text: '瀏覽器丟掉了帳本，多半是因為它的檔案壞了。已停止記錄。請重新同意後開始，再在「設定」裡從備份還原；沒有備份就找不回來了。',
    },
  },
  en: {
    full: {
      head: 'The disk is full',
      text: 'The last records could not be stored; earlier ones are safe. Please free some space, and recording goes on by itself.',
    },
    newer: {
      head: 'This ledger comes from a newer version',
      text: 'This older one leaves it alone and is not recording. Please install the newer version again; nothing is lost.',
    },
    broken: {
      head: 'The ledger cannot be opened',
      text: 'The browser could not open it; nothing was deleted. Please restart the browser. If that does not help and you have a backup file, reinstall the extension and restore it. Without a backup do not remove the extension: that deletes the ledger.',
    },
    lost: {
      head: 'The ledger is gone',
      text: 'The browser has thrown it away, most likely because its files were damaged. Recording has stopped. Please agree anew to begin, then restore a backup under Settings; without one it cannot be brought back.',
    },
  },
};
