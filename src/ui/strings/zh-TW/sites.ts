/** Texts of the catalogue groups, added sites and exemptions. */
import type { SitesTexts } from '../zh-CN/sites.ts';

export const sites: SitesTexts = {
  sites: '記錄哪些平台',
  version: (version) => `名錄版本 ${version}`,
  groups: '名錄裡的平台，按類別開關',
  groupsNote: '收的是工作中用的系統；專辦個人事務（報稅、社保、就醫、考試、公積金等）的網站絕不記錄。',
  group: (name, entries) => `${name}：${entries}\u00A0個`,
  asks: '開啟時瀏覽器會問是否允許',
  refused: '瀏覽器沒有允許，沒有開啟。',
  added: '自己加的網站',
  none: '還沒有加。單位內網、IP 加連接埠的系統可以在這裡加。',
  waits: '瀏覽器還沒有允許',
  allow: '允許',
  remove: '移除',
  pattern: '網站（如 10.1.2.3:8080、oa.example.cn、*.example.cn）',
  kind: '類別',
  add: '加入',
  wrong: '沒能加入：要寫成網站、網站:連接埠或 *.網站；信訪、舉報、法院和專辦個人事務（報稅、醫保等）的網站絕不記錄。',
  exempt: '哪些平台屬於安全、應急類',
  exemptNote: '規定對安保、應急等特殊場景有例外。屬於這一類的請勾出，不算作負擔。',
  exemptNone: '還沒有記錄過的平台。',
  unmarked: (count) => `本次開啟瀏覽器以來，有 ${count} 個帶密級標誌的頁面沒有記錄。`,
};
