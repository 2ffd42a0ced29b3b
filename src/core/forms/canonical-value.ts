/**
 * What of a value is compared, and in which form. docs/measurement.md, "Which values are compared".
 * Anything masked, short, dated or unclassed gives null and is never fingerprinted.
 */
import type { Fingerprint, ValueClass } from '../events.ts';
import { fingerprint, sketch } from './fingerprint.ts';

export interface CanonicalValue {
  readonly valueClass: ValueClass;
  readonly text: string;
}

const masked = /[*＊●•]|[xX]{4}/;
const han = /[\u3400-\u9fff]/g;
const date = /^(19|20)\d\d[-/.年]?(0?[1-9]|1[0-2])[-/.月]?(0?[1-9]|[12]\d|3[01])日?$/;

/** The class and canonical form of what a person entered, or null when it isn't compared. */
export function canonicalValue(raw: string, fieldKind: string | null): CanonicalValue | null {
  const text = raw.normalize('NFKC').trim();
  if (text.length < 5 || masked.test(text)) return null;
  if (text.includes('@') && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))
    return { valueClass: 'email', text: text.toLowerCase() };
  const tight = text.replace(/[\s,\-—()]/g, '').toUpperCase();
  if (/^[+\dA-Z]+$/.test(tight)) return code(tight, text);
  // Fewer than six characters are neither an address nor a long text.
  if (text.length < 6) return null;
  const plain = text.replace(/[\s\p{P}\p{S}]/gu, '');
  const characters = plain.match(han)?.length ?? 0;
  if (characters >= 6 && isAddress(text, fieldKind)) return { valueClass: 'address', text: plain };
  return plain.length >= 20 ? { valueClass: 'long-text', text: plain } : null;
}

function code(tight: string, text: string): CanonicalValue | null {
  // Nothing below has fewer in a row, and most words are spared all of it.
  if (!/\d{6}/.test(tight)) return null;
  const digits = tight.replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return { valueClass: 'phone', text: digits };
  const identity = /^\d{15}$/.test(tight) ? lengthen(tight) : tight;
  if (isIdentityNumber(identity)) return { valueClass: 'identity', text: identity };
  if (isCreditCode(tight)) return { valueClass: 'credit-code', text: tight };
  if (!/^\d{6,}$/.test(tight) || date.test(text.replace(/\s/g, ''))) return null;
  if (/^0\d{9,11}$/.test(tight)) return { valueClass: 'phone', text: tight };
  if (tight.length >= 16 && tight.length <= 19 && isLuhn(tight)) return { valueClass: 'bank-card', text: tight };
  return { valueClass: 'number', text: tight };
}

/** Prose about places is no address: an address has no full stops and names its levels. */
function isAddress(text: string, fieldKind: string | null): boolean {
  if (fieldKind === 'address') return true;
  if (fieldKind !== null || text.length > 40 || /[,;。!?]/.test(text)) return false;
  return new Set(text.match(/[省市区县旗镇乡村组社路街巷号栋室]/g)).size >= 3;
}

/** GB 11643: 18 places, a real month and day, ISO 7064 MOD 11-2. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{5}(18|19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(text)) return false;
  return checkOf(text) === text[17];
}

/** The weights are powers of two: 2^(17 - i) mod 11. */
function checkOf(text: string): string | undefined {
  let sum = 0;
  for (const digit of text.slice(0, 17)) sum = sum * 2 + Number(digit);
  return '10X98765432'[(sum * 2) % 11];
}

/** The number of 15 places that was issued until 1999 is the same person's number of 18. */
function lengthen(text: string): string {
  const body = `${text.slice(0, 6)}19${text.slice(6)}`;
  return body + checkOf(body);
}

const creditPlaces = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100: 18 places of 31 signs, weights 3^i mod 31. */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false;
  // Some 2 · 10^9 at most.
  let sum = 0;
  for (let i = 17; i--; ) sum = sum * 3 + creditPlaces.indexOf(text[i] as string);
  return (sum + creditPlaces.indexOf(text[17] as string)) % 31 === 0;
}

function isLuhn(text: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const digit of [...text].reverse()) {
    // The digits of a two-digit product added up are its remainder by nine, or nine.
    sum += digit === '9' ? 9 : (Number(digit) * weight) % 9;
    weight = 3 - weight;
  }
  return sum % 10 === 0;
}

/** The fingerprints of a value: one, sixteen for a long text, none for what isn't compared. */
export function fingerprintsOf(raw: string, fieldKind: string | null): Fingerprint[] {
  const value = canonicalValue(raw, fieldKind);
  if (value === null) return [];
  const { valueClass, text } = value;
  return valueClass === 'long-text'
    ? sketch(text).map((hash) => ({ valueClass, hash }))
    : [{ valueClass, hash: fingerprint(valueClass, text) }];
}
