/** Texts of the export: the step in which the owner checks every line. */
import type { LocalizedTexts } from '../../../localized-texts.ts';

export const check = {
  lines: '每一行',
  search: '查找',
  removeSelected: '删除所选',
  undo: '撤销',
  removed: (n: number) => `已删除 ${n} 行`,
  bytes: '文件内容',
  exact: 'JSON 文件的内容与这里完全一致',
  needed: '标着“必需”的行不能删，读懂文件要用到。',
  fixed: '必需',
  size: (n: number) => `${n} 字节`,
  code: (code: string) => `校验码 ${code}`,
  nothing: '这个月没有可导出的内容。没有生成任何文件。',
  differs: '与上次保存的文件不同：之后删除过记录，或统计口径有变。',
  empty: (part: string) => `本月抽到的是“${part}”，没有可写的内容；这份文件只说明这一点，统计时算作零。`,
  field: '项目',
  value: '内容',
  select: '选中',
  wasRemoved: '已删除',
};
export type CheckTexts = LocalizedTexts<typeof check>;
