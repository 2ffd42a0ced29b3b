/** Texts on storage faults: what prevents reading or writing the ledger, what is kept, and what the owner can do. */
import type { State } from '../../../messages.ts';
import type { LocalizedTexts } from '../localized-texts.ts';

export const storageFaults = {
  full: { head: '磁盘已满。', text: '刚才的记录没有存下，以前的记录都在。请清理磁盘空间，之后会自动继续记录。' },
  newer: {
    head: '账本来自较新的版本。',
    text: '账本完好，没有丢失任何记录。请装回较新版本的扩展；装好之前无法保存新记录。不要卸载本扩展：卸载会删除账本。',
  },
  broken: {
    head: '浏览器读写账本出错。',
    text: '新的记录没有存下；以前的记录没有删除。请先重启浏览器；仍不行，请维护电脑的人检查磁盘。没有备份时不要卸载本扩展：卸载会删除账本。',
  },
  lost: {
    head: '账本已丢失。',
    text: '浏览器删除了账本，很可能是因为文件损坏。记录已停止。请重新同意并开始，再到“设置”里从备份恢复；没有备份则无法找回。',
  },
} satisfies Record<NonNullable<State['trouble']>, { head: string; text: string }>;
export type StorageFaultsTexts = LocalizedTexts<typeof storageFaults>;
