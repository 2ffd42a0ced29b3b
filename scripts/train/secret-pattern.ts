/**
 * The pattern of secret words that a page asks beside the table of fields (src/page/forms/secrets.ts). A field is secret
 * when either says so.
 */
import { formWords } from '../../src/core/forms/form-words.ts';

export const isSecretByPattern = (text: string): boolean =>
  RegExp(formWords.secret).test(text.normalize('NFKC').replace(/\s/g, '').toLowerCase());
