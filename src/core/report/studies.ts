/** Studies whose public key the owner pasted in: a short text, kept by name. */
export const studyQuestions = ['region', 'post'] as const;
export type StudyQuestion = (typeof studyQuestions)[number];

export interface Study {
  readonly name: string;
  /** An X25519 recipient of the `age` format. */
  readonly key: string;
  /** What this study asks for besides. */
  readonly asks: readonly StudyQuestion[];
}

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** Whether this is an `age1…` key: bech32 (BIP 173) with its check, so that a mistyped one is noticed. */
export function isAgeKey(text: string): boolean {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false;
  const values = [...'age'].map((c) => c.charCodeAt(0) >> 5);
  values.push(0, ...[...'age'].map((c) => c.charCodeAt(0) & 31), ...[...text.slice(4)].map((c) => alphabet.indexOf(c)));
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
 * Reads what a study hands out: its name, its key and, if it asks, `asks=region,post`, in any order of words.
 * Throws when there is no whole key or no name.
 */
export function parseStudy(text: string): Study {
  const words = text.slice(0, 500).trim().split(/\s+/u);
  const key = words.find((word) => /^age1/i.test(word))?.toLowerCase();
  if (key === undefined || !isAgeKey(key))
    throw new Error('Cannot keep the study: there is no whole key "age1…" in it');
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
  if (name === '') throw new Error('Cannot keep the study: it has no name');
  return { name, key, asks: studyQuestions.filter((question) => asked.includes(question)) };
}
