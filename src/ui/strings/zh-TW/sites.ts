/** Texts on the groups of the catalogue, on sites that the owner adds, and on exempt portals. */
import type { SitesTexts } from '../zh-CN/sites.ts';

export const sites: SitesTexts = {
  sites: '記錄哪些平台',
  version: (version) => `名錄版本 ${version}`,
  groups: '名錄裡的平台，按類別開關',
  groupsNote: '名錄收錄工作中使用的平台；專辦個人事務（報稅、社保、就醫、考試、公積金等）的網站絕不記錄。',
  group: (name, entries) => `${name}：${entries}\u00A0個`,
  asks: '開啟時瀏覽器會詢問是否允許',
  refused: '瀏覽器未允許，沒有開啟。',
  added: '自行新增的網站',
  none: '尚未新增。單位內網和「IP:連接埠」形式的平台可以在這裡新增。',
  waits: '瀏覽器尚未允許',
  allow: '允許',
  remove: '移除',
  pattern: '網站（如 10.1.2.3:8080、oa.example.cn、*.example.cn）',
  kind: '類別',
  add: '新增',
  wrong:
    '未能新增：請寫成「網站」「網站:連接埠」或「*.網站」；信訪、舉報、法院和專辦個人事務（報稅、醫保等）的網站絕不記錄。',
  exempt: '哪些平台屬於安保、應急類',
  exemptNote: '規定對安保、應急等特殊場景有例外。屬於這一類的請勾選，勾選後不算作負擔。',
  exemptNone: '還沒有記錄過任何平台。',
  unmarked: (count) => `本次開啟瀏覽器以來，有 ${count} 個帶密級標誌的頁面沒有記錄。`,
};
