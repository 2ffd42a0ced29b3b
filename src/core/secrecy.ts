/**
 * How a page that must not be recorded is known (promise P8): a heading that is nothing but a secrecy mark.
 * Laid ready for pages by the worker, so that the content script stays small.
 */
export interface SecrecyMarks {
  /** Where headings stand, as a selector. */
  readonly where: string;
  /** What one says, as a regular expression. */
  readonly mark: string;
}

export const secrecyMarks: SecrecyMarks = {
  where: 'title,h1,h2,h3,[class*=title]',
  mark: '^\\s*([绝絕机機]密|秘密)(★.{0,8})?\\s*$',
};
