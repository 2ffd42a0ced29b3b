/**
 * How a page that must not be recorded is known (promise P8): a heading that is nothing but a secrecy mark.
 * Laid ready for pages by the worker, so that the content script stays small.
 */
export interface SecrecyMarks {
  /** Where headings stand, as a selector. */
  readonly where: string;
  /** Words of which each mark holds one, joined by `|`: most pages need not compile the expression. */
  readonly words: string;
  /** What one says, as a regular expression. */
  readonly mark: string;
}

const levels = '绝密|絕密|机密|機密|秘密';
/** Phrases that mark a page only when nothing else stands beside them. */
const phrases =
  '内部资料|內部資料|内部使用|內部使用|工作秘密|不得外传|不得外傳|涉密|涉密文件|涉密信息|涉密資訊|注意保存|注意保管|请勿外传|請勿外傳|严禁外传|嚴禁外傳';

/** 机 密 and 机密 are one mark: headings are often spaced. */
const spaced = (words: string) =>
  words
    .split('|')
    .map((word) => [...word].join('\\s*'))
    .join('|');

const level = `(?:${spaced(levels)})\\s*(?:★.{0,8})?`;

export const secrecyMarks: SecrecyMarks = {
  words: `${levels}|${phrases}`,
  where: 'title,h1,h2,h3,h4,[class*=title],[class*=banner],[class*=secret]',
  mark: `^\\s*(?:${level}|(?:${spaced('密级|密級')})\\s*[:：]?\\s*${level}|[\\[【(（]?(?:(?:${spaced(phrases)})[,，、;； ·!！]*)+[\\]】)）]?)\\s*$`,
};
