/** What prevents reading or writing the ledger, what is kept, and what to do. */
import type { State } from '../../../messages.ts';
import type { LocalizedTexts } from '../localized-texts.ts';

export const storageFaults = {
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
} satisfies Record<NonNullable<State['trouble']>, { head: string; text: string }>;
export type StorageFaultsTexts = LocalizedTexts<typeof storageFaults>;
