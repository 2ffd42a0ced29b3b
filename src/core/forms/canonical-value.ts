/**
 * Decides which values are compared, and brings these values into one canonical form. Masked values, short values,
 * dates and values that belong to no class are not compared and never fingerprinted. docs/measurement/repeats.md
 *
 * The code in the folder forms/ turns entries into fingerprints, submissions and verdicts on repeats.
 */
import type { Fingerprint, ValueClass } from '../events.ts';
import { fingerprint, sketch } from './fingerprint.ts';

/** The class of a value, and the canonical text of the value. This text is compared. */
export interface CanonicalValue {
  readonly valueClass: ValueClass;
  readonly text: string;
}

const masked = /[*＊●•]|[xX]{4}/;
const han = /[\u3400-\u9fff]/g;
const date = /^(19|20)\d\d[-/.年]?(0?[1-9]|1[0-2])[-/.月]?(0?[1-9]|[12]\d|3[01])日?$/;

/** Returns the class and the canonical text of an entered value, or null when the value is not compared. */
export function canonicalValue(raw: string, fieldKind: string | null): CanonicalValue | null {
  const text = raw.normalize('NFKC').trim();
  if (text.length < 5 || masked.test(text)) return null;
  if (text.includes('@') && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))
    return { valueClass: 'email', text: text.toLowerCase() };
  const tight = text.replace(/[\s,\-—()]/g, '').toUpperCase();
  if (/^[+\dA-Z]+$/.test(tight)) return canonicalCode(tight, text);
  // An address or a long text has at least six characters.
  if (text.length < 6) return null;
  const plain = text.replace(/[\s\p{P}\p{S}]/gu, '');
  const hanCharacters = plain.match(han)?.length ?? 0;
  if (hanCharacters >= 6 && isAddress(text, fieldKind)) return { valueClass: 'address', text: plain };
  return plain.length >= 20 ? { valueClass: 'long-text', text: plain } : null;
}

/**
 * Returns the class and canonical text of a value that consists of digits and Latin letters, or null. `tight` is `text`
 * without spaces and separators.
 */
function canonicalCode(tight: string, text: string): CanonicalValue | null {
  // Every class below contains six digits in a row, so this check ends the search early for most values.
  if (!/\d{6}/.test(tight)) return null;
  const digits = tight.replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return { valueClass: 'phone', text: digits };
  const identity = /^\d{15}$/.test(tight) ? toEighteenDigits(tight) : tight;
  if (isIdentityNumber(identity)) return { valueClass: 'identity', text: identity };
  if (isCreditCode(tight)) return { valueClass: 'credit-code', text: tight };
  if (!/^\d{6,}$/.test(tight) || date.test(text.replace(/\s/g, ''))) return null;
  if (/^0\d{9,11}$/.test(tight)) return { valueClass: 'phone', text: tight };
  if (tight.length >= 16 && tight.length <= 19 && isLuhn(tight)) return { valueClass: 'bank-card', text: tight };
  return { valueClass: 'number', text: tight };
}

/**
 * Whether a text is an address and not prose about places. An address has no sentence marks and names at least three
 * administrative units or buildings.
 */
function isAddress(text: string, fieldKind: string | null): boolean {
  if (fieldKind === 'address') return true;
  if (fieldKind !== null || text.length > 40 || /[,;。!?]/.test(text)) return false;
  return new Set(text.match(/[省市区县旗镇乡村组社路街巷号栋室]/g)).size >= 3;
}

/**
 * Whether this is a resident identity number of 18 characters (GB 11643). Such a number has a date of birth and a valid
 * check digit (ISO 7064 MOD 11-2).
 */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{5}(18|19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(text)) return false;
  return checkDigitOf(text) === text[17];
}

/** Returns the check digit of an identity number. The weight of digit `i` is 2^(17 - i) mod 11. */
function checkDigitOf(text: string): string | undefined {
  let sum = 0;
  for (const digit of text.slice(0, 17)) sum = sum * 2 + Number(digit);
  return '10X98765432'[(sum * 2) % 11];
}

/** Converts an identity number of 15 digits, issued until 1999, into the same person's number of 18. */
function toEighteenDigits(text: string): string {
  const body = `${text.slice(0, 6)}19${text.slice(6)}`;
  return body + checkDigitOf(body);
}

const creditCodeDigits = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether this is a unified social credit code (GB 32100). The code has 18 characters from a set of 31; the weights of
 * the check are 3^i mod 31.
 */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false;
  // The sum stays below 2 · 10^9, so it is exact.
  let sum = 0;
  for (let i = 17; i--; ) sum = sum * 3 + creditCodeDigits.indexOf(text[i] as string);
  return (sum + creditCodeDigits.indexOf(text[17] as string)) % 31 === 0;
}

/** Whether a number passes the Luhn check of bank cards (ISO/IEC 7812). */
function isLuhn(text: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const digit of [...text].reverse()) {
    // The digit sum of the product is its remainder modulo 9, or 9 when the digit is 9.
    sum += digit === '9' ? 9 : (Number(digit) * weight) % 9;
    weight = 3 - weight;
  }
  return sum % 10 === 0;
}

/**
 * Returns the fingerprints of a value. The result has none for a value that is not compared, sixteen for a long text,
 * and one for any other value.
 */
export function fingerprintsOf(raw: string, fieldKind: string | null): Fingerprint[] {
  const value = canonicalValue(raw, fieldKind);
  if (value === null) return [];
  const { valueClass, text } = value;
  return valueClass === 'long-text'
    ? sketch(text).map((hash) => ({ valueClass, hash }))
    : [{ valueClass, hash: fingerprint(valueClass, text) }];
}
