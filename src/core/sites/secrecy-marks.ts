/**
 * How content scripts recognise a page that must not be recorded (docs/privacy-model.md, P8). Such a page has a heading
 * that consists of a secrecy mark and nothing else. The worker stores these patterns in `storage.local`, where pages
 * read them, so that the content script stays small.
 */
export interface SecrecyMarks {
  /** Selector of headings. */
  readonly where: string;
  /**
   * Words, joined by `|`. Every mark contains one of them. Most pages contain none of these words and need not compile
   * `mark`.
   */
  readonly words: string;
  /** Regular expression that matches the text of a heading with a mark. */
  readonly mark: string;
}

const levels = '绝密|絕密|机密|機密|秘密';
/** Phrases that are a mark only when the heading has no other text. */
const phrases =
  '内部资料|內部資料|内部使用|內部使用|工作秘密|不得外传|不得外傳|涉密|涉密文件|涉密信息|涉密資訊|注意保存|注意保管|请勿外传|請勿外傳|严禁外传|嚴禁外傳';

/**
 * Returns the words as a pattern that allows white space between characters, because headings are often spaced: 机 密.
 */
const spaced = (words: string) =>
  words
    .split('|')
    .map((word) => [...word].join('\\s*'))
    .join('|');

const level = `(?:${spaced(levels)})\\s*(?:★.{0,8})?`;

/** The patterns for pages. */
export const secrecyMarks: SecrecyMarks = {
  words: `${levels}|${phrases}`,
  where: 'title,h1,h2,h3,h4,[class*=title],[class*=banner],[class*=secret]',
  mark: `^\\s*(?:${level}|(?:${spaced('密级|密級')})\\s*[:：]?\\s*${level}|[\\[【(（]?(?:(?:${spaced(phrases)})[,，、;； ·!！]*)+[\\]】)）]?)\\s*$`,
};
