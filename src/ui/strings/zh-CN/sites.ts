/** Texts of the catalogue groups, added sites and exemptions. */
import type { LocalizedTexts } from '../localized-texts.ts';

export const sites = {
  sites: '记录哪些平台',
  version: (version: string) => `名录版本 ${version}`,
  groups: '名录里的平台，按类别开关',
  groupsNote: '收的是工作中用的系统；专办个人事务（报税、社保、就医、考试、公积金等）的网站绝不记录。',
  group: (name: string, entries: string) => `${name}：${entries}\u00A0个`,
  asks: '打开时浏览器会问是否允许',
  refused: '浏览器没有允许，没有打开。',
  added: '自己加的网站',
  none: '还没有加。单位内网、IP 加端口的系统可以在这里加。',
  waits: '浏览器还没有允许',
  allow: '允许',
  remove: '去掉',
  pattern: '网站（如 10.1.2.3:8080、oa.example.cn、*.example.cn）',
  kind: '类别',
  add: '加上',
  wrong: '没能加上：要写成网站、网站:端口或 *.网站；信访、举报、法院和专办个人事务（报税、医保等）的网站绝不记录。',
  exempt: '哪些平台属于安全、应急类',
  exemptNote: '规定对安保、应急等特殊场景有例外。属于这一类的请勾出，不算作负担。',
  exemptNone: '还没有记录过的平台。',
  unmarked: (count: string) => `本次打开浏览器以来，有 ${count} 个带密级标志的页面没有记录。`,
};
export type SitesTexts = LocalizedTexts<typeof sites>;
