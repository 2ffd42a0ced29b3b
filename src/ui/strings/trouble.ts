/** What is wrong with the ledger, what is kept, what to do. */
import type { Texts } from './texts.ts';

const zhCN = {
  full: { head: '磁盘满了', text: '刚才的记录没能存下，以前的都在。请腾出一些磁盘空间，记录会自己继续。' },
  newer: {
    head: '账本来自更新的版本',
    text: '这个账本由更新的版本写过，旧版本不敢改它。请装回新版本；账本原样都在。',
  },
  broken: {
    head: '账本打不开',
    text: '浏览器没能打开账本。请重启浏览器；仍不行，有备份的话，可以重新安装后从备份恢复。没有删除任何东西。',
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
      head: '帳本來自更新的版本',
      text: '這個帳本由更新的版本寫過，舊版本不敢改它。請裝回新版本；帳本原樣都在。',
    },
    broken: {
      head: '帳本打不開',
      text: '瀏覽器沒能打開帳本。請重啟瀏覽器；仍不行，有備份的話，可以重新安裝後從備份還原。沒有刪除任何東西。',
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
      text: 'A newer version has written to it, so this one leaves it alone. Please install the newer version again; nothing is lost.',
    },
    broken: {
      head: 'The ledger cannot be opened',
      text: 'The browser could not open it. Please restart the browser; if that does not help and you have a backup, install the extension anew and restore it. Nothing was deleted.',
    },
    lost: {
      head: 'The ledger is gone',
      text: 'The browser has thrown it away, most likely because its files were damaged. Recording has stopped. Please agree anew to begin, then restore a backup under Settings; without one it cannot be brought back.',
    },
  },
};
