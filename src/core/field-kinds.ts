/**
 * What a field asks for, by the words beside it: a closed vocabulary, so that nothing of a page is kept.
 * The words live in src/data/field-kinds.json; the first kind whose word stands in the label wins.
 * docs/measurement.md, "Field kinds".
 */
export type Vocabulary = readonly (readonly [kind: string, words: RegExp])[];

export const vocabularyOf = (words: Readonly<Record<string, string>>): Vocabulary =>
  Object.entries(words).map(([kind, alternatives]) => [kind, new RegExp(alternatives)]);

/** The label as it is compared: NFKC, no white space, no marks, traditional and upper case left as they are. */
export const plainLabel = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/[\s*:：\p{P}\p{S}]/gu, '')
    .toLowerCase()
    .slice(0, 40);

/** Traditional characters that occur in the vocabulary's words, and the simplified ones that it is written in. */
const traditional =
  '證號機電話聯繫絡郵銀賬開戶屬務籍別齡關係數樓棟縣區鄉鎮鄰劃資補貼費價經積畝單門構業廠職類稱崗級負責辦請員車編碼時間種質狀態貧對總結匯報進標題項備註見審學歷婚黨組織織體溫';
const simplified =
  '证号机电话联系络邮银账开户属务籍别龄关系数楼栋县区乡镇邻划资补贴费价经积亩单门构业厂职类称岗级负责办请员车编码时间种质状态贫对总结汇报进标题项备注见审学历婚党组织织体温';

/** The kind that a label names, or null. */
export function fieldKindOf(vocabulary: Vocabulary, label: string): string | null {
  let plain = '';
  for (const c of plainLabel(label)) {
    const at = traditional.indexOf(c);
    plain += at < 0 ? c : simplified[at];
  }
  return vocabulary.find(([, words]) => words.test(plain))?.[0] ?? null;
}
