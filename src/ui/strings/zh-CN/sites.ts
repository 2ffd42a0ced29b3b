/** Texts on the groups of the catalogue, on sites that the owner adds, and on exempt portals. */
import type { LocalizedTexts } from '../localized-texts.ts';

export const sites = {
  sites: '记录哪些平台',
  version: (version: string) => `名录版本 ${version}`,
  groups: '名录里的平台，按类别开关',
  groupsNote: '名录收录工作中使用的平台；专办个人事务（报税、社保、就医、考试、公积金等）的网站绝不记录。',
  group: (name: string, entries: string) => `${name}：${entries}\u00A0个`,
  asks: '打开时浏览器会询问是否允许',
  refused: '浏览器未允许，没有打开。',
  added: '自行添加的网站',
  none: '尚未添加。单位内网和“IP:端口”形式的平台可以在这里添加。',
  waits: '浏览器尚未允许',
  allow: '允许',
  remove: '移除',
  pattern: '网站（如 10.1.2.3:8080、oa.example.cn、*.example.cn）',
  kind: '类别',
  add: '添加',
  wrong: '未能添加：请写成“网站”“网站:端口”或“*.网站”；信访、举报、法院和专办个人事务（报税、医保等）的网站绝不记录。',
  exempt: '哪些平台属于安保、应急类',
  exemptNote: '规定对安保、应急等特殊场景有例外。属于这一类的请勾选，勾选后不算作负担。',
  exemptNone: '还没有记录过任何平台。',
  unmarked: (count: string) => `本次打开浏览器以来，有 ${count} 个带密级标志的页面没有记录。`,
};
export type SitesTexts = LocalizedTexts<typeof sites>;
