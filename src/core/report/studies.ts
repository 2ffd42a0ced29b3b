/**
 * Studies. The owner pastes a short text that contains the public key of a study. Reports for this study are then
 * encrypted (sealed) with that key.
 */

/** Statements that a study may ask for in addition to the report. */
export const studyQuestions = ['region', 'post'] as const;
export type StudyQuestion = (typeof studyQuestions)[number];

/** A study that the owner added. */
export interface Study {
  readonly name: string;
  /** An X25519 recipient of the `age` format. */
  readonly key: string;
  /** The statements that this study asks for. */
  readonly asks: readonly StudyQuestion[];
}

/** The characters of bech32 in the order of their values. */
const bech32Characters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** Whether this is an `age1…` key: bech32 (BIP 173) with a valid checksum. The checksum detects typing errors. */
export function isAgeKey(text: string): boolean {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false;
  const values = [...'age'].map((c) => c.charCodeAt(0) >> 5);
  values.push(
    0,
    ...[...'age'].map((c) => c.charCodeAt(0) & 31),
    ...[...text.slice(4)].map((c) => bech32Characters.indexOf(c)),
  );
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (let i = 0; i < 5; i++) if ((top >>> i) & 1) check ^= generator[i] as number;
  }
  return check === 1;
}

/**
 * Parses the text that a study gives to volunteers. The text holds a name, a key and optionally `asks=region,post`, in
 * any order. Throws an error when the name or the key is missing, or when the key is wrong.
 */
export function parseStudy(text: string): Study {
  const words = text.slice(0, 500).trim().split(/\s+/u);
  const key = words.find((word) => /^age1/i.test(word))?.toLowerCase();
  if (key === undefined || !isAgeKey(key)) throw new Error('Cannot add study: no complete key "age1…" found');
  const asked =
    words
      .find((word) => word.startsWith('asks='))
      ?.slice('asks='.length)
      .split(',') ?? [];
  const name = words
    .filter((word) => !/^age1/i.test(word) && !word.startsWith('asks='))
    .join(' ')
    .replace(/\p{C}/gu, '')
    .slice(0, 60);
  if (name === '') throw new Error('Cannot add study: missing name');
  return { name, key, asks: studyQuestions.filter((question) => asked.includes(question)) };
}
