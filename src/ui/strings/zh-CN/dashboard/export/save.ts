/** Texts of the export: saving the report, handing it over, and forgetting a saved month. */
import type { LocalizedTexts } from '../../../localized-texts.ts';

export const save = {
  json: '保存 JSON',
  csv: '保存 CSV（Excel 能打开）',
  csvNote: '同样的内容，一行一项；大小和校验码与 JSON 不同。',
  sealed: '保存密封文件',
  sealedNote: '密封的就是上面的内容；所有密封文件大小相同。',
  print: '打印这份月报',
  printNote: '用文字写出每一项，没有编号和校验码。',
  sheet: (month: string) => `${month}月报`,
  paper: '以上就是文件的全部内容。纸上没有编号和校验码，无法与交出去的文件对应。',
  done: (code: string) => `已保存。本扩展没有联网，文件在您的“下载”文件夹。校验码 ${code}。`,
  handOver: '请自己把文件直接交给研究者。想撤回时，把校验码告诉研究者即可。',
  forget: '完成并遗忘',
  forgetNote:
    '删除这个月的编号、抽签、校验码和导出记录，以后不能再导出这个月，也就没人能在这台电脑上再导出一份来比对。',
  forgetSure: '确认遗忘，不能撤销',
  forgot: '已经遗忘。',
  failed: '保存失败：',
  log: '导出记录（只在本机）',
};
export type SaveTexts = LocalizedTexts<typeof save>;
