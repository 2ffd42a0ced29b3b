/**
 * Reads and writes backup files: plain JSON, or JSON that is encrypted with a passphrase in the `age` format. The
 * service worker checks the content (core/backup/parse-backup.ts). The functions here check only whether a backup file
 * can be read.
 */
import { maxBackupBytes } from '../../../core/backup/backup-format.ts';

/** The reasons to refuse a file before its content is checked. */
export type Refusal = 'too-large' | 'torn' | 'foreign' | 'wrong-passphrase';
/** The parsed JSON, the reason for a refusal, or `sealed` if the file needs a passphrase. */
export type ReadFile = { readonly backup: unknown } | { readonly refused: Refusal } | { readonly sealed: true };

/** The part of the browser's `File` that reading a backup needs. */
export interface FileLike {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

const ageHeader = 'age-encryption.org/v1\n';

/**
 * Encrypts a text with a passphrase. The format makes each guess of a passphrase expensive (scrypt with 2^18 rounds),
 * which takes seconds on an old computer.
 */
export async function sealBackup(text: string, passphrase: string): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(text);
}

/**
 * Reads a backup file. Returns its parsed JSON, `sealed` if it needs a passphrase and none was given, or the reason why
 * it is refused. Checks the size before it reads the content.
 */
export async function readBackup(file: FileLike, passphrase: string | null): Promise<ReadFile> {
  if (file.size > maxBackupBytes) return { refused: 'too-large' };
  let bytes = new Uint8Array(await file.arrayBuffer());
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, ageHeader.length));
  if (head === ageHeader) {
    if (passphrase === null) return { sealed: true };
    try {
      const { Decrypter } = await import('age-encryption');
      const decrypter = new Decrypter();
      decrypter.addPassphrase(passphrase);
      bytes = (await decrypter.decrypt(bytes)) as Uint8Array<ArrayBuffer>;
    } catch {
      // A wrong passphrase and a damaged file cannot be told apart here.
      return { refused: 'wrong-passphrase' };
    }
  }
  try {
    return { backup: JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)) };
  } catch {
    // A file that begins like our own files is a damaged backup.
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64));
    return { refused: /^\s*\{\s*"format"\s*:\s*"fingertip-ledger-backup"/.test(start) ? 'torn' : 'foreign' };
  }
}
